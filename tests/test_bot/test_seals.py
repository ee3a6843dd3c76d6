"""Tokens are unreadable without the key, and the reason is said in words."""

import pytest

from bot.seals import Sealed, Seals

OLD, NEW = "the-old-key-of-this-installation-1234", "the-new-key-of-this-installation-5678"
TOKEN = "123456:planted-token"


def test_what_is_sealed_is_opened_by_the_same_key() -> None:
    sealed = Seals(OLD).seal(TOKEN)
    assert "planted" not in sealed
    assert Seals(OLD).open(sealed) == TOKEN


def test_the_same_token_is_sealed_differently_each_time() -> None:
    seals = Seals(OLD)
    assert seals.seal(TOKEN) != seals.seal(TOKEN)


def test_after_a_change_of_keys_the_old_one_still_opens_and_the_new_one_seals() -> None:
    both = Seals(f"{NEW},{OLD}")
    assert both.open(Seals(OLD).seal(TOKEN)) == TOKEN
    assert Seals(NEW).open(both.seal(TOKEN)) == TOKEN


@pytest.mark.parametrize(("keys", "said"), [(NEW, "not the key"), ("", "set it first")])
def test_another_key_opens_nothing_and_says_what_to_do(keys: str, said: str) -> None:
    sealed = Seals(OLD).seal(TOKEN)
    with pytest.raises(Sealed, match=f"MEJA_SECRET_KEY: .*{said}") as caught:
        Seals(keys).open(sealed)
    assert TOKEN not in str(caught.value)


def test_without_a_key_nothing_is_sealed() -> None:
    with pytest.raises(Sealed, match="MEJA_SECRET_KEY: set it first"):
        Seals("").seal(TOKEN)


@pytest.mark.parametrize("damaged", ["", "no seal at all", "gAAAAA", "ÿ"])
def test_a_damaged_seal_is_refused(damaged: str) -> None:
    with pytest.raises(Sealed, match="MEJA_SECRET_KEY"):
        Seals(OLD).open(damaged)
