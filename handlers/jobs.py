"""All jobs by kind."""

from collections.abc import Mapping

from handlers.job import Job

JOBS: Mapping[str, Job] = {}
