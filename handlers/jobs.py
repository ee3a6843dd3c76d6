"""All jobs by kind."""

from collections.abc import Mapping
from typing import Any

from handlers.imports.report import ReadRegister, ReportRegister
from handlers.imports.write_out import ExportRegister
from handlers.job import Job
from handlers.ledger.export import WriteRecap
from handlers.links.check import CheckLink
from handlers.releases.material import FetchFile

JOBS: Mapping[str, Job[Any, Any]] = {
    "fetch_file": FetchFile(),
    "check_link": CheckLink(),
    "write_recap": WriteRecap(),
    "read_register": ReadRegister(),
    "report_register": ReportRegister(),
    "export_register": ExportRegister(),
}
