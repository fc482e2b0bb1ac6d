"""The trainer's key pair: P-256, the private half as PKCS8 PEM under a password, the public half as PEM."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)

from guizhang.diagnostics import GuizhangError
from guizhang.sealing import base64url

_CURVE = ec.SECP256R1()
_COORDINATE = 32


class NoKey(GuizhangError):
    """The file holds no key of the kind that is asked for."""


class WrongPassword(GuizhangError):
    """The private key does not open with this password."""


@dataclass(frozen=True)
class PublicKey:
    """What answers are sealed to."""

    x: str
    y: str
    """Coordinates of the point, base64url."""

    @property
    def jwk(self) -> dict[str, str]:
        """The key as JSON Web Key, its members in the order RFC 7638 hashes them in."""
        return {"crv": "P-256", "kty": "EC", "x": self.x, "y": self.y}

    @cached_property
    def thumbprint(self) -> str:
        """Hash that names the key (RFC 7638, SHA-256)."""
        canonical = f'{{"crv":"P-256","kty":"EC","x":"{self.x}","y":"{self.y}"}}'
        return base64url.encode(sha256(canonical.encode()).digest())

    @property
    def point(self) -> ec.EllipticCurvePublicKey:
        """The point on the curve.

        Raises:
            ValueError: the coordinates are no point of the curve.
        """
        x, y = (base64url.decode(part) for part in (self.x, self.y))
        if len(x) != _COORDINATE or len(y) != _COORDINATE:
            raise ValueError("a coordinate has 32 bytes")
        return ec.EllipticCurvePublicNumbers(int.from_bytes(x), int.from_bytes(y), _CURVE).public_key()


@dataclass(frozen=True)
class PrivateKey:
    """What opens sealed answers."""

    secret: ec.EllipticCurvePrivateKey

    @cached_property
    def public(self) -> PublicKey:
        """The other half."""
        return _public(self.secret.public_key())

    def agreed(self, other: PublicKey) -> bytes:
        """Return the secret shared with the holder of *other* (ECDH, the x coordinate).

        Raises:
            ValueError: *other* is no point of the curve.
        """
        return self.secret.exchange(ec.ECDH(), other.point)


def new_key() -> PrivateKey:
    """Return a new key."""
    return PrivateKey(ec.generate_private_key(_CURVE))


def private_pem(key: PrivateKey, password: str) -> bytes:
    """Return *key* as PKCS8 PEM under *password*."""
    return key.secret.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(password.encode()))


def public_pem(key: PublicKey) -> bytes:
    """Return *key* as PEM."""
    return key.point.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def load_private(data: bytes, password: str) -> PrivateKey:
    """Return the private key in the PEM file *data*.

    Raises:
        NoKey: it holds none, or one of another kind.
        WrongPassword: the password is not that of the file.
    """
    if b"ENCRYPTED PRIVATE KEY" not in data:
        raise NoKey("no private key under a password")
    try:
        key = load_pem_private_key(data, password.encode())
    except UnsupportedAlgorithm as error:
        raise NoKey(str(error)) from error
    except ValueError as error:
        # The library says the same of a wrong password and of a damaged file, whose password nobody can tell.
        raise WrongPassword(str(error)) from error
    if not isinstance(key, ec.EllipticCurvePrivateKey) or key.curve.name != _CURVE.name:
        raise NoKey("no P-256 key")
    return PrivateKey(key)


def load_public(data: bytes) -> PublicKey:
    """Return the public key in *data*: a PEM file, or a JSON Web Key.

    Raises:
        NoKey: it holds none, one of another kind, or a private one.
    """
    if data.lstrip().startswith(b"{"):
        return _from_jwk(data)
    try:
        key = load_pem_public_key(data)
    except (ValueError, UnsupportedAlgorithm) as error:
        raise NoKey(str(error)) from error
    if not isinstance(key, ec.EllipticCurvePublicKey) or key.curve.name != _CURVE.name:
        raise NoKey("no P-256 key")
    return _public(key)


def _from_jwk(data: bytes) -> PublicKey:
    """Return the key in a JSON Web Key (RFC 7517)."""
    try:
        jwk = json.loads(data)
        if "d" in jwk:
            raise NoKey("a private key")
        if (jwk["kty"], jwk["crv"]) != ("EC", "P-256"):
            raise NoKey("no P-256 key")
        key = PublicKey(str(jwk["x"]), str(jwk["y"]))
        _ = key.point
    except (ValueError, LookupError) as error:
        raise NoKey(f"no JSON Web Key: {error}") from error
    return key


def _public(key: ec.EllipticCurvePublicKey) -> PublicKey:
    numbers = key.public_numbers()
    x, y = (base64url.encode(number.to_bytes(_COORDINATE)) for number in (numbers.x, numbers.y))
    return PublicKey(x, y)
