"""The project as others get it: pinned set-up, sdist, wheel, and an installed copy away from the checkout."""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))


def project_files() -> list[Path]:
    """Return what is committed or about to be: each file git does not ignore, relative to the root."""
    if not (ROOT / ".git").exists():
        ignored = {".venv", "build", "dist", "site", "__pycache__", ".hypothesis"}
        every = (path.relative_to(ROOT) for path in ROOT.rglob("*") if path.is_file())
        return sorted(path for path in every if not ignored & set(path.parts[:1]) and "__pycache__" not in path.parts)
    listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listing, cwd=ROOT, capture_output=True, check=True).stdout.decode().split("\0")
    return sorted(Path(name) for name in set(names) if name and (ROOT / name).is_file())


def clean_environment(**more: str) -> dict[str, str]:
    """Return the environment without what would let a copy see this checkout or a package index."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PIP_", "VIRTUAL_ENV"))}
    return {**kept, "PIP_NO_INDEX": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1", **more}


def run(*command: str | Path, cwd: Path, **more: str) -> str:
    """Run *command* in *cwd* and return its standard output; what it said goes into the failure."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=clean_environment(**more),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, f"{command} ended with {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done.stdout


# --- the committed files -------------------------------------------------------------------------------------------

# Each is written in two pieces, so that this file does not name what it forbids.
FORBIDDEN = {
    "a package index": (
        r"index" + r"[-_]url",
        r"find" + r"[-_]links",
        r"trusted" + r"[-_]host",
        r"python" + r"hosted",
        r"\bpypi" + r"\.org",
        r"registry" + r"\.(npmjs|yarnpkg)",
        r"deb" + r"\.debian\.org",
    ),
    "a place on one machine": (
        r"(?<![\w./-])/(" + r"root|work)/",
        r"(?<![\w./-])/(" + r"home|Users)/[a-z]\w*/",
        r"\b[A-Z]:\\" + r"Users\\",
    ),
}


def test_no_file_names_an_index_or_a_machine_path() -> None:
    found = []
    for path in project_files():
        content = (ROOT / path).read_bytes()
        for what, patterns in FORBIDDEN.items():
            hit = re.search("|".join(patterns).encode(), content)
            if hit:
                line = content.count(b"\n", 0, hit.start()) + 1
                found.append(f"{path}:{line}: {what}: {hit[0].decode()}")
    assert found == []


@pytest.mark.parametrize(
    ("line", "is_forbidden"),
    [
        ("--index-" + "url x", True),
        ("see /work" + "/main", True),
        ("cd '/home" + "/anna/x'", True),
        ("https://files.python" + "hosted.org/x", True),
        ("content/work/" + "hours.yaml", False),
        ("https://example.org/root/" + "x", False),
    ],
)
def test_the_patterns_themselves(line: str, is_forbidden: bool) -> None:
    patterns = [pattern for patterns in FORBIDDEN.values() for pattern in patterns]
    assert any(re.search(pattern, line) for pattern in patterns) is is_forbidden


# --- pinned requirements -------------------------------------------------------------------------------------------


def locked(name: str) -> dict[str, set[str]]:
    """Return what requirements/NAME.txt pins: project -> versions (more than one where systems differ)."""
    pins: dict[str, set[str]] = {}
    for line in (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith((" ", "#")):
            project, _, version = line.partition(";")[0].rstrip(" \\").partition("==")
            pins.setdefault(canonicalize_name(project), set()).add(version)
    return pins


def group(name: str) -> list[str]:
    """Return a dependency group's requirements, those of included groups too."""
    wanted = []
    for entry in PYPROJECT["dependency-groups"][name]:
        wanted += [entry] if isinstance(entry, str) else group(entry["include-group"])
    return wanted


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.name)
def test_every_requirement_is_pinned_and_hashed(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    text = re.sub(r"^\s*#.*\n", "", text, flags=re.MULTILINE)
    requirements = text.replace("\\\n", " ").splitlines()
    pinned = re.compile(r"[\w.-]+==[\w.!+]+( ; [^#]+?)?( +--hash=sha256:[0-9a-f]{64})+")
    assert requirements
    assert [line for line in requirements if not pinned.fullmatch(line)] == []


@pytest.mark.parametrize("name", ["build", "runtime", "dev", "lock"])
def test_the_locks_answer_to_pyproject(name: str) -> None:
    wanted = PYPROJECT["project"]["dependencies"] if name == "runtime" else group(name)
    pins = locked(name)
    stale = []
    for requirement in map(Requirement, wanted):
        versions = pins.get(canonicalize_name(requirement.name), set())
        if not versions or not all(version in requirement.specifier for version in versions):
            stale.append(f"{requirement} (locked: {versions or 'no'})")
    assert stale == [], "run `make lock`"


def test_the_locks_agree_with_each_other() -> None:
    seen: dict[str, set[str]] = {}
    for name in ("build", "runtime", "dev"):
        for project, versions in locked(name).items():
            assert seen.setdefault(project, versions) == versions, project


def test_plain_pip_and_make_use_the_same_build_backend() -> None:
    (backend,) = PYPROJECT["build-system"]["requires"]
    assert backend in group("build")


# --- set-up messages -----------------------------------------------------------------------------------------------

needs_sh = pytest.mark.skipif(sys.platform == "win32", reason="make's set-up is for systems with sh")


def stub(folder: Path, name: str, script: str) -> None:
    """Write an executable *script* called *name* into *folder*."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


def set_up(tmp_path: Path, script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a set-up script with nothing on the PATH but the stubs in *tmp_path*."""
    command = ["/bin/sh", str(ROOT / "scripts" / script), *arguments]
    environment = {"PATH": str(tmp_path)}
    return subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)


@needs_sh
def test_an_old_python_gets_one_clear_line(tmp_path: Path) -> None:
    stub(tmp_path, "python3", 'case "$2" in *python_version*) echo 3.9.2;; *) exit 1;; esac')
    done = set_up(tmp_path, "make_venv.sh", "")
    assert done.returncode == 1
    assert done.stderr == (
        "Guizhang needs Python 3.11 or newer (python3 is 3.9.2). "
        "Install one, or name it: make PYTHON=/path/to/python3.12\n"
    )
    assert not (tmp_path / ".venv").exists()


@needs_sh
def test_no_python_at_all(tmp_path: Path) -> None:
    done = set_up(tmp_path, "make_venv.sh", "python3.12")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Guizhang needs Python 3.11 or newer (no Python found).")


@needs_sh
def test_a_newer_python_beside_an_old_one_is_used(tmp_path: Path) -> None:
    stub(tmp_path, "python3", "exit 1")
    stub(tmp_path, "python3.12", 'case "$2" in *import\\ ensurepip*) exit 1;; *"%d.%d"*) echo 3.12;; esac')
    done = set_up(tmp_path, "make_venv.sh", "")
    assert done.returncode == 1
    assert done.stderr == (
        "Python 3.12 here cannot make virtual environments. On Debian or Ubuntu: apt-get install python3.12-venv\n"
    )


@needs_sh
def test_missing_browser_and_font_are_named_in_one_line(tmp_path: Path) -> None:
    stub(tmp_path, "uname", "echo Linux")
    stub(tmp_path, "id", "echo 1000")
    done = set_up(tmp_path, "system_packages.sh")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == (
        "Browser or PDF tests need: chromium fonts-noto-cjk fontconfig. "
        "Install them (Debian or Ubuntu: apt-get install chromium fonts-noto-cjk fontconfig) and run make test again.\n"
    )


@needs_sh
def test_a_machine_with_browser_and_font_is_left_alone(tmp_path: Path) -> None:
    stub(tmp_path, "uname", "echo Linux")
    stub(tmp_path, "chromium", "exit 1")
    stub(tmp_path, "fc-list", "echo Noto Sans CJK SC")
    done = set_up(tmp_path, "system_packages.sh")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


# --- sdist, wheel and an installed copy ----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The sdist, and the wheel built from that sdist; made offline from a copy of what git would commit."""
    copy = tmp_path_factory.mktemp("copy")
    for path in project_files():
        (copy / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / path, copy / path)
    built = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", built, cwd=copy)
    (sdist,) = built.glob("*.tar.gz")
    (wheel,) = built.glob("*.whl")
    return sdist, wheel


@pytest.fixture(scope="module")
def installed(distributions: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of commands of a fresh environment with the wheel in it; dependencies come from the project's own."""
    home = tmp_path_factory.mktemp("环境 with blanks")
    venv.create(home, with_pip=False, symlinks=os.name != "nt")
    scripts = home / ("Scripts" if os.name == "nt" else "bin")
    pip = [sys.executable, "-m", "pip", "--python", scripts / "python", "install", "--quiet"]
    run(*pip, "--no-deps", "--no-index", distributions[1], cwd=home)
    packages = run(scripts / "python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=home).strip()
    # A path named in a .pth file comes after the environment's own packages, and .pth files inside it are not read:
    # the project's editable install stays out of sight.
    Path(packages, "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return scripts


@pytest.mark.xdist_group("packaging")
def test_the_wheel_carries_code_and_reference_content(distributions: tuple[Path, Path]) -> None:
    names = set(zipfile.ZipFile(distributions[1]).namelist())
    wanted = {"guizhang/reference/mkdocs.yml"}
    for path in project_files():
        if path.parts[0] == "generator":
            wanted.add(Path(*path.parts[1:]).as_posix())
        elif path.parts[0] in ("content", "quizzes"):
            wanted.add(f"guizhang/reference/{path.as_posix()}")
    assert wanted - names == set()
    assert {name.split("/")[0] for name in names} == {"guizhang", f"guizhang-{version()}.dist-info"}


@pytest.mark.xdist_group("packaging")
def test_the_sdist_carries_what_a_packager_tests_with(distributions: tuple[Path, Path]) -> None:
    with tarfile.open(distributions[0]) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    assert {"LICENSE", "Makefile", "tests/test_packaging.py", "requirements/runtime.txt", "mkdocs.yml"} <= names
    assert not [name for name in names if name.startswith((".venv", "build/", "site/"))]


def version() -> str:
    """Return the version that the package states."""
    text = (ROOT / "generator" / "guizhang" / "__init__.py").read_text(encoding="utf-8")
    return re.search(r'^__version__ = "(.+)"$', text, flags=re.MULTILINE)[1]


@pytest.mark.xdist_group("packaging")
def test_the_installed_command_runs_from_its_own_copy(installed: Path, tmp_path: Path) -> None:
    assert version() in run(installed / "guizhang", "--version", cwd=tmp_path)
    where = run(installed / "python", "-c", "import guizhang; print(guizhang.__file__)", cwd=tmp_path)
    assert Path(where.strip()).is_relative_to(installed.parent)


@pytest.mark.xdist_group("packaging")
def test_mkdocs_finds_the_installed_plugin(installed: Path, tmp_path: Path) -> None:
    script = "from mkdocs.plugins import get_plugins; print(get_plugins()['guizhang'].load().__module__)"
    assert run(installed / "python", "-c", script, cwd=tmp_path).strip() == "guizhang.site.plugin"


@pytest.mark.xdist_group("packaging")
def test_init_from_the_wheel_gives_content_that_passes_its_check(installed: Path, tmp_path: Path) -> None:
    run(installed / "guizhang", "init", "手册 handbook", cwd=tmp_path)
    run(installed / "guizhang", "check", "手册 handbook", cwd=tmp_path)
    run(installed / "guizhang", "init", "--empty", "空 empty", cwd=tmp_path)
    run(installed / "guizhang", "check", "--strict", "空 empty", cwd=tmp_path)
