"""The public key of receipts: there, public, and without its private half beside it."""

import shutil

import pytest

from guizhang.checks.acknowledgement import check
from guizhang.sealing.key_files import make_key
from guizhang.yamlio.content import load_project
from tests.site.conftest import write_project


def found(root, key):
    path = root / "content" / "handbook.yaml"
    path.write_text(path.read_text(encoding="utf-8") + f"acknowledgement: {{key: {key}}}\n", encoding="utf-8")
    return [(fault.code, fault.source.line > 0, fault.field) for fault in check(load_project(root))]


@pytest.fixture
def project(tmp_path):
    root = write_project(tmp_path / "project")
    make_key(tmp_path / "keys", "a long password")
    (root / "keys").mkdir()
    for name in ("public-key.jwk", "public-key.pem"):
        shutil.copy(tmp_path / "keys" / name, root / "keys")
    return root


@pytest.mark.parametrize("name", ["public-key.jwk", "public-key.pem"])
def test_either_form_of_the_public_key_will_do(project, name):
    assert not found(project, f"keys/{name}")


@pytest.mark.parametrize(
    ("key", "text", "code"),
    [
        ("keys/none.jwk", None, "ACK001"),
        ("../keys/public-key.jwk", None, "ACK001"),
        ("keys", None, "ACK001"),
        ("keys/x.jwk", "hello", "ACK002"),
        ("keys/x.jwk", '{"kty": "RSA"}', "ACK002"),
        ("keys/x.jwk", '{"kty": "EC", "crv": "P-256", "x": "AA", "y": "AA"}', "ACK002"),
        ("keys/x.jwk", "{[", "ACK002"),
    ],
)
def test_what_is_no_public_key(project, key, text, code):
    if text is not None:
        (project / key).write_text(text, encoding="utf-8")
    assert found(project, key) == [(code, True, "acknowledgement.key")]


def test_a_private_key_in_the_handbooks_folder_stops_the_build(project):
    shutil.copy(project.parent / "keys" / "private-key.pem", project / "keys")
    assert [code for code, *_ in found(project, "keys/public-key.jwk")] == ["ACK003"]


def test_the_private_key_in_the_place_of_the_public_one(project):
    shutil.copy(project.parent / "keys" / "private-key.pem", project / "keys")
    assert [code for code, *_ in found(project, "keys/private-key.pem")] == ["ACK002", "ACK003"]


def test_a_private_jwk_is_refused(project):
    path = project / "keys" / "public-key.jwk"
    path.write_text(path.read_text(encoding="utf-8").replace("{", '{"d": "secret",', 1), encoding="utf-8")
    assert [code for code, *_ in found(project, "keys/public-key.jwk")] == ["ACK002"]


def test_without_acknowledgement_nothing_is_asked(project):
    assert not list(check(load_project(project)))
