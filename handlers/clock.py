"""ALL WE DO UNASKED: every sweep, in the order in which those due at the same moment run."""

from collections.abc import Mapping

from handlers.coverage import report, summary
from handlers.inquiries import late
from handlers.invitations import launch as event_launch
from handlers.invitations import times
from handlers.links import appeal_due, burst, revisit
from handlers.links.bridge import record
from handlers.offices import cost, fallback, openings, restored
from handlers.officials import agenda
from handlers.people import leave
from handlers.privacy import block, erase, log, notice, retention
from handlers.releases import arrivals, crisis, embargo_end, mended, quote_answer, sending
from handlers.reminders import coming, nudge
from handlers.turn import Sweep

# What becomes of that which came due while the desk was off, sweep by sweep. tests/test_dialogues/test_missed.py goes
# through it. First of all, deadlines for links that fell into half an hour or more are moved by its length
# (handlers/releases/outage.py), so that what hangs on them is no longer late.
MISSED: Mapping[str, str] = {
    "launch invitations": "sent, up to 12 hours late and before the event; later not, and whoever scheduled it is told",
    "event reminders": "the latest one, before the event; after its beginning none, and the invitation's author is told",
    "bursts": "answered once, at once",
    "links of groups": "gone on with where they were left",
    "arrivals": "shown the release once they are taken in",
    "returns": "the pause is over, and said so once",
    "crises": "told once that it ends; over at its hour, however late, and that is told",
    "launch releases": "sent, up to 12 hours late; later it is not sent, and whoever scheduled it is asked",
    "tell of sendings": "one line with the numbers as they are now",
    "embargoes": "opened at once, however late, since the hour was promised",
    "early links": "told of once",
    "mended articles": "each page that was read meanwhile is judged once, and told in one line",
    "announcements": "the latest moment once, up to 12 hours late; later it is not sent, and its author is told",
    "nudges": "sent before the deadline, by day",
    "nudges that come too late": "what still waits after the deadline is cancelled",
    "nudges that were missed": "not sent after the deadline, and the release's author is told",
    "summary": "today's alone, up to 6 hours late: one, not three; the others can be asked for",
    "reports": "the week's and the month's, up to 6 hours late; later not, and *mingguan* has it",
    "agenda": "tomorrow's, up to 4 hours late; later not at all, since [Agenda hari ini] shows it",
    "event notes": "the latest ones, before the event; after its beginning none",
    "cost meter": "the mark that holds now, once",
    "fallbacks": "said on the other channel, up to 6 hours after it was sent; then no more",
    "ask after a restore": "asked once",
    "erasures": "run at once, so that the 72 hours are kept wherever they still can be",
    "retention": "once, for the last night: what is too old goes, however many nights were missed",
    "notices": "asked once",
    "auditors": "their time is over, and said so once",
    "blocks": "over since their end, and said so once",
    "appeals": "staff are reminded or told that one ran out, by day and once",
    "quotes": "staff are told once, by day, that the official has not answered",
    "inquiries": "staff are reminded, or told that one has run out, once; journalists never",
    "rechecks": "looked at once, and then by the calendar; a look that did not come is no try",
    "openings": "as many people as the platform lets us write to first, the rest on the next day",
}

SWEEPS: tuple[Sweep, ...] = (
    event_launch.LAUNCHES,
    times.REMINDERS,
    burst.BURSTS,
    record.GROUPS,
    arrivals.ARRIVALS,
    leave.RETURNS,
    crisis.CRISES,
    sending.LAUNCHES,
    sending.PROGRESS,
    mended.MENDED,
    embargo_end.EMBARGOES,
    embargo_end.EARLY,
    quote_answer.QUOTES,
    coming.ANNOUNCEMENTS,
    nudge.NUDGES,
    nudge.LAPSES,
    nudge.MISSES,
    summary.SUMMARY,
    report.REPORTS,
    agenda.AGENDA,
    agenda.NOTES,
    cost.METER,
    fallback.FALLBACKS,
    openings.OPENINGS,
    revisit.RECHECKS,
    appeal_due.APPEALS,
    late.INQUIRIES,
    restored.ASK,
    erase.ERASURES,
    retention.RETENTION,
    notice.NOTICES,
    log.AUDITORS,
    block.BLOCKS,
)
