"""An authority of our own: each host of the invented web gets its certificate when it is first asked for."""

import ssl
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID


class Authority:
    """What a server proves its hosts with, and what a client trusts."""

    def __init__(self) -> None:
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._certificate = self._signed("Otoritas Contoh", self._key, authority=True)
        self._hosts: dict[str, ssl.SSLContext] = {}
        self.client = ssl.create_default_context(cadata=_pem(self._certificate).decode())
        self.server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._prove(self.server, "tanpa-nama.example")
        self.server.sni_callback = self._choose

    def prove_as(self, host: str, name: str) -> None:
        """From now on a host shows the certificate of a name."""
        self._hosts[host] = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._prove(self._hosts[host], name)

    def _choose(self, connection: ssl.SSLObject | ssl.SSLSocket, name: str | None, _: Any) -> None:
        if name and name not in self._hosts:
            self.prove_as(name, name)
        if name:
            connection.context = self._hosts[name]

    def _prove(self, context: ssl.SSLContext, host: str) -> None:
        key = ec.generate_private_key(ec.SECP256R1())
        plain = serialization.NoEncryption()
        secret = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "host.pem"
            path.write_bytes(secret + _pem(self._signed(host, key, authority=False)))
            context.load_cert_chain(path)

    def _signed(self, name: str, key: ec.EllipticCurvePrivateKey, *, authority: bool) -> x509.Certificate:
        now = datetime.now(UTC)
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name[:64])])
        issuer = subject if authority else self._certificate.subject
        made = (
            x509.CertificateBuilder(issuer, subject, key.public_key(), x509.random_serial_number())
            .not_valid_before(now - timedelta(days=1))
            .not_valid_after(now + timedelta(days=7))
            .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
            .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(self._key.public_key()), critical=False)
        )
        if not authority:
            made = made.add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        return made.sign(self._key, hashes.SHA256())


def _pem(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(serialization.Encoding.PEM)
