"""Gold that is wrong is told by file, line and key; gold that is right finds its article."""

from pathlib import Path

import pytest

from tests.evaluation.samples import STORY, gold
from verifier import InputError
from verifier.evaluation import read_gold


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("finding: []", "ferry.yaml:1: finding: no such key; did you mean findings?"),
        ("findings:\n- {code: D003, passage: [x], what: y}", ":2: findings[0].passage: no such key; did you mean pass"),
        ("findings:\n- {code: D003, passages: [x]}", ":2: findings[0].what: Field required"),
        ("findings:\n- {code: D003, passages: [], what: y}", ":2: findings[0].passages: "),
        (
            "findings:\n- {code: D003, passages: [5], what: y}",
            ":2: findings[0].passages[0]: Input should be a valid str",
        ),
        ("findings:\n- {code: D333, passages: [x], what: y}", ":2: findings[0].code: unknown rule 'D333'"),
        ("findings:\n- {code: D, passages: [x], what: y}", "'D' is a family; name the rule, such as D001"),
        ("findings:\n- {code: D003, passages: [x], what: y, optional: maybe}", ":2: findings[0].optional: "),
        ("quotes:\n- {text: x}", ":2: quotes[0].speaker: Field required"),
        ("quotes:\n- text: x\n  speaker: 7", ":3: quotes[0].speaker: "),
        ("claims:\n- {evidence: x}\n- {speaker: y}", ":3: claims[1].evidence: Field required"),
        ("clean:\n- {passages: [x], what: y, code: Z}", ":2: clean[0].code: unknown rule 'Z'"),
        ("clean:\n- {passages: [x], what: y, code: D, speaker: z}", "not both"),
        ("published: soon", ":1: published: "),
        ("article: other.txt", ":1: article: there is no file"),
        ("- a list", "is no gold; its keys are article, published, findings"),
        ("", "is no gold; its keys are"),
        ("quotes: [", "ferry.yaml:1: is no gold ("),
        ("quotes: []\nquotes: []", "ferry.yaml:1: is no gold ('quotes' stands twice)"),
        ("a: &x [1]\nb: *x", "ferry.yaml:2: is no gold (* takes what stands elsewhere: write it out)"),
        ("quotes: !!python/object/apply:os.getcwd []", "is no gold (could not determine a constructor"),
        ("\tquotes: []", "is no gold ("),
        ("quotes: \x07", "is no gold ("),
        ("? [a]\n: b", "is no gold ("),
        (f"quotes: {'[' * 5000}", "is no gold ("),
    ],
)
def test_wrong_gold_is_told_by_line_and_key(tmp_path: Path, text: str, problem: str) -> None:
    with pytest.raises(InputError) as told:
        gold(tmp_path, text)
    assert problem in str(told.value)
    assert "\n" not in str(told.value)


def test_a_passage_that_the_article_does_not_have_is_told(tmp_path: Path) -> None:
    file = gold(tmp_path, "quotes:\n- {text: 'We will', speaker: null}\n- {text: We never will, speaker: null}")
    with pytest.raises(
        InputError, match=r"ferry.yaml:3: quotes\[1\].text: “We never will” does not stand in .*ferry.txt"
    ):
        file.hold_against(STORY)


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"# " + b"x" * 1_000_001])
def test_what_cannot_be_gold_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.yaml").write_bytes(data)
    with pytest.raises(InputError, match=r"a.yaml: is "):
        read_gold(tmp_path / "a.yaml")


def test_the_article_is_the_file_of_the_same_name_or_the_one_that_is_named(tmp_path: Path) -> None:
    assert gold(tmp_path, "quotes: []").article == tmp_path / "ferry.txt"
    (tmp_path / "other.md").write_text(STORY, encoding="utf-8")
    assert gold(tmp_path, "article: other.md").article == tmp_path / "other.md"
    (tmp_path / "lone.yaml").write_text("quotes: []", encoding="utf-8")
    with pytest.raises(InputError, match=r"has no article beside it, such as lone.txt"):
        read_gold(tmp_path / "lone.yaml")


def test_one_speaker_or_several_one_code_or_several(tmp_path: Path) -> None:
    file = gold(
        tmp_path,
        "findings:\n- {code: [D003, D004], passages: February 30, what: x}\n"
        "quotes:\n- {text: x, speaker: Ana Ruiz}\n- {text: x, speaker: [Ana Ruiz, Ruiz]}\n- {text: x, speaker: null}",
    ).gold
    assert [quote.speaker for quote in file.quotes or ()] == [("Ana Ruiz",), ("Ana Ruiz", "Ruiz"), None]
    assert [(f.code, f.passages) for f in file.findings or ()] == [(("D003", "D004"), ("February 30",))]
