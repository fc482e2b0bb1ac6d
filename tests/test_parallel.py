"""Work in several processes, interrupted as a terminal does it: Ctrl-C reaches every one of them."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import textwrap
import time

import pytest

pytestmark = pytest.mark.skipif(
    "fork" not in multiprocessing.get_all_start_methods(), reason="work is spread where the system can fork"
)

_SETTLED = 1.0
"""Seconds."""
PROGRAM = """
    import os, time
    from guizhang import parallel

    parallel.cores = lambda: 2

    def work(number=0):
        os.write(1, b"begun\\n")  # in one piece, whoever else writes
        time.sleep(60)

    try:
        {started}
    except KeyboardInterrupt:
        print("stopped", flush=True)
"""


@pytest.mark.parametrize(("started", "workers"), [("list(parallel.spread(work, 4))", 2), ("parallel.aside(work)()", 1)])
def test_an_interruption_ends_every_process_and_only_the_first_says_so(started, workers):
    program = textwrap.dedent(PROGRAM).format(started=started)
    with subprocess.Popen(
        [sys.executable, "-c", program],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        assert process.stdout is not None
        for _ in range(workers):
            assert process.stdout.readline() == "begun\n"
        # The first process has come to wait for the others by then.
        time.sleep(_SETTLED)
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert out.splitlines()[-1] == "stopped"
    assert err == ""
