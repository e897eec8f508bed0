"""Reports read back: what ``-o json`` or ``-o jsonl`` wrote, held against the contract before anything uses it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from verifier._exceptions import InputError
from verifier.report.models import SCHEMA_VERSION, Candidate, Claim, Finding, Record, Report, Span, Unread

SUFFIXES = (".json", ".jsonl")
_BOM = b"\xef\xbb\xbf"
_NEXT_LINE = b'\n{"schema_version"'
"""How the second report of a file begins that has one a line, whatever it is called."""


def files(path: Path) -> list[Path]:
    """The files of reports that a path leads to: itself, or what lies in a folder, by name.

    Raises:
        InputError: there is nothing of that name, or the folder holds no report.
    """
    if not path.is_dir():
        return [path]
    found = sorted(p for p in path.iterdir() if p.suffix.lower() in SUFFIXES and p.is_file())
    if not found:
        raise InputError(str(path), "no reports in this folder; write some: verifier check ARTICLE... -o json=FOLDER/")
    return found


def read(path: Path) -> list[Report]:
    """The reports of a file: one, a list of them, or one a line.

    Raises:
        InputError: the file cannot be read, is no report, was written by a newer verifier, or its spans do not lie
            where they say.
    """
    return _reports(pieces(path))


def pieces(path: Path) -> list[tuple[str, bytes]]:
    """Each report of a file as it was written, not yet understood, with a name to call it by.

    Raises:
        InputError: the file cannot be read, or is a list that is no JSON.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(str(path), error.strerror or str(error)) from error
    return _parted(str(path), data)


def understood(name: str, data: bytes) -> list[Report]:
    """The reports in the bytes of a file, or of what came otherwise and is called ``name``.

    Raises:
        InputError: as :func:`read`.
    """
    return _reports(_parted(name, data))


def _reports(given: list[tuple[str, bytes]]) -> list[Report]:
    """The reports; what stands for an article that could not be read is passed over where there are others."""
    read = [report(*piece) for piece in given if b'"unread"' not in piece[1] or _unread(piece[1]) is None]
    return read or [report(*piece) for piece in given]


def _unread(data: bytes) -> Unread | None:
    try:
        return Unread.model_validate_json(data)
    except ValidationError:
        return None


def looks_like_reports(name: str, data: bytes) -> bool:
    """Whether it is meant as JSON: by its name, or by how it begins where the name tells nothing."""
    if name.lower().endswith(SUFFIXES):
        return True
    start = data[:4096].removeprefix(_BOM).lstrip()
    return start.startswith((b"{", b"[")) and b'"schema_version"' in start


def _parted(name: str, data: bytes) -> list[tuple[str, bytes]]:
    data = data.removeprefix(_BOM)
    found = [(name, data)]
    if name.lower().endswith(".jsonl") or _NEXT_LINE in data:
        # Bytes are only cut at line feeds and carriage returns, which stand in no JSON string, unlike U+2028.
        found = [(f"{name}:{number}", line) for number, line in enumerate(data.splitlines(), 1) if line.strip()]
    elif data.lstrip()[:1] == b"[":
        listed = enumerate(_loaded(name, data), 1)
        found = [(f"{name}, report {number}", json.dumps(one).encode()) for number, one in listed]
    if not found:
        raise InputError(name, "holds no report; write one: verifier check ARTICLE -o json=FILE")
    return found


def report(name: str, data: bytes) -> Report:
    """One report understood; ``name`` is what an error calls it.

    Raises:
        InputError: it is none, was written by a newer verifier, or its spans do not lie where they say.
    """
    try:
        read = Report.model_validate_json(data)
    except ValidationError as error:
        raise InputError(name, _why(name, data, error)) from error
    version = _version(read.schema_version)
    if version is None or version > _OURS:
        raise InputError(name, _other(read.schema_version))
    _hold_against(name, read)
    return read


def _why(name: str, data: bytes, error: ValidationError) -> str:
    """What is wrong with something that is no report of ours, in one line."""
    if gap := _unread(data):
        return f"no report: {gap.path} could not be read ({gap.unread})"
    given = _loaded(name, data)
    written = given.get("schema_version") if isinstance(given, dict) else None
    if not isinstance(written, str):
        return "no report of verifier; write one: verifier check ARTICLE -o json=FILE"
    version = _version(written)
    if version is None or version > _OURS:
        return _other(written)
    first = error.errors(include_url=False, include_input=False)[0]
    place = ".".join(str(part) for part in first["loc"])
    return f"a damaged report: {place}: {first['msg']}"


def _loaded(name: str, data: bytes) -> Any:
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:
        raise InputError(name, f"no JSON: {error}") from error


def _version(written: str) -> tuple[int, ...] | None:
    parts = written.split(".")
    return tuple(int(p) for p in parts) if all(p.isascii() and p.isdigit() for p in parts) else None


_OURS = _version(SCHEMA_VERSION) or ()


def _other(written: str) -> str:
    return (
        f"a report of version {written}, and this verifier reads {SCHEMA_VERSION}; update verifier, or check the "
        "article again"
    )


def _hold_against(name: str, report: Report) -> None:
    """Every span must be the words it says, so that whoever shows one need not doubt it."""
    text = report.article.text
    placed_parts: tuple[Claim | Finding | Candidate, ...] = (*report.claims, *report.findings, *report.candidates)
    for placed in placed_parts:
        if not placed.spans:
            raise InputError(name, f"a damaged report: {placed.id} has no place in the article")
    for part in chain(report.quotes, report.claims, report.findings, report.candidates, (report.coverage,)):
        for span in _spans(part):
            if not 0 <= span.start <= span.end or text[span.start : span.end] != span.text:
                what = getattr(part, "id", "coverage")
                raise InputError(
                    name, f"a damaged report: {what} points at {span.start}-{span.end}, where its words do not stand"
                )
    for evidence in report.evidence:
        in_article = (evidence.article, *(d.article for d in evidence.differences if d.article))
        if not all(0 <= s.start <= s.end and text[s.start : s.end] == s.text for s in in_article):
            raise InputError(name, f"a damaged report: {evidence.id} points where its words do not stand")
        if not _inside(evidence.span, [d.source for d in evidence.differences if d.source]):
            raise InputError(name, f"a damaged report: {evidence.id} points beside its passage of the source")


def _inside(passage: Span | None, places: list[Span]) -> bool:
    """Whether places of a source lie in the passage they belong to and are its words."""
    if passage is None:
        return not places
    return passage.end - passage.start == len(passage.text) and all(
        passage.start <= s.start <= s.end <= passage.end
        and passage.text[s.start - passage.start : s.end - passage.start] == s.text
        for s in places
    )


def _spans(part: Record) -> Iterator[Span]:
    """All spans in a part of a report, however deep."""
    for value in part.__dict__.values():
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Span):
                yield one
            elif isinstance(one, Record):
                yield from _spans(one)
