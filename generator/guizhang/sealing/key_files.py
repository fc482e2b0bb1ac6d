"""The trainer's key as files: ``private-key.pem`` (0600, under a password), ``public-key.pem`` and ``public-key.jwk``."""

from __future__ import annotations

import json
import os
from pathlib import Path

from guizhang.diagnostics import Faulty, system_words, whole_file
from guizhang.files import write_file
from guizhang.sealing.keys import (
    NoKey,
    PrivateKey,
    PublicKey,
    WrongPassword,
    load_private,
    load_public,
    new_key,
    private_pem,
    public_pem,
)

PRIVATE_KEY, PUBLIC_KEY, PUBLIC_JWK = "private-key.pem", "public-key.pem", "public-key.jwk"
_MODE = 0o600


def make_key(folder: Path, password: str) -> tuple[Path, ...]:
    """Make a key pair in *folder* and return its files, the private one first.

    Raises:
        Faulty: there is a key already, or the folder cannot be written.
    """
    key = new_key()
    private = folder / PRIVATE_KEY
    try:
        folder.mkdir(parents=True, exist_ok=True)
        # It is never readable by others, not even for a moment, and never replaces a key answers were sealed to.
        handle = os.open(private, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _MODE)
        with os.fdopen(handle, "wb") as file:
            file.write(private_pem(key, password))
        write_file(folder / PUBLIC_KEY, public_pem(key.public))
        jwk = {**key.public.jwk, "kid": key.public.thumbprint, "use": "enc", "alg": "ECDH-ES"}
        write_file(folder / PUBLIC_JWK, json.dumps(jwk, indent=1) + "\n")
    except FileExistsError as error:
        raise Faulty([whole_file(
            private, "SEA003", ("这里已有一把钥匙，不会覆盖", "there is a key here already; it is not replaced"),
            ("换一个文件夹", "choose another folder"),
        )]) from error  # fmt: skip
    except OSError as error:
        words = system_words(error)
        raise Faulty([whole_file(
            private, "SEA003", (f"写不进：{words.zh}", f"it cannot be written: {words.en}"),
            ("检查权限和磁盘空间，或换一个文件夹", "check permissions and free space, or choose another folder"),
        )]) from error  # fmt: skip
    return private, folder / PUBLIC_KEY, folder / PUBLIC_JWK


def read_private(path: Path, password: str) -> PrivateKey:
    """Return the private key in *path*.

    Raises:
        Faulty: there is none, or the password is wrong.
    """
    try:
        return load_private(_bytes(path, "SEA001"), password)
    except NoKey as error:
        raise Faulty([whole_file(
            path, "SEA001", ("不是 guizhang exam keygen 写出的私钥", f"this is no private key of guizhang exam keygen: {error}"),
            (f"指定 {PRIVATE_KEY}", f"name the file {PRIVATE_KEY}"),
        )]) from error  # fmt: skip
    except WrongPassword as error:
        raise Faulty([whole_file(
            path, "SEA002", ("密码不对，或私钥文件已损坏", "the password is wrong, or the key file is damaged"),
            ("重新输入密码，或从备份取回私钥", "type the password again, or take the key back from a copy"),
        )]) from error  # fmt: skip


def read_public(path: Path) -> PublicKey:
    """Return the public key in *path*.

    Raises:
        Faulty: there is none.
    """
    try:
        return load_public(_bytes(path, "SEA004"))
    except NoKey as error:
        raise Faulty([whole_file(
            path, "SEA004", ("不是 guizhang exam keygen 写出的公钥", f"this is no public key of guizhang exam keygen: {error}"),
            (f"指定 {PUBLIC_KEY}", f"name the file {PUBLIC_KEY}"),
        )]) from error  # fmt: skip


def _bytes(path: Path, code: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        words = system_words(error)
        raise Faulty([whole_file(
            path, code, (f"读不了这个文件：{words.zh}", f"the file cannot be read: {words.en}"),
            ("检查路径和权限", "check its path and permissions"),
        )]) from error  # fmt: skip
