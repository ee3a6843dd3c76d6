"""All jobs by kind."""

from collections.abc import Mapping
from typing import Any

from handlers.coverage.illustrate import IllustrateReport
from handlers.imports.report import ReadRegister, ReportRegister
from handlers.imports.write_out import ExportRegister
from handlers.invitations.files import DrawDoor, MakeCalendar, WriteAttendance
from handlers.job import Job
from handlers.ledger.export import WriteRecap
from handlers.ledger.pack import AuditPack
from handlers.ledger.sheet import ReadLedger
from handlers.links.bridge.read import ReadChat
from handlers.links.check import CheckLink
from handlers.links.picture import PicturePage
from handlers.links.proofs.freeze import TakeProof
from handlers.links.revisit import RecheckLink
from handlers.offices.holidays import ReadHolidays
from handlers.privacy.export import ExportPerson
from handlers.privacy.forget import ForgetJob
from handlers.privacy.log import ExamineLog
from handlers.releases.material import FetchFile

JOBS: Mapping[str, Job[Any, Any]] = {
    "invitation_calendar": MakeCalendar(),
    "invitation_door": DrawDoor(),
    "invitation_attendance": WriteAttendance(),
    "fetch_file": FetchFile(),
    "check_link": CheckLink(),
    "read_chat": ReadChat(),
    "take_proof": TakeProof(),
    "export_person": ExportPerson(),
    "forget": ForgetJob(),
    "examine": ExamineLog(),
    "read_register": ReadRegister(),
    "report_register": ReportRegister(),
    "export_register": ExportRegister(),
    "write_recap": WriteRecap(),
    "read_ledger": ReadLedger(),
    "audit_pack": AuditPack(),
    "illustrate_report": IllustrateReport(),
    "read_holidays": ReadHolidays(),
    "recheck_link": RecheckLink(),
    "picture_page": PicturePage(),
}
