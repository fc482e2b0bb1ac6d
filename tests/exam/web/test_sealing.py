"""Keys and seals: what opens, what does not, held against an independent JOSE library."""

from __future__ import annotations

import base64
import json

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)
from hypothesis import given
from hypothesis import strategies as st

from guizhang.diagnostics import Faulty
from guizhang.sealing import base64url
from guizhang.sealing.jwe import Altered, NotSealed, OtherKey, derived, open_jwe
from guizhang.sealing.key_files import read_private, read_public
from guizhang.sealing.keys import (
    NoKey,
    WrongPassword,
    load_private,
    load_public,
    new_key,
    private_pem,
    public_pem,
)
from guizhang.sealing.sitting import receipt
from tests.exam.web.submitting import keyed, seal

KEY = new_key()
TEXT = '{"answers":["B","AC",""],"name":"王芳"}'
SEALED = seal(TEXT, KEY.public)


def test_what_an_independent_library_seals_is_opened():
    assert open_jwe(SEALED, KEY).decode() == TEXT


def test_a_key_has_the_name_an_independent_library_gives_it():
    assert KEY.public.thumbprint == keyed(KEY.public).thumbprint()


def test_the_key_derivation_is_that_of_the_standard():
    """The example of RFC 7518, appendix C, has a shorter key and named parties; its steps are redone here by hand."""
    import hashlib

    secret = bytes(range(32))
    other = b"\0\0\0\x07A256GCM" + b"\0\0\0\0" + b"\0\0\0\0" + b"\0\0\1\0"
    assert derived(secret) == hashlib.sha256(b"\0\0\0\1" + secret + other).digest()


def test_a_key_survives_its_files():
    password = "长一些的 password"
    assert load_private(private_pem(KEY, password), password).public == KEY.public
    assert load_public(public_pem(KEY.public)) == KEY.public


def test_a_wrong_password_is_no_other_fault():
    with pytest.raises(WrongPassword):
        load_private(private_pem(KEY, "right"), "wrong")


def _private(key, encryption=None):
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, encryption or BestAvailableEncryption(b"x"))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"-----BEGIN",
        _private(KEY.secret, NoEncryption()),
        _private(ec.generate_private_key(ec.SECP384R1())),
        _private(ed25519.Ed25519PrivateKey.generate()),
        public_pem(KEY.public),
    ],
)
def test_what_is_no_private_key(data):
    with pytest.raises(NoKey):
        load_private(data, "x")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        private_pem(KEY, "x"),
        ec.generate_private_key(ec.SECP384R1())
        .public_key()
        .public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo),
        ed25519.Ed25519PrivateKey.generate().public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo),
    ],
)
def test_what_is_no_public_key(data):
    with pytest.raises(NoKey):
        load_public(data)


@pytest.mark.parametrize("at", [0, 2, 3, 4])
def test_every_letter_of_the_seal_counts(at):
    parts = SEALED.split(".")
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    for place, letter in enumerate(parts[at]):
        # The next letter differs in the lowest bit, which nothing uses at the end of a part.
        other = alphabet[alphabet.index(letter) ^ 1]
        changed = ".".join([*parts[:at], parts[at][:place] + other + parts[at][place + 1 :], *parts[at + 1 :]])
        with pytest.raises((NotSealed, Altered, OtherKey)):
            open_jwe(changed, KEY)


@pytest.mark.parametrize(
    "text", ["", "....", "a.b.c", "a..b.c.d", SEALED[:-1], SEALED + "A", SEALED + ".", SEALED.replace("..", ".AA.")]
)
def test_what_is_no_seal(text):
    with pytest.raises(NotSealed):
        open_jwe(text, KEY)


def test_another_trainers_seal():
    with pytest.raises(OtherKey):
        open_jwe(seal(TEXT, new_key().public), KEY)


def _with_header(**changes):
    head, *rest = SEALED.split(".")
    header = {**json.loads(base64url.decode(head)), **changes}
    return ".".join([base64url.encode(json.dumps({k: v for k, v in header.items() if v is not None}).encode()), *rest])


@pytest.mark.parametrize(
    "changes",
    [
        {"alg": "dir"}, {"alg": "none"}, {"enc": "A128GCM"}, {"zip": "DEF"}, {"kid": None}, {"epk": None}, {"epk": "x"}, {"apu": "QQ"}, {"crit": ["x"]},
        {"epk": {"kty": "EC", "crv": "P-256", "x": base64url.encode(bytes(32)), "y": base64url.encode(bytes(32))}},
        {"epk": {"kty": "EC", "crv": "P-384", "x": "AA", "y": "AA"}}, {"epk": {**KEY.public.jwk, "d": "AA"}}, {"epk": {**KEY.public.jwk, "x": "AA"}},
    ],
)  # fmt: skip
def test_another_way_of_sealing_is_refused(changes):
    with pytest.raises(NotSealed):
        open_jwe(_with_header(**changes), KEY)


@given(st.binary(max_size=80))
def test_base64url_there_and_back(data):
    assert base64url.decode(base64url.encode(data)) == data
    assert base64url.encode(data) == base64.urlsafe_b64encode(data).decode().rstrip("=")


@pytest.mark.parametrize("text", ["A", "AB==", "AB", "A+", "A/8", "AA AA", "é", "AAA\n"])
def test_base64url_has_one_spelling(text):
    with pytest.raises(ValueError, match="base64url"):
        base64url.decode(text)


def test_a_receipt_is_short_and_readable():
    # SHA-256 of "abc" begins with ba7816bf 8f01cfea 4140 (FIPS 180-4, appendix): 80 bits in groups of five.
    bits = f"{0xBA7816BF8F01CFEA4141:080b}"
    letters = ["0123456789ABCDEFGHJKMNPQRSTVWXYZ"[int(bits[at : at + 5], 2)] for at in range(0, 80, 5)]
    assert receipt("abc").replace("-", "") == "".join(letters)
    assert [len(group) for group in receipt("abc").split("-")] == [4, 4, 4, 4]


def test_a_key_file_that_is_not_there_is_no_wrong_key(tmp_path):
    for read, code in ((lambda path: read_private(path, "x"), "SEA001"), (read_public, "SEA004")):
        with pytest.raises(Faulty) as missing:
            read(tmp_path / "key.pem")
        (fault,) = missing.value.diagnostics
        assert (fault.code, fault.problem.zh) == (code, "读不了这个文件：没有这个文件或文件夹")
