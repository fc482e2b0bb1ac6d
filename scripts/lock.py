"""Rewrite requirements/*.txt from pyproject.toml: every version pinned and hashed, for all systems at once.

    python scripts/lock.py             keep the pins that still fit, add what is new
    python scripts/lock.py --upgrade   take the newest versions that pyproject.toml admits

The files name no index and no place on this machine, so they install the same from a mirror.
Runs with any Python 3.11; uv, the resolver, is installed for the run from its own hashed file (requirements/lock.txt).
"""

import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = Path("requirements")

HEADER = "# {what}. Written by `make lock` from pyproject.toml; not edited by hand.\n"

# file name, first comment line, uv's sources. A later file is constrained by the earlier ones, so that they agree.
LOCKS = (
    ("build", "Build backends, installed first so that no build downloads its own", ("--group", "build")),
    ("runtime", "What Guizhang needs to run", ("pyproject.toml",)),
    ("dev", "What its tests and linters need on top of that", ("--group", "dev")),
    ("lock", "The resolver that `make lock` runs", ("--group", "lock")),
)


def resolver(folder: Path) -> Path:
    """Return the path of uv, installed into a virtual environment made in *folder*."""
    venv.create(folder, with_pip=True)
    binaries = folder / ("Scripts" if sys.platform == "win32" else "bin")
    pinned = ROOT / REQUIREMENTS / "lock.txt"
    wanted = ["--require-hashes", "-r", str(pinned)] if pinned.exists() else ["uv"]
    install = [str(binaries / "python"), "-m", "pip", "--disable-pip-version-check", "--quiet", "install", *wanted]
    subprocess.run(install, check=True)
    return binaries / "uv"


def main() -> None:
    """Compile each lock in turn."""
    unknown = set(sys.argv[1:]) - {"--upgrade"}
    if unknown:
        raise SystemExit(f"unknown option: {' '.join(sorted(unknown))}; there is only --upgrade")
    with tempfile.TemporaryDirectory() as folder:
        uv = resolver(Path(folder))
        done: list[str] = []
        for name, what, sources in LOCKS:
            print(f"lock: {REQUIREMENTS / name}.txt", flush=True)
            target = REQUIREMENTS / f"{name}.txt"
            command = [
                str(uv), "pip", "compile", *sources,
                "--universal", "--python-version", "3.11", "--generate-hashes",
                "--no-header", "--quiet",
                "--output-file", target.as_posix(),
            ]  # fmt: skip
            for earlier in done:
                command += ["--constraints", earlier]
            subprocess.run([*command, *sys.argv[1:]], check=True, cwd=ROOT)
            written = (ROOT / target).read_text(encoding="utf-8")
            (ROOT / target).write_text(HEADER.format(what=what) + written, encoding="utf-8", newline="\n")
            done.append(target.as_posix())


if __name__ == "__main__":
    main()
