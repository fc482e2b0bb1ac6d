"""What the producers make of an exam, by path: the same files `write_exam` writes."""

from __future__ import annotations

from guizhang.exam.contents import tasks
from guizhang.exam.papers.files import own_pages, own_papers, shared_papers


def made(record, setter):
    """Return every file of an exam but the record itself."""
    return {name: data for producer, part in tasks(record, setter) for name, data in producer(part)}


def papers(record, setter):
    """Return the papers."""
    return {
        name: data
        for producer, part in tasks(record, setter)
        if producer in (own_papers, own_pages, shared_papers)
        for name, data in producer(part)
    }


def handouts(record, setter):
    """Return what candidates get."""
    return {name: data for name, data in made(record, setter).items() if name.startswith("handout/")}


def secrets(record, setter):
    """Return what stays with the trainer, without the record."""
    return {name: data for name, data in made(record, setter).items() if name.startswith("secret/")}
