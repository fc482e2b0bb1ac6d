"""Submissions as the page makes them, sealed by an independent library: what grading must open, and what it must not."""

from __future__ import annotations

import base64
import hmac
import json
from hashlib import sha256

from joserfc import jwe
from joserfc.jwk import ECKey

from guizhang.sealing.sitting import sittings

START = 1_800_000_000


def keyed(public):
    """Return a public key as the independent library knows it."""
    return ECKey.import_key(public.jwk)


def seal(text: str, public, **header) -> str:
    """Seal *text* to the trainer's key with the independent library."""
    head = {"alg": "ECDH-ES", "enc": "A256GCM", "kid": public.thumbprint, **header}
    return jwe.encrypt_compact(head, text.encode(), keyed(public))


def submission(record, number=0, answers=None, **changes):
    """Return what the page of the *number*-th sitting seals."""
    sitting = list(sittings(record))[number]
    form = next(form for form in record.forms if form.id == sitting.form)
    blank = ["" for _ in form.items]
    return {
        "v": 1, "exam": record.exam_id, "form": sitting.printed_form,
        "who": sitting.candidate.id if sitting.candidate else "77", "name": "" if sitting.candidate else "张三",
        "nonce": base64.urlsafe_b64encode(sha256(f"{number}".encode()).digest()[:16]).decode().rstrip("="),
        "token": sitting.token, "start": START, "end": START + 600, "used": 600, "last": 590, "away": [],
        "away_count": 0, "away_seconds": 0, "flags": [], "answers": answers or blank, **changes,
    }  # fmt: skip


def sealed_file(folder, name, content, public):
    """Write the file a page would have downloaded."""
    path = folder / name
    path.write_text(json.dumps({"jwe": seal(json.dumps(content), public)}))
    return path


def unsealed_file(folder, name, content, token):
    """Write the file of a page that could not seal."""
    text = json.dumps({**content, "token": ""})
    check = hmac.new(token.encode(), text.encode(), sha256).digest()
    path = folder / name
    path.write_text(json.dumps({"unsealed": text, "check": base64.urlsafe_b64encode(check).decode().rstrip("=")}))
    return path


LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_."


def _another_letter(text, _others, chance):
    at = chance.randrange(len(text))
    return text[:at] + chance.choice(LETTERS.replace(text[at], "")) + text[at + 1 :]


def _cut(text, _others, chance):
    return text[: chance.randrange(len(text))]


def _inserted(text, _others, chance):
    at = chance.randrange(len(text))
    return text[:at] + chance.choice(LETTERS) + text[at:]


def _a_part_of_another(text, others, chance):
    parts = text.split(".")
    place = chance.choice([0, 2, 3, 4])
    return ".".join([*parts[:place], chance.choice(others).split(".")[place], *parts[place + 1 :]])


def _glued(text, others, chance):
    at = chance.randrange(1, len(text) - 1)
    return text[:at] + chance.choice(others)[at:]


_TEXTS = {
    "letter": _another_letter, "cut": _cut, "insert": _inserted, "part": _a_part_of_another, "glue": _glued,
}  # fmt: skip
_CONTENTS = {
    # Anybody has the public key and can seal; what nobody has is the token of another's page.
    "another exam": lambda _: {"exam": "0123456789abcdef"},
    "another candidate": lambda record: {"who": record.candidates[1].id},
    "another form": lambda record: {"form": record.forms[-1].id},
    "another token": lambda record: {"token": list(sittings(record))[2].token},
    "a guessed token": lambda _: {"token": "A" * 22},
    "second submission": lambda _: {"nonce": "Z" * 22, "end": START + 700},
    "past the limit": lambda record: {"used": record.limit_minutes * 60 + 61, "end": START + 9_000, "nonce": "Y" * 22},
}
TAMPERINGS = (*_TEXTS, *_CONTENTS, "replay", "cut file")


def tamperings(record, public, chance, count):
    """Yield kind and content of *count* files, none of which may count beside the genuine `submission` of the record."""
    blank = submission(record)
    genuine = seal(json.dumps(blank), public)
    others = [seal(json.dumps(submission(record, number)), public) for number in (0, 1, 2)]
    for number in range(count):
        kind = TAMPERINGS[number % len(TAMPERINGS)]
        text = json.dumps({"jwe": genuine})
        if kind in _TEXTS:
            while (changed := _TEXTS[kind](genuine, others, chance)) in (genuine, *others):
                pass
            text = json.dumps({"jwe": changed})
        elif kind in _CONTENTS:
            text = json.dumps({"jwe": seal(json.dumps({**blank, **_CONTENTS[kind](record)}), public)})
        elif kind == "replay":
            text = json.dumps({"jwe": seal(json.dumps(blank), public)})
        else:
            text = text[: chance.randrange(1, len(text) - 1)]
        yield kind, text
