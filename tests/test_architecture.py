"""Imports point one way: the table of allowed arrows, held against every import of the package."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from guizhang.quiz.models import MODELS

PACKAGE = Path(__file__).parents[1] / "generator" / "guizhang"

BASE = {"model", "diagnostics", "zh", "files", "parallel", "pictures", "templating"}
MIDDLE = BASE | {"yamlio"}
ALLOWED: dict[str, set[str]] = {
    "diagnostics": set(),
    "files": set(),
    "parallel": set(),
    "pictures": {"diagnostics"},
    "templating": set(),
    "zh": set(),
    "model": set(),
    "yamlio": BASE,
    "importers": MIDDLE,
    "facts": MIDDLE,
    "editions": MIDDLE | {"facts"},
    "consistency": BASE,
    "quality": BASE | {"consistency"},
    "checks": MIDDLE | {"consistency", "facts", "quality", "sealing"},
    "translation": MIDDLE,
    "quiz": MIDDLE | {"consistency", "quality"},
    "site": MIDDLE | {"editions", "sealing", "tables"},
    "tables": BASE,
    "exchange": MIDDLE | {"tables", "importers"},
    "sealing": BASE,
    "printing": BASE,
    "exam": MIDDLE | {"quiz", "sealing", "tables", "printing"},
    "receipts": MIDDLE | {"exam", "sealing", "tables"},
    "book": MIDDLE | {"site", "exam", "tables", "printing"},
    "grading": MIDDLE | {"quiz", "sealing", "tables", "printing"},
    # It reads what grading writes, by the same formulas and minimum numbers.
    "results": MIDDLE | {"grading", "tables"},
    "exporters": MIDDLE | {"quiz"},
    "reference": BASE,
    "doctor": BASE | {"exam"},
}
"""Module or folder -> what it may import. `cli` may import everything; siblings meet only through `model`."""
FREE = {"cli", "__init__", "__main__"}
ADAPTERS = {"site/begin.py": {"checks", "quiz"}, "checks/starter.py": {"reference"}}
"""What a build begins with stands where `cli` stands: `mkdocs build` must refuse what `guizhang build` refuses, and
have the practice items it has. The pages get them as values of `model`; nothing else of the site knows where items are
made."""

# Heavy or framework libraries that only one corner may know.
ONLY_IN = {
    "mkdocs": {"site/plugin.py", "site/driver.py"},
    "typst": {"printing"},
    "cryptography": {"sealing"},
    "docx": {"book", "site/record_docx.py"},
    "click": {"cli"},
    "rich": {"cli"},
    "duckdb": {"results"},
    "ibis": {"results"},
}


def _imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            found.add(node.module or "")
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def _corner(path: Path) -> str:
    relative = path.relative_to(PACKAGE)
    return relative.parts[0].removesuffix(".py")


MODULES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_module_imports_only_what_its_corner_may(path):
    corner = _corner(path)
    if corner in FREE:
        return
    own = {name.split(".")[1] for name in _imports(path) if name.startswith("guizhang.")} - {"__version__"}
    allowed = ALLOWED[corner] | {corner} | ADAPTERS.get(path.relative_to(PACKAGE).as_posix(), set())
    assert own <= allowed, f"{corner} imports {sorted(own - allowed)}"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(PACKAGE).as_posix())
def test_framework_libraries_stay_in_their_corner(path):
    relative = path.relative_to(PACKAGE).as_posix()
    for library, corners in ONLY_IN.items():
        if any(name.split(".")[0] == library for name in _imports(path)):
            assert relative in corners or _corner(path) in corners, f"{relative} imports {library}"


def test_every_corner_is_in_the_table():
    assert {_corner(path) for path in MODULES} <= ALLOWED.keys() | FREE


def test_items_are_made_in_three_layers():
    layers = ("models", "material", "quoting")
    for depth, layer in enumerate(layers):
        above = tuple(f"{PACKAGE.name}.quiz.{name}" for name in (*layers[:depth], "models"))
        for path in (PACKAGE / "quiz" / layer).rglob("*.py"):
            taken = [name for name in _imports(path) if name.startswith(above)]
            table = layer == "models" and path.stem == "__init__"
            assert table or not taken, f"{path.name} imports {taken}: what two models need stands below them"


@pytest.mark.parametrize("house", ["importers", "quiz/material", "quality"])
def test_rooms_of_a_large_folder_lie_one_above_the_other(house):
    """A room is a folder of the house, or a module beside the folders; what it takes from must not take from it."""
    prefix = f"{PACKAGE.name}.{house.replace('/', '.')}."
    taken: dict[str, set[str]] = {}
    for path in (PACKAGE / house).rglob("*.py"):
        room = path.relative_to(PACKAGE / house).parts[0].removesuffix(".py")
        names = {name.removeprefix(prefix).split(".")[0] for name in _imports(path) if name.startswith(prefix)}
        rooms = {name for name in names if any((PACKAGE / house).glob(f"{name}*"))}
        if room != "__init__":
            taken.setdefault(room, set()).update(rooms - {room})
    below: set[str] = set()
    while free := {room for room, names in taken.items() if room not in below and names <= below}:
        below |= free
    assert not taken.keys() - below, {room: taken[room] - below for room in taken.keys() - below}


def test_every_module_among_the_models_is_in_their_table():
    modules = {path.stem for path in (PACKAGE / "quiz/models").glob("*.py")} - {"__init__"}
    assert modules == {module.__name__.rpartition(".")[2] for module in MODELS.values()}
