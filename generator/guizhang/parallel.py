"""Work on all cores: a function over numbers 0, 1, 2, … in forked processes, which share what their parent has loaded.

Only where the system can fork (Linux, macOS); elsewhere, inside a worker, and for small work the function simply runs here.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

T = TypeVar("T")

_CHUNKS_A_WORKER = 8
"""Shares handed out one after another, so that a slow one does not leave the other cores idle."""

_CALLS = 12
"""A worker makes about so many calls and is then replaced: whatever it looked at is by then a copy of its parent's memory."""

_PATIENCE = 10
"""Of 19: a tenth of the time of one that is not patient."""

_work: Callable[[int], Any] | None = None
"""What the workers do; they inherit it, so that nothing of it need be pickled."""


def cores() -> int:
    """Return how many processes can run at once."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def spread(work: Callable[[int], T], count: int, *, small: bool = False, calls: int = _CALLS) -> Iterator[T]:
    """Yield ``work(0)``, ``work(1)``, … ``work(count - 1)`` in this order, worked out side by side.

    Args:
        work: Called in worker processes; what it returns is pickled, what it uses is not.
        count: How many calls.
        small: Whether the whole is less work than starting processes.
        calls: A worker makes about so many and is then replaced; few where each leaves much memory behind.

    Raises:
        Exception: whatever a call raises.
    """
    global _work  # noqa: PLW0603 - the one way into a forked worker that pickles nothing
    workers = min(cores(), count)
    if small or workers < 2 or _alone():
        yield from map(work, range(count))
        return
    before, _work = _work, work
    try:
        # Objects the collector never looks at again stay on pages that parent and workers share.
        gc.freeze()
        chunk = min(calls, max(1, count // (workers * _CHUNKS_A_WORKER)))
        each = max(1, calls // chunk)
        with multiprocessing.get_context("fork").Pool(workers, _leave_to_parent, maxtasksperchild=each) as pool:
            yield from pool.imap(_call, range(count), chunksize=chunk)
    finally:
        gc.unfreeze()
        _work = before


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep the garbage collector from walking through a large tree of objects again and again while it grows."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _alone() -> bool:
    """Tell whether no process can be started: the system cannot fork, or this is a worker itself."""
    return "fork" not in multiprocessing.get_all_start_methods() or multiprocessing.current_process().daemon


def _leave_to_parent() -> None:
    # Ctrl-C goes to every process of a terminal; the parent ends its workers, which have nothing to say about it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _call(number: int) -> Any:
    assert _work is not None, "set before the workers were forked"
    return _work(number)


def aside(work: Callable[[], T], *, small: bool = False, patient: bool = False) -> Callable[[], T]:
    """Start *work* in a process of its own; return what waits for it and gives its result.

    Where the system cannot fork the work is done when it is asked for.

    Args:
        work: What to do.
        small: Whether it is less work than starting a process: it is done when it is asked for.
        patient: Whether others go first where the cores are busy.

    Raises:
        Exception: whatever *work* raises, when its result is asked for.
    """
    if small or _alone():
        return work
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe(duplex=False)

    def run() -> None:
        # Where nobody waits any more, because the parent came to grief, the answer has nowhere to go and is not held on to.
        here.close()
        # Ctrl-C goes to every process of a terminal; this one ends without a word, the parent says what there is to say.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        if patient:
            os.nice(_PATIENCE)
        # What the parent holds is not this process's to collect: a walk through it would copy its pages, and has crashed
        # where a library keeps stacks of its own among them.
        gc.freeze()
        try:
            there.send((True, work()))
        except Exception as fault:  # noqa: BLE001 - handed to whoever asks for the result
            there.send((False, fault))

    process = context.Process(target=run)
    process.start()
    there.close()

    def result() -> T:
        try:
            sound, value = here.recv()
        finally:
            process.join()
        if not sound:
            raise value
        done: T = value
        return done

    return result
