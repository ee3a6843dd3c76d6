"""Who may do what: every role with every permission, in every standing."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import product

import pytest

from handlers.permissions import ABLE, ALLOWED, Permission, may, roles_with
from storage.records import Language, OfficeId, Person, PersonId, Role, Standing

# Rows are permissions; columns are the roles in this order; a dot means: may not.
COLUMNS = (
    Role.GUEST, Role.JOURNALIST, Role.DRAFTER, Role.VERIFIER, Role.APPROVER, Role.OFFICIAL, Role.ADMIN, Role.AUDITOR,
    Role.TREASURER, Role.DELEGATE,
)  # fmt: skip
CELLS = """
anybody  yes yes yes yes yes yes yes yes yes yes
receive  .   yes yes yes yes yes yes yes yes yes
submit   .   yes .   .   .   .   .   .   .   .
draft    .   .   yes .   yes .   yes .   .   .
approve  .   .   .   .   yes .   yes .   .   .
send     .   .   yes .   yes .   yes .   .   .
verify   .   .   .   yes .   .   yes .   .   .
recap    .   .   .   yes yes .   yes yes yes .
ledger   .   .   .   yes .   .   yes .   .   .
summary  .   .   .   .   yes yes yes .   .   yes
delegate .   .   .   .   .   yes .   .   .   .
register .   .   .   yes .   .   yes .   .   .
rule     .   .   .   .   .   .   yes .   .   .
apply    yes .   .   .   .   .   .   .   .   .
profile  yes yes yes yes yes yes yes yes yes yes
ask      .   yes .   .   .   .   .   .   .   .
answer   .   .   yes yes yes .   yes .   .   .
quote    .   .   .   .   .   yes .   .   .   .
agree    .   .   .   .   .   yes .   .   .   yes
audit    .   .   .   .   .   .   yes yes .   .
"""
TABLE = {
    (role, Permission(permission)): cell == "yes"
    for permission, *cells in (row.split() for row in CELLS.strip().splitlines())
    for role, cell in zip(COLUMNS, cells, strict=True)
}
# What is used in other standings than the rest: by those who wait, and by everybody.
WHILE_WAITING = {Permission.APPLY: {Standing.WAITING}, Permission.PROFILE: {Standing.WAITING, Standing.ACTIVE, Standing.PAUSED}}
# In which standings somebody can use what their role allows.
USABLE = {
    Standing.NEW: False,
    Standing.WAITING: False,
    Standing.ACTIVE: True,
    Standing.PAUSED: True,
    Standing.LEFT: False,
    Standing.REMOVED: False,
    Standing.MERGED: False,
}


def somebody(role: Role, standing: Standing = Standing.ACTIVE) -> Person:
    return Person(PersonId(1), OfficeId(1), "Rina Contoh", role, standing, Language.ID)


def test_the_tables_have_every_cell() -> None:
    assert set(TABLE) == set(product(Role, Permission))
    assert set(USABLE) == set(Standing)


def test_a_block_leaves_releases_links_and_what_is_ones_own() -> None:
    until = datetime(2026, 12, 1, tzinfo=UTC)
    left = {each for each in Permission if may(replace(somebody(Role.JOURNALIST), blocked_until=until), each)}
    assert left == {Permission.ANYBODY, Permission.RECEIVE, Permission.SUBMIT, Permission.PROFILE}
    assert not may(replace(somebody(Role.ADMIN), blocked_until=until), Permission.RULE)


@pytest.mark.parametrize("permission", Permission)
@pytest.mark.parametrize("role", Role)
def test_a_role_may(role: Role, permission: Permission) -> None:
    standing = Standing.WAITING if permission in WHILE_WAITING else Standing.ACTIVE
    assert may(somebody(role, standing), permission) is TABLE[role, permission]
    assert (role in roles_with(permission)) is TABLE[role, permission]


@pytest.mark.parametrize("standing", Standing)
@pytest.mark.parametrize("role", Role)
def test_only_who_was_taken_in_may_use_what_the_role_allows(role: Role, standing: Standing) -> None:
    person = somebody(role, standing)
    allowed = {permission for permission in Permission if may(person, permission)}
    own = {each for each, standings in WHILE_WAITING.items() if standing in standings and each in ALLOWED[role]}
    taken_in = ALLOWED[role] - WHILE_WAITING.keys() if USABLE[standing] else set()
    assert allowed == {Permission.ANYBODY} | taken_in | own
    assert (standing in ABLE) is USABLE[standing]


def test_nobody_who_drafts_alone_approves_and_nobody_at_the_desk_sends_links() -> None:
    assert Permission.APPROVE not in ALLOWED[Role.DRAFTER]
    assert roles_with(Permission.SUBMIT) == (Role.JOURNALIST,)


def test_only_an_admin_rules() -> None:
    assert roles_with(Permission.RULE) == (Role.ADMIN,)
