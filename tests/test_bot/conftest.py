"""The machinery knows no language and no platform: one of each is enough here."""

import pytest


@pytest.fixture
def setting(request: pytest.FixtureRequest) -> str:
    """The setting of the desk under test; what may stop anywhere is tested on PostgreSQL too."""
    return str(getattr(request, "param", "id"))
