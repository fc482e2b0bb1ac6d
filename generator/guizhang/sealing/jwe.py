"""Opens a compact JWE of the one kind the exam page writes: ECDH-ES on P-256, A256GCM, nothing compressed.

Source: RFC 7516 (JWE), sections 3.1 and 5.2; RFC 7518 (JWA), sections 4.6 and 5.3.
"""

from __future__ import annotations

import json
from hashlib import sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from guizhang.diagnostics import GuizhangError
from guizhang.sealing import base64url
from guizhang.sealing.keys import PrivateKey, PublicKey

_ENCRYPTION = "A256GCM"
_HEADER = {"alg", "enc", "kid", "epk"}
_POINT = {"kty", "crv", "x", "y"}
_NONCE, _TAG = 12, 16


class NotSealed(GuizhangError):
    """The text is no JWE of our kind: cut short, mixed up, or something else."""


class OtherKey(GuizhangError):
    """It is sealed to another key."""


class Altered(GuizhangError):
    """The seal is broken: not a bit of it is believed."""


def key_named(text: str) -> str:
    """Return the thumbprint of the key *text* is sealed to, by what stands in the open beside the seal.

    Raises:
        NotSealed: it is no such JWE.
    """
    _, kid, _, _ = _parts(text)
    return kid


def open_jwe(text: str, key: PrivateKey) -> bytes:
    """Return what is sealed in *text*.

    Raises:
        NotSealed: it is no such JWE.
        OtherKey: it names another key.
        Altered: it was changed after it was sealed.
    """
    ephemeral, kid, nonce, closed = _parts(text)
    if kid != key.public.thumbprint:
        raise OtherKey(kid)
    try:
        secret = key.agreed(ephemeral)
    except ValueError as error:
        raise NotSealed(f"the point is not on the curve: {error}") from error
    try:
        return AESGCM(derived(secret)).decrypt(nonce, closed, text.partition(".")[0].encode("ascii"))
    except InvalidTag as error:
        raise Altered("the tag does not fit") from error


def derived(secret: bytes) -> bytes:
    """Return the 256-bit key for A256GCM derived from the agreed *secret* (Concat KDF, RFC 7518 section 4.6.2)."""
    name = _ENCRYPTION.encode()
    # One round; party names are empty; the last word is the length of the key in bits.
    other = len(name).to_bytes(4) + name + bytes(4) + bytes(4) + (256).to_bytes(4)
    return sha256((1).to_bytes(4) + secret + other).digest()


def _parts(text: str) -> tuple[PublicKey, str, bytes, bytes]:
    """Return the ephemeral key, the name of the recipient's key, the nonce, and what is closed with its tag."""
    parts = text.split(".")
    if len(parts) != 5 or parts[1]:
        raise NotSealed("five parts, the second of them empty, are a JWE of direct key agreement")
    try:
        header, nonce, body, tag = (base64url.decode(parts[at]) for at in (0, 2, 3, 4))
        ephemeral, kid = _header(header)
        if len(nonce) != _NONCE or len(tag) != _TAG:
            raise ValueError("a nonce has 12 bytes and a tag 16")
    except ValueError as error:
        raise NotSealed(str(error)) from error
    return ephemeral, kid, nonce, body + tag


def _header(data: bytes) -> tuple[PublicKey, str]:
    header = json.loads(data)
    if not isinstance(header, dict) or set(header) != _HEADER:
        raise ValueError("a header of other members")
    point = header["epk"]
    if not isinstance(point, dict) or set(point) != _POINT or not all(isinstance(v, str) for v in point.values()):
        raise ValueError("no ephemeral key")
    if (header["alg"], header["enc"], point["kty"], point["crv"]) != ("ECDH-ES", _ENCRYPTION, "EC", "P-256"):
        raise ValueError("another way of sealing")
    return PublicKey(point["x"], point["y"]), str(header["kid"])
