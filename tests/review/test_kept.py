"""Who may come in stays right where two desks run, and where the disk takes no more; a large file still opens."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.review import DATE, open_desk, put, story, words
from verifier._exceptions import UsageError
from verifier.review import _file
from verifier.review._file import DeskFile
from verifier.review.door import Door


def test_a_second_desk_on_the_same_decisions_brings_nobody_back_who_was_sent_away(tmp_path: Path) -> None:
    with open_desk(put(tmp_path / "reports", story())) as first:
        host = first.visitor()
        host.post("/desk/invite", host.csrf("/desk"), name="Ben")
        with open_desk(tmp_path / "reports", "--port", "0") as second:
            host.post("/desk/revoke", host.csrf("/desk"), name="Ben")
            second.visitor("Mia")
        assert "Ben" not in words(host.page("/desk"))
    with open_desk(tmp_path / "reports") as again:
        assert "Ben" not in words(again.visitor().page("/desk"))


def full(*_: object) -> None:
    raise OSError(28, "No space left on device")


def test_an_address_that_could_not_be_kept_is_good_for_another_try(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    door = Door("Ana", tmp_path / "door.json")
    token = door.invite("Ben", host=False)
    with monkeypatch.context() as disk:
        disk.setattr("verifier.review.door.write_private", full)
        with pytest.raises(OSError, match="No space"):
            door.enter(token)
    assert door.enter(token)
    assert list(json.loads((tmp_path / "door.json").read_text())["invitations"]) == []


def test_a_disk_that_takes_no_more_is_told_and_nothing_is_said_to_be_saved(tmp_path: Path) -> None:
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({0}, {0}))"
    with open_desk(put(tmp_path / "reports", story())) as desk:
        desk.visitor()
    room = max(one.stat().st_size for one in (tmp_path / "reports").iterdir()) + 100_000
    small = "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n" + limit.format(room)
    with open_desk(tmp_path / "reports", program=small) as desk:
        ana = desk.visitor("Ana")
        for number in range(400):
            answer = ana.decide(DATE, "mend", version=number, note=f"{number} " + "No such day. " * 250)
            if answer.status_code != 200:
                break
        assert answer.status_code == 503
        assert "nothing was saved" in answer.json()["problem"]
        kept = ana.standing(DATE)
        assert (kept["version"], kept["fields"]["note"].split()[0]) == (number, f"{number - 1}")
        big = {"files": ("story.txt", b"The ferry sails on Monday, the mayor said. " * 50_000)}
        csrf, headers = {"csrf": ana.csrf("/add")}, {"origin": ana.origin, "accept": "application/json"}
        answer = ana.http.post("/add", data=csrf, files=big, headers=headers)
        assert answer.status_code == 507
        assert answer.json()["problem"]


def test_a_file_too_large_to_be_looked_through_in_time_is_opened(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    DeskFile(tmp_path / "own.db")
    with DeskFile(tmp_path / "own.db").writing() as db:
        db.execute("INSERT INTO articles VALUES(1, 'k', '', '', '', 0, x'', '{}')")
        for number in range(3000):
            db.execute(
                "INSERT INTO talk VALUES(?, 1, 'fact', 'k', 'question', '', ?, '', '', NULL)", (number, "w" * 9000)
            )
    monkeypatch.setattr(_file, "_LOOK", 0.0)
    monkeypatch.setattr(_file, "_STEPS", 2_000)
    assert DeskFile(tmp_path / "own.db").id


def test_a_damaged_file_is_still_refused(tmp_path: Path) -> None:
    DeskFile(tmp_path / "own.db")
    data = bytearray((tmp_path / "own.db").read_bytes())
    data[4096 * 2 : 4096 * 4] = b"\xff" * 8192
    (tmp_path / "own.db").write_bytes(bytes(data))
    with pytest.raises(UsageError, match=r"damaged|tables are not"):
        DeskFile(tmp_path / "own.db")
