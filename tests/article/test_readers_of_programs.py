"""A file is read in a process of its own whatever program asks for it: on standard input, in a line, in a notebook."""

from __future__ import annotations

import os
import subprocess
import sys
import zipapp
from pathlib import Path

import pytest

from tests.article.test_formats import LEAD, pdf

READS = 'from verifier import read\nprint(len(read("ferry.pdf").sentences))\n'
POOL = """
import multiprocessing
from verifier import read

def count(name):
    return len(read(name).sentences)

if __name__ == "__main__":
    count("ferry.pdf")
    with multiprocessing.get_context("fork").Pool(2) as pool:
        print(*pool.map(count, ["ferry.pdf"] * 4, chunksize=1))
    print(count("ferry.pdf"))
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a PDF, and with a program that has the name of what Python needs to begin a process."""
    (tmp_path / "ferry.pdf").write_bytes(pdf([LEAD[:60]]))
    return tmp_path


def ran(folder: Path, *args: str, given: str = "") -> tuple[str, str]:
    done = subprocess.run(
        [sys.executable, *args], cwd=folder, input=given, capture_output=True, text=True, check=False, timeout=120
    )
    return done.stdout.strip(), done.stderr.strip().rpartition("\n")[2]


def test_a_program_on_standard_input_reads_files(folder: Path) -> None:
    assert ran(folder, "-", given=READS) == ("1", "")


def test_a_line_reads_files(folder: Path) -> None:
    assert ran(folder, "-c", READS) == ("1", "")


def test_a_script_that_guards_nothing_reads_files_and_runs_once(folder: Path) -> None:
    (folder / "count.py").write_text(READS)
    assert ran(folder, "count.py") == ("1", "")


def test_a_program_in_an_archive_reads_files(folder: Path) -> None:
    (folder / "app").mkdir()
    (folder / "app" / "__main__.py").write_text(READS)
    zipapp.create_archive(folder / "app", folder / "app.pyz")
    assert ran(folder, "app.pyz") == ("1", "")


def test_what_is_typed_one_line_after_the_other_reads_files(folder: Path) -> None:
    """As a notebook does, where the program is no file."""
    assert ran(folder, "-q", "-i", given=READS)[0] == "1"


def test_processes_forked_from_one_that_has_read_something_read_files_of_their_own(folder: Path) -> None:
    """Daemons may begin no processes of multiprocessing's; and nobody takes the answers of another's reader."""
    (folder / "pool.py").write_text(POOL)
    assert ran(folder, "pool.py") == ("1 1 1 1\n1", "")


def test_nothing_that_lies_in_the_working_folder_is_run(folder: Path) -> None:
    ours = folder / "ours"
    ours.mkdir()
    (ours / "count.py").write_text(READS)
    for name in ("struct.py", "multiprocessing.py", "verifier.py"):
        (folder / name).write_text("open('was-run', 'w')\nraise SystemExit")
    assert ran(folder, os.path.join("ours", "count.py")) == ("1", "")  # noqa: PTH118 - as it is typed
    assert not (folder / "was-run").exists()


@pytest.mark.parametrize("begins", ["sys.frozen = True", "sys.executable = None", "sys.executable = '/nowhere/python'"])
def test_where_no_process_can_be_started_that_is_what_is_said(folder: Path, begins: str) -> None:
    told = "verifier._exceptions.InputError: ferry.pdf: is read by a process of its own, and none could be started; "
    assert ran(folder, "-c", f"import sys\n{begins}\n{READS}") == ("", f"{told}save its text as .txt")
