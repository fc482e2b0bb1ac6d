"""base64url without padding, read strictly: one text for one sequence of bytes.

Source: RFC 7515, section 2; RFC 4648, section 3.5 (pad bits).
"""

from __future__ import annotations

import base64
import binascii


def encode(data: bytes) -> str:
    """Return *data* in base64url without padding."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


def decode(text: str) -> bytes:
    """Return the bytes *text* stands for.

    Raises:
        ValueError: *text* is not what `encode` writes. The unused bits of the last letter must be zero: otherwise a
            sealed file could be altered without anybody noticing.
    """
    try:
        data = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError) as error:
        raise ValueError(f"no base64url: {error}") from error
    if encode(data) != text:
        raise ValueError("no base64url in its one spelling")
    return data
