"""The glossary: terms with definitions, synonyms for search, and renderings translators must not use."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from guizhang.model.base import Id, Model
from guizhang.model.text import Text


class Forms(Model):
    """Word forms per language."""

    zh: tuple[str, ...] = ()
    en: tuple[str, ...] = ()


class Term(Model):
    """One term."""

    id: Id
    term: Text
    definition: Text
    synonyms: Forms = Forms()
    """Words that mean the same; search finds the term by them."""
    forbidden: Forms = Forms()
    """Renderings that must not be used."""
    themes: tuple[Id, ...] = ()


class Glossary(Model):
    """``content/glossary.yaml``."""

    terms: Annotated[tuple[Term, ...], Field(min_length=1)]
