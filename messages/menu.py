"""The menu that a platform offers: a command, and what it does."""

from collections.abc import Iterable

from messages.wording import Words

# Command -> the sentence that says what it does; its attribute `word` is what is typed.
MENU: dict[str, str] = {
    "today": "menu-today",
    "new_release": "menu-new-release",
    "drafts": "menu-drafts",
    "approvals": "menu-approvals",
    "send": "menu-send",
    "halt": "menu-halt",
    "report": "menu-report",
    "new_invitation": "menu-new-invitation",
    "announce": "menu-announce",
    "queue": "menu-queue",
    "recap": "menu-recap",
    "applicants": "menu-applicants",
    "outlets": "menu-outlets",
    "members": "menu-members",
    "team": "menu-team",
    "invite": "menu-invite",
    "summary": "menu-summary",
    "status": "menu-status",
    "questions": "menu-questions",
    "releases": "menu-releases",
    "search": "menu-search",
    "invitations": "menu-invitations",
    "rules": "menu-rules",
    "profile": "menu-profile",
    "subscription": "menu-subscription",
    "pause": "menu-pause",
    "leave": "menu-leave",
    "register": "menu-register",
    "language": "menu-language",
    "help": "menu-help",
}


def entries(words: Words, names: Iterable[str]) -> list[tuple[str, str]]:
    """The commands of these names as they are offered in one language, in the order of the table."""
    offered = set(names)
    return [(words(f"{MENU[name]}.word"), words(MENU[name])) for name in MENU if name in offered]
