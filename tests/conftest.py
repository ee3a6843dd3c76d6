"""Fixtures that every folder of tests may take."""

from tests.postgres import postgres, postgres_url

__all__ = ["postgres", "postgres_url"]
