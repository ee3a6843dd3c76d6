"""All jobs by kind."""

from collections.abc import Mapping
from typing import Any

from handlers.job import Job
from handlers.links.check import CheckLink
from handlers.releases.material import FetchFile

JOBS: Mapping[str, Job[Any, Any]] = {
    "fetch_file": FetchFile(),
    "check_link": CheckLink(),
}
