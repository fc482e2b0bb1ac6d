"""A small handbook that asks for confirmation, and receipts as its pages make them, sealed by an independent library."""

from __future__ import annotations

import base64
import hmac
import json
import shutil
from hashlib import sha256
from pathlib import Path

from guizhang.model.acknowledged import handbook_mark, reading_lists
from guizhang.sealing.key_files import make_key
from guizhang.yamlio.content import load_project
from tests.exam.web.submitting import seal
from tests.site.conftest import write_project

NOW = 1_800_000_000
PASSWORD = "a long password"
ROSTER = 'id,name,role,department\n1001,王芳,客服专员,一部\n1002,Li Lei,receptionist,\n=1+1,"=HYPERLINK(""http://x"",""y"")",manager,\n1004,赵六,,\n'


def asking_project(base: Path) -> Path:
    """Write a handbook that asks for confirmation, and its keys beside it in ``keys``."""
    root = write_project(base / "project")
    make_key(base / "keys", PASSWORD)
    shutil.copy(base / "keys" / "public-key.jwk", root / "content" / "receipts.jwk")
    path = root / "content" / "handbook.yaml"
    asked = "acknowledgement:\n  key: content/receipts.jwk\n  hand_in: {zh: 发到 <hr@example.com>, en: Mail it}\n"
    path.write_text(path.read_text(encoding="utf-8") + asked, encoding="utf-8")
    return root


def published(root: Path):
    """Return the handbook as staff see it."""
    return load_project(root).handbook.published()


def said(book, listed="*", **changes):
    """Return what a page of the handbook seals."""
    one = reading_lists(book)[listed]
    return {
        "kind": "acknowledgement", "v": 1, "handbook": handbook_mark(book.settings), "list": listed,
        "edition": book.settings.edition or "", "digest": one.digest,
        "regulations": {e.regulation: [e.version, e.digest] for e in one.extents},
        "who": "1001", "name": "王芳", "view": "both", "at": NOW, "place": "https://handbook.example.com", "token": "", **changes,
    }  # fmt: skip


def sealed(content, public) -> str:
    """Return the file a page saves."""
    return json.dumps({"jwe": seal(json.dumps(content), public)}) + "\n"


def unsealed(content) -> str:
    """Return the file of a browser that cannot seal."""
    text = json.dumps(content)
    check = hmac.new(b"", text.encode(), sha256).digest()
    return json.dumps({"unsealed": text, "check": base64.urlsafe_b64encode(check).decode().rstrip("=")}) + "\n"
