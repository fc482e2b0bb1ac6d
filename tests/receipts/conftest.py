"""One handbook that asks for confirmation, and the key its receipts are sealed to."""

import pytest

from guizhang.receipts.known import Known
from guizhang.sealing.key_files import read_private
from tests.receipts.signing import PASSWORD, asking_project, published


@pytest.fixture(scope="session")
def asking(tmp_path_factory):
    """Folder with ``project`` and ``keys``."""
    base = tmp_path_factory.mktemp("asking")
    asking_project(base)
    return base


@pytest.fixture(scope="session")
def book(asking):
    return published(asking / "project")


@pytest.fixture(scope="session")
def known(book):
    return Known.of(book)


@pytest.fixture(scope="session")
def key(asking):
    return read_private(asking / "keys" / "private-key.pem", PASSWORD)
