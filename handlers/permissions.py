"""Who may do what: one table, checked by dispatch before every handler."""

from enum import StrEnum

from storage.records import Person, Role, Standing


class Permission(StrEnum):
    """What a route asks of a person."""

    ANYBODY = "anybody"  # strangers too
    RECEIVE = "receive"  # read releases
    SUBMIT = "submit"  # send links, see one's own
    DRAFT = "draft"
    APPROVE = "approve"
    SEND = "send"  # launch, schedule, pause what is approved
    VERIFY = "verify"
    RECAP = "recap"  # see recaps and have their sheets
    LEDGER = "ledger"  # mark what is recapped, invoiced and paid
    SUMMARY = "summary"
    DELEGATE = "delegate"  # name who gets copies of what one is told
    REGISTER = "register"  # look after people waiting and the outlet register
    RULE = "rule"  # roles and removals
    APPLY = "apply"  # add a word to one's registration while it waits
    PROFILE = "profile"  # see and mend what the office knows of oneself
    ASK = "ask"  # put questions to the office
    ANSWER = "answer"  # and answer them
    QUOTE = "quote"  # be quoted, and say it otherwise
    AGREE = "agree"  # to a quote: one's own, or as an aide whom the official gave that right
    AUDIT = "audit"  # see how long what is kept, and check whether the log is whole


P = Permission
STAFF = frozenset({P.ANYBODY, P.RECEIVE, P.PROFILE})

ALLOWED: dict[Role, frozenset[Permission]] = {
    Role.GUEST: frozenset({P.ANYBODY, P.APPLY, P.PROFILE}),
    Role.JOURNALIST: STAFF | {P.SUBMIT, P.ASK},
    Role.DRAFTER: STAFF | {P.DRAFT, P.SEND, P.ANSWER},
    Role.VERIFIER: STAFF | {P.VERIFY, P.REGISTER, P.RECAP, P.LEDGER, P.ANSWER},
    Role.APPROVER: STAFF | {P.DRAFT, P.APPROVE, P.SEND, P.SUMMARY, P.RECAP, P.ANSWER},
    Role.OFFICIAL: STAFF | {P.QUOTE, P.AGREE, P.SUMMARY, P.DELEGATE},
    Role.ADMIN: frozenset(Permission) - {P.SUBMIT, P.APPLY, P.ASK, P.QUOTE, P.AGREE, P.DELEGATE},
    Role.AUDITOR: STAFF | {P.AUDIT, P.RECAP},
    Role.TREASURER: STAFF | {P.RECAP},
    Role.DELEGATE: STAFF | {P.SUMMARY, P.AGREE},
}

# Who may use what their role allows: nobody who has gone or still waits, but for what concerns their own registration.
ABLE = frozenset({Standing.ACTIVE, Standing.PAUSED})
STANDINGS: dict[Permission, frozenset[Standing]] = {
    P.ANYBODY: frozenset(Standing),
    P.APPLY: frozenset({Standing.WAITING}),
    P.PROFILE: ABLE | {Standing.WAITING},
}
# What nobody is blocked from: public releases, one's own links and their ledger, and what concerns oneself.
UNBLOCKED = frozenset({P.ANYBODY, P.RECEIVE, P.SUBMIT, P.APPLY, P.PROFILE})


def may(person: Person, permission: Permission) -> bool:
    """Whether a person may do it now."""
    if person.blocked_until and permission not in UNBLOCKED:
        return False
    return person.standing in STANDINGS.get(permission, ABLE) and permission in ALLOWED[person.role]


def roles_with(permission: Permission) -> tuple[Role, ...]:
    """The roles that may do it, for asking those who can."""
    return tuple(role for role, allowed in ALLOWED.items() if permission in allowed)
