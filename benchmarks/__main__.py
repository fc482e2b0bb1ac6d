"""Run every benchmark, or those named: `python -m benchmarks importing loading`."""

from __future__ import annotations

import os
import platform
import sys

from benchmarks import (
    auditing,
    auditing_answers,
    building,
    comparing,
    drawing,
    finding,
    flaws,
    formats,
    generating,
    grading,
    guessing,
    importing,
    loading,
    mutating,
    outlining,
    papers,
    printing,
    reading,
    search_browser,
    searching,
    sitting,
    warehouse,
    web_exam,
    workbook,
)
from benchmarks.measure import table

BENCHMARKS = {
    module.__name__.rpartition(".")[2]: module
    for module in (
        importing,
        reading,
        formats,
        outlining,
        mutating,
        finding,
        generating,
        flaws,
        guessing,
        grading,
        loading,
        building,
        drawing,
        comparing,
        papers,
        printing,
        workbook,
        auditing,
        auditing_answers,
        searching,
        search_browser,
        warehouse,
        web_exam,
        sitting,
    )
}


def main(names: list[str]) -> None:
    """Print one table per benchmark."""
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}")
    for name in names or BENCHMARKS:
        print(f"\n{name}\n{table(list(BENCHMARKS[name].rows()))}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
