"""From a file of gold to what it says, or to one line that names the file, the line and the key that are wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from verifier import rules
from verifier._exceptions import InputError, UsageError
from verifier.evaluation import _yaml
from verifier.evaluation.gold import Gold, GoldClaim, GoldClean, GoldFinding, GoldQuote, Part
from verifier.evaluation.places import occurrences
from verifier.settings import Settings

_LARGEST = 1_000_000  # bytes
_BESIDE = (".txt", ".md", ".markdown", ".html", ".htm", ".docx", ".pdf")
_PARTS: Mapping[str, type[Part]] = {
    "findings": GoldFinding,
    "quotes": GoldQuote,
    "claims": GoldClaim,
    "clean": GoldClean,
}


@dataclass(frozen=True, slots=True)
class GoldFile:
    """Gold with its file, its article's file, and the line of each entry."""

    path: Path
    article: Path
    gold: Gold
    lines: Mapping[_yaml.Path, int] = field(repr=False)

    def hold_against(self, text: str) -> None:
        """Make sure that what it quotes is the article's own.

        Raises:
            InputError: a passage does not stand in the text.
        """
        for loc, passage in _passages(self.gold):
            if not occurrences(text, passage):
                shown = " ".join(passage.split())
                raise _wrong(self.path, self.lines, loc, f"“{shown}” does not stand in {self.article}")


def read_gold(path: Path) -> GoldFile:
    """Read gold and find its article.

    Raises:
        InputError: the file is missing or wrong, or its article is not there.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
        text = data.decode("utf-8-sig")
    except OSError as error:
        raise InputError(str(path), f"cannot be read: {error.strerror or error}") from None
    except ValueError as problem:
        raise InputError(str(path), f"is not UTF-8 ({problem})") from None
    if len(data) > _LARGEST:
        raise InputError(str(path), f"is larger than gold can be, {_LARGEST / 1e6:g} MB")
    values, lines = _yaml.load(text, str(path))
    gold = _gold(values, lines, path)
    return GoldFile(path, _article(path, gold, lines), gold, lines)


def _gold(values: Any, lines: Mapping[_yaml.Path, int], path: Path) -> Gold:
    if not isinstance(values, dict):
        raise InputError(str(path), f"is no gold; its keys are {', '.join(Gold.model_fields)}")
    try:
        gold = Gold.model_validate(values)
    except ValidationError as problem:
        errors = problem.errors(include_url=False, include_input=False)
        error = next((e for e in errors if e["type"] == "extra_forbidden"), errors[0])  # a key misspelt is missing, too
        raise _wrong(path, lines, error["loc"], _said(error)) from None
    for at, finding in enumerate(gold.findings or ()):
        _check_codes(finding.code, path, lines, ("findings", at, "code"), whole=True)
    for at, entry in enumerate(gold.clean):
        _check_codes(entry.code or (), path, lines, ("clean", at, "code"), whole=False)
        if entry.code and (entry.speaker or entry.outlet):
            raise _wrong(
                path, lines, ("clean", at), "code forbids findings, speaker and outlet forbid credits: not both"
            )
    return gold


def _check_codes(
    codes: tuple[str, ...], path: Path, lines: Mapping[_yaml.Path, int], loc: _yaml.Path, *, whole: bool
) -> None:
    """Here and not in the models: the catalogue knows the nearest right code."""
    for code in codes:
        try:
            found = rules.chosen(Settings(select=(code,)))
        except UsageError as problem:
            raise _wrong(path, lines, loc, str(problem)) from None
        if whole and [rule.code for rule in found] != [code]:
            raise _wrong(path, lines, loc, f"{code!r} is a family; name the rule, such as {found[0].code}")


def _said(error: Any) -> str:
    loc = error["loc"]
    if error["type"] != "extra_forbidden":
        return str(error["msg"])
    keys = (Gold if len(loc) == 1 else _PARTS[str(loc[0])]).model_fields
    near = get_close_matches(str(loc[-1]), keys, 1, 0.5)
    return f"no such key; {f'did you mean {near[0]}? ' if near else ''}there are {', '.join(keys)}"


def _wrong(path: Path, lines: Mapping[_yaml.Path, int], loc: _yaml.Path, problem: str) -> InputError:
    loc = tuple(part for part in loc if isinstance(part, int) or part.isidentifier())  # without pydantic's own names
    shown = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in loc).lstrip(".")
    return InputError(f"{path}:{_yaml.line_of(loc, lines)}", f"{shown}: {problem}")


def _article(path: Path, gold: Gold, lines: Mapping[_yaml.Path, int]) -> Path:
    if gold.article is not None:
        named = path.parent / gold.article
        if not named.is_file():
            raise _wrong(path, lines, ("article",), f"there is no file {named}")
        return named
    beside = next((file for ending in _BESIDE if (file := path.with_suffix(ending)).is_file()), None)
    if beside is None:
        raise InputError(str(path), f"has no article beside it, such as {path.stem}.txt; or name it: article: FILE")
    return beside


def _passages(gold: Gold) -> Iterator[tuple[_yaml.Path, str]]:
    sided: dict[str, Sequence[GoldFinding | GoldClean]] = {"findings": gold.findings or (), "clean": gold.clean}
    for section, entries in sided.items():
        for at, entry in enumerate(entries):
            yield from (((section, at, "passages", number), words) for number, words in enumerate(entry.passages))
    yield from ((("quotes", at, "text"), quote.text) for at, quote in enumerate(gold.quotes or ()))
    for at, claim in enumerate(gold.claims or ()):
        yield from ((("claims", at, "evidence", number), words) for number, words in enumerate(claim.evidence))
