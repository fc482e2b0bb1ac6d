"""Other names for people: the same for the same person wherever the same key is used, and nothing without it."""

from __future__ import annotations

import os
import secrets
from functools import lru_cache
from pathlib import Path

from guizhang.diagnostics import Faulty
from guizhang.grading.privacy.pseudonyms import code_of
from guizhang.results import faults

_BYTES = 32


class Pseudonyms:
    """Gives everybody another id; without a key people keep their own."""

    def __init__(self, key: bytes | None) -> None:
        """Take the *key*; ``None``: nobody is renamed."""
        self._key = key
        self.person = lru_cache(maxsize=1_000_000)(self._person)

    @property
    def hides(self) -> bool:
        """Whether people are renamed."""
        return self._key is not None

    def _person(self, candidate: str) -> str:
        return code_of(self._key, candidate) if self._key is not None else candidate

    def name(self, name: str) -> str:
        """Return a person's name, or nothing where people are renamed."""
        return "" if self.hides else name


def key_from(path: Path | None) -> bytes:
    """Return the key in a file; a new one where there is no file, kept in it where *path* is given (mode 0600).

    Raises:
        Faulty: the file holds something else.
    """
    if path is None:
        return secrets.token_bytes(_BYTES)
    try:
        if not path.exists():
            key = secrets.token_bytes(_BYTES)
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "w", encoding="ascii") as file:
                file.write(f"{key.hex()}\n")
            return key
        key = bytes.fromhex(path.read_text(encoding="ascii").strip())
    except (OSError, ValueError) as error:
        raise Faulty([faults.broken_key(str(path), str(error))]) from error
    if len(key) != _BYTES:
        raise Faulty([faults.broken_key(str(path), f"{len(key)} bytes instead of {_BYTES}")])
    return key
