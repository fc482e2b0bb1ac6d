"""A small office with rules, scripts and a bank, for the tests of quiz and exam; citations are confirmed on copying."""

from __future__ import annotations

import shutil
from pathlib import Path

from guizhang.model.citation import current_hash
from guizhang.yamlio.content import Loaded, load_project

OFFICE = Path(__file__).with_name("office")


def office(folder: Path, *, accept: bool = True) -> Loaded:
    """Copy the office into *folder* and load it; *accept* confirms what its items cite."""
    root = folder / "office"
    if not root.exists():
        shutil.copytree(OFFICE, root)
    loaded = load_project(root)
    assert not loaded.diagnostics, loaded.diagnostics
    return accepted(loaded) if accept else loaded


def accepted(loaded: Loaded) -> Loaded:
    """Return *loaded* with every citation of the bank confirmed."""
    items = tuple(
        item.model_copy(update={"cites": {a: current_hash(item, a, loaded.handbook) for a in item.cites}})
        for item in loaded.bank.items
    )
    return with_items(loaded, items)


def with_items(loaded, items) -> Loaded:
    """Return *loaded* with other items in its bank."""
    from dataclasses import replace

    return Loaded(loaded.handbook, replace(loaded.bank, items=tuple(items)), loaded.locate, [], loaded.broken)


def with_blueprint(loaded, **changes) -> Loaded:
    """Return *loaded* with its blueprint changed."""
    from dataclasses import replace

    blueprint = loaded.bank.blueprints[0].model_copy(update=changes)
    return Loaded(loaded.handbook, replace(loaded.bank, blueprints=(blueprint,)), loaded.locate, [], loaded.broken)
