"""The accounts' tokens, sealed with the installation's secret key before they reach the database."""

import base64

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


class Sealed(Exception):
    """A token that cannot be sealed or opened with the key that is set; says what to do."""


class Seals:
    """Seals and opens tokens. `keys` are separated by commas: the first seals, every one opens.

    So a key is changed by writing the new one before the old one, until all tokens have been entered again.
    """

    def __init__(self, keys: str) -> None:
        fernets = [_fernet(key) for key in keys.split(",") if key]
        self._fernet = MultiFernet(fernets) if fernets else None

    def seal(self, token: str) -> str:
        """The token as it may be stored. Raises Sealed where no key is set."""
        return self._needed().encrypt(token.encode()).decode()

    def open(self, sealed: str) -> str:
        """The token itself. Raises Sealed where no key is set or none fits."""
        try:
            return self._needed().decrypt(sealed.encode()).decode()
        except InvalidToken:
            raise Sealed(
                "MEJA_SECRET_KEY: this is not the key with which the account was added. "
                "Set that one again, or enter the token anew with: main.py account add"
            ) from None

    def _needed(self) -> MultiFernet:
        if self._fernet is None:
            raise Sealed("MEJA_SECRET_KEY: set it first; without it no account's token can be kept or read")
        return self._fernet


def _fernet(key: str) -> Fernet:
    # The key is long and random (settings see to that), so no salt and no slow hash are needed.
    stretched = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"meja-humas account tokens").derive(key.strip().encode())
    return Fernet(base64.urlsafe_b64encode(stretched))
