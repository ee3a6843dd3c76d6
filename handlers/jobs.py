"""All jobs by kind."""

from collections.abc import Mapping

from handlers.job import Job
from handlers.releases.material import FetchFile

JOBS: Mapping[str, Job] = {
    "fetch_file": FetchFile(),
}
