"""Real pages, where they lie at hand (GUIZHANG_SEEDS, or shared/ beside the repository); skipped elsewhere."""

from __future__ import annotations

import importlib.util
import json
import os
from pathlib import Path

import pytest

from guizhang.importers import import_text, outline_json

SHARED = Path(os.environ.get("GUIZHANG_SEEDS", Path(__file__).resolve().parents[3] / "shared"))
SEEDS = sorted(SHARED.glob("seeds/*.txt"))
pytestmark = pytest.mark.skipif(not SEEDS, reason="no seeds at hand")


def scorer():
    spec = importlib.util.spec_from_file_location("score_outline", SHARED / "gold" / "score_outline.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_a_seed_is_imported_whole(path):
    result = import_text(path.read_bytes(), path.name)
    assert result.ledger[-1].end == len(result.text)
    assert result.documents


@pytest.mark.parametrize("gold", sorted(SHARED.glob("gold/*.json")), ids=lambda path: path.stem)
def test_a_seed_is_read_as_people_read_it(gold):
    path = next(SHARED.glob(f"seeds/{gold.stem}_*.txt"))
    outline = outline_json(import_text(path.read_bytes(), path.name))
    score = scorer().score(json.loads(gold.read_text(encoding="utf-8")), outline)
    assert score["documents_f1"] >= 0.98
    assert score["nodes_f1"] >= 0.98
    assert score["edges"] >= 0.96
    assert score["noise_kept"] == 0
