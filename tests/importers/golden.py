"""The golden cases: folders with a source and what importing it gives."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guizhang.importers import Import, import_text, outline_json

CASES = Path(__file__).resolve().parents[1] / "cases"


@dataclass(frozen=True)
class Case:
    """One messy document of our own."""

    folder: Path

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def source(self) -> Path:
        return next(self.folder.glob("source.*"))

    def read(self) -> Import:
        return import_text(self.source.read_bytes(), self.source.name)

    def actual(self) -> dict[Path, str]:
        """Return file -> text of what the importer gives now."""
        imported = self.read()
        findings = "".join(f"{f.line}: {f.code}: {f.zh} / {f.en}\n" for f in imported.findings)
        outline = json.dumps(outline_json(imported), ensure_ascii=False, indent=1) + "\n"
        return {self.folder / "outline.json": outline, self.folder / "findings.txt": findings}


def find_cases() -> list[Case]:
    """Return the cases whose source is text, by name; other kinds of case live in the same folder."""
    return [
        Case(folder)
        for folder in sorted(CASES.iterdir())
        if folder.is_dir() and any(source.suffix in (".txt", ".md") for source in folder.glob("source.*"))
    ]


def shape(imported: Import) -> list[Any]:
    """Return the tree without lines and layout, for comparing two sources that should mean the same."""

    def node(n: Any) -> Any:
        words = "".join((n["title"] + n["text"]).split())
        return ("".join(n["label"].split()), n["number"], words, [node(child) for child in n["children"]])

    return [[node(n) for n in document["nodes"]] for document in outline_json(imported)["documents"]]


def skeleton(imported: Import) -> list[Any]:
    """Return labels and nesting only."""

    def node(n: Any) -> Any:
        return (n["type"], n["number"], [node(child) for child in n["children"] if child["type"] != "paragraph"])

    return [
        [node(n) for n in document["nodes"] if n["type"] != "paragraph"]
        for document in outline_json(imported)["documents"]
    ]
