"""The machinery knows no language and no platform: one of each is enough here."""

import pytest


@pytest.fixture
def setting() -> str:
    """The setting of the desk under test."""
    return "id"
