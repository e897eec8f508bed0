"""Words of a language live in the folder of that language: no other folder holds a list of them."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from verifier.article import ParagraphKind
from verifier.model.compared import DifferenceKind
from verifier.reading._model import Basis, DateUnit, EntityKind, ValueKind
from verifier.settings import Severity

ROOT = Path(__file__).parents[2] / "verifier"
# What reads articles. Elsewhere words are the product's own: labels of reports, options, settings.
READS = (
    *("article", "reading", "events", "claims", "sources", "rules", "diff"),
    *("model/grounding.py", "model/sieve.py", "adjudication.py", "report/_chain.py", "report/build.py"),
)
KINDS = (ParagraphKind, DifferenceKind, Basis, DateUnit, EntityKind, ValueKind, Severity)
OWN = {word for kinds in KINDS for word in get_args(kinds)} | {"last", "this", "next"} | {"new", "gone", "changed"}
"""Names the product gives: kinds, calendar.Turn, and what can become of a finding between two reports."""
# Lists that are no words of a language, or whose every word is a branch of the code around it.
EXCEPTIONS = {
    "article/_docx.py": "names of Word's styles",
    "article/_docx_words.py": "how Word writes a switch that is off",
    "article/_html.py": "elements of a page, and names of programs",
    "article/_html_asks.py": "elements of a page",
    "article/_html_entries.py": "elements of a page",
    "article/_reading.py": "names of formats",
    "article/_html_page.py": "elements of a page",
    "report/build.py": "fields of the report",
    "adjudication.py": "kinds of pairs",
    "rules/_passages.py": "kinds of differences",
    "sources/_captions.py": "fields of files of transcripts",
    "sources/_cards.py": "fields of a source's card",
    "sources/_model.py": "kinds of sources",
    "sources/_policy.py": "names of policies",
    "sources/_store.py": "fields of the store",
    "rules/_text/debris.py": "categories of Unicode",
    "rules/_text/doubling.py": "endings of addresses and files",
    "rules/_text/house.py": "values of a setting, as a desk writes them",
    "rules/_text/prompts.py": "names of the parts of a chat, as programs write them",
    "rules/_text/word_slips.py": "every word with a condition of its own",
    "rules/t004_mixed_style.py": "values of the setting in _text/house.py",
}
FEWEST = 3
WORD = re.compile(r"[ai]|[A-Za-z][A-Za-z'’.-]+( [A-Za-z'’.-]+){0,2}")


def modules() -> Iterator[Path]:
    for name in READS:
        place = ROOT / name
        yield from sorted(place.rglob("*.py")) if place.is_dir() else [place] if place.exists() else []


def words(node: ast.AST) -> list[str]:
    match node:
        case ast.Set(elts=items) | ast.List(elts=items) | ast.Tuple(elts=items):
            found = [i.value for i in items if isinstance(i, ast.Constant)]
        case ast.Dict(keys=keys):
            found = [k.value for k in keys if isinstance(k, ast.Constant)]
        case ast.Call(func=ast.Attribute(attr="split"), args=[]) | ast.Call(func=ast.Name(id="lexicon")):
            texts = [c.value for c in ast.walk(node) if isinstance(c, ast.Constant)]
            found = [word for text in texts if isinstance(text, str) for word in text.split()]
        case _:
            return []
    return [word for word in found if isinstance(word, str) and WORD.fullmatch(word) and word not in OWN]


def lists_in(tree: ast.AST) -> Iterator[tuple[int, list[str]]]:
    """Collections of words, but for names of Python's (__all__, Literal) and for lists compared in order."""
    for node in ast.iter_child_nodes(tree):
        match node:
            case (
                ast.Assign(targets=[ast.Name(id="__all__")])
                | ast.Return(value=ast.Tuple())
                | ast.Compare(ops=[ast.Eq()])
            ):
                continue
            case ast.Subscript(value=ast.Name(id="Literal")):
                continue
        if len(found := words(node)) >= FEWEST:
            yield node.lineno, found
        else:
            yield from lists_in(node)


@pytest.mark.parametrize("path", list(modules()), ids=lambda p: str(p.relative_to(ROOT)))
def test_no_folder_but_the_languages_holds_a_list_of_words(path: Path) -> None:
    if str(path.relative_to(ROOT)) in EXCEPTIONS:
        return
    found = [f"line {line}: {' '.join(listed)}" for line, listed in lists_in(ast.parse(path.read_text("utf-8")))]
    assert not found, "move these to a table in verifier/english and ask for it by a name that says where it is used"


@pytest.mark.parametrize("name", EXCEPTIONS)
def test_an_exception_is_still_one(name: str) -> None:
    assert any(lists_in(ast.parse((ROOT / name).read_text("utf-8")))), f"{name} holds no list any more"


def test_a_list_would_be_seen() -> None:
    source = 'x = {"the", "a", "an"}\ny = "said told wrote".split()\n'
    source += 'z = low in ("um", "ah", "er") or {"er": 1, "eh": 2, "oh": 3}'
    assert [line for line, _ in lists_in(ast.parse(source))] == [1, 2, 3, 3]


@pytest.mark.parametrize("module", [p.stem for p in (ROOT / "english").glob("[a-z]*.py")])
def test_every_table_says_where_its_words_come_from(module: str) -> None:
    sources = (ROOT / "english" / "SOURCES.md").read_text("utf-8")
    assert f"`{module}`" in sources, "say in verifier/english/SOURCES.md where the words of this table come from"
