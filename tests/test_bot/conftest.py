"""The machinery knows no language: one is enough here."""

import pytest

from storage.records import Language


@pytest.fixture
def language() -> Language:
    """The language of the desk under test."""
    return Language.ID
