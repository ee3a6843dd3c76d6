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
    SUMMARY = "summary"
    REGISTER = "register"  # look after people waiting and the outlet register
    RULE = "rule"  # roles and removals


P = Permission
STAFF = frozenset({P.ANYBODY, P.RECEIVE})

ALLOWED: dict[Role, frozenset[Permission]] = {
    Role.GUEST: frozenset({P.ANYBODY}),
    Role.JOURNALIST: frozenset({P.ANYBODY, P.RECEIVE, P.SUBMIT}),
    Role.DRAFTER: STAFF | {P.DRAFT, P.SEND},
    Role.VERIFIER: STAFF | {P.VERIFY, P.REGISTER},
    Role.APPROVER: STAFF | {P.DRAFT, P.APPROVE, P.SEND, P.SUMMARY},
    Role.OFFICIAL: STAFF | {P.SUMMARY},
    Role.ADMIN: frozenset(Permission) - {P.SUBMIT},
}

# Who may use what their role allows: nobody who has gone or still waits.
ABLE = frozenset({Standing.ACTIVE, Standing.PAUSED})


def may(person: Person, permission: Permission) -> bool:
    """Whether a person may do it now."""
    if permission is Permission.ANYBODY:
        return True
    return person.standing in ABLE and permission in ALLOWED[person.role]


def roles_with(permission: Permission) -> tuple[Role, ...]:
    """The roles that may do it, for asking those who can."""
    return tuple(role for role, allowed in ALLOWED.items() if permission in allowed)
