"""The file beside an article."""

from datetime import date
from pathlib import Path

import pytest

from verifier import InputError, read
from verifier.suppressions import Wish, read_beside

ENTRY = (
    '[[suppress]]\ncode = "d003"\nwords = "February 30"\nreason = "It says so\\n on the poster"\nuntil = 2027-01-31\n'
)


def wishes(folder: Path, text: str | None) -> list[Wish]:
    (folder / "a.txt").write_text("Council meets\n\nIt met on February 30.\n", encoding="utf-8")
    if text is not None:
        (folder / "a.txt.verifier.toml").write_text(text, encoding="utf-8")
    return read_beside(read(folder / "a.txt"))


def test_an_entry_gives_code_words_reason_and_the_last_day(tmp_path: Path) -> None:
    (one,) = wishes(tmp_path, ENTRY)
    assert (one.code, one.words, one.reason, one.until) == (
        "D003",
        "February 30",
        "It says so on the poster",
        date(2027, 1, 31),
    )
    assert (one.where, one.by) == (f"{tmp_path / 'a.txt.verifier.toml'}: suppress[1]", "sidecar")


def test_no_file_is_no_wish(tmp_path: Path) -> None:
    assert wishes(tmp_path, None) == []
    assert wishes(tmp_path, "") == []


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("reason =", "resaon =", "unknown key suppress[1].resaon; did you mean reason?"),
        ("suppress", "supress", "unknown key supress; did you mean suppress?"),
        ('"d003"', '"D03"', "suppress[1].code: unknown rule 'D03'; "),
        ('"d003"', '"D"', "suppress[1].code: 'D' names several rules; one code each"),
        ('"d003"', "3", "suppress[1].code: must be words in quotation marks"),
        ("2027-01-31", '"soon"', "suppress[1].until: must be a day: 2027-01-31"),
        ('"It says so\\n on the poster"', '" "', "suppress[1].reason: must not be empty"),
        ('reason = "It says so\\n on the poster"', "", "suppress[1].reason: is missing"),
        ('words = "February 30"', "", "suppress[1]: say where: words of the article, or a fingerprint"),
        ('words = "February 30"', 'words = "x"\nfingerprint = "y"', "suppress[1]: say where: words of the article, or"),
        ("[[suppress]]", "[[suppress]", "is no TOML: "),
    ],
)
def test_a_wrong_file_is_told_with_its_entry(tmp_path: Path, old: str, new: str, problem: str) -> None:
    with pytest.raises(InputError) as error:
        wishes(tmp_path, ENTRY.replace(old, new))
    assert str(error.value).startswith(f"{tmp_path / 'a.txt.verifier.toml'}: ")
    assert problem in str(error.value)
    assert "\n" not in str(error.value)
