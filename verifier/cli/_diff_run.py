"""The run behind ``verifier diff``: read both sides, pair the articles, compare, write, decide the exit code."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from verifier import article, rules
from verifier._exceptions import InputError, UsageError
from verifier.cli._choices import Choices
from verifier.cli._desk import Desk
from verifier.cli._documents import put, targets
from verifier.cli._entry import Exit
from verifier.cli._model_options import Asking
from verifier.cli._settle import settled, wishes
from verifier.cli._spare import spare
from verifier.diff import Difference, compare
from verifier.diff.text import as_text
from verifier.pipeline import check
from verifier.report import reading
from verifier.report.models import Report
from verifier.settings import Settings

_STDIN = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the command line said, one field an option; ``max_bytes`` is the size of the largest article."""

    old: str
    new: str
    outputs: tuple[str, ...]
    choices: Choices
    published: date | None
    max_bytes: int
    quiet: bool


def run(options: Options) -> Exit:
    """Compare the two and tell what differs."""
    desk = Desk(options.choices, Asking())
    flags = Settings(select=options.choices.select, ignore=options.choices.ignore)
    rules.chosen(flags)
    wanted = targets(options.outputs)
    if options.old == options.new == _STDIN:
        raise UsageError("only one of the two can come from standard input")
    spare([name for name in (options.old, options.new) if name != _STDIN], wanted.values())
    kind = next((Path(name).suffix for name in (options.old, options.new) if name != _STDIN), "")
    old, new = (_side(name, kind, flags, desk, options) for name in (options.old, options.new))
    differences = [compare(*pair) for pair in _pairs(old, new)]
    told = [difference for difference in differences if not (options.quiet and difference.empty)]
    put(wanted, {"text": "\n".join(map(as_text, told)), "json": _as_json(differences)})
    level = desk.of(options.new).fail_on
    if any(difference.fails(level) for difference in differences):
        return Exit.FOUND
    return Exit.CLEAN if all(d.old.complete and d.new.complete for d in differences) else Exit.INCOMPLETE


def _side(name: str, kind: str, flags: Settings, desk: Desk, options: Options) -> list[Report]:
    """The reports that a name stands for: those it holds, or the one that the rules make of an article.

    Standard input has no name, and so is read as a file of that ``kind``, which is the other side's.
    """
    shown, read_as = ("stdin", f"stdin{kind}") if name == _STDIN else (name, name)
    data = sys.stdin.buffer.read() if name == _STDIN else _content(name)
    if reading.looks_like_reports(shown, data):
        return [_chosen(report, flags) for report in reading.understood(shown, data)]
    read = article.read_apart(data, read_as, published=options.published, max_bytes=options.max_bytes)
    read = replace(read, path=shown)
    held = desk.of(name)
    wished = wishes(read, comments=held.comments, beside=not desk.choices.isolated)
    return [settled(check(read, held.settings), wished, None, held.settings, datetime.now().astimezone().date())]


def _content(name: str) -> bytes:
    path = Path(name)
    if path.is_dir():
        raise InputError(name, "is a folder; diff takes two articles or two reports")
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(name, f"cannot be read: {error.strerror or error}") from error


def _chosen(report: Report, settings: Settings) -> Report:
    """A report with the findings of the chosen rules alone; codes that only a later version knows stay."""
    if not (settings.select or settings.ignore):
        return report
    kept = tuple(
        finding
        for finding in report.findings
        if finding.code.startswith(settings.select or ("",)) and not finding.code.startswith(settings.ignore or (" ",))
    )
    return report.model_copy(update={"findings": kept})


def _pairs(old: list[Report], new: list[Report]) -> list[tuple[Report, Report]]:
    """One report with one, whatever their names; several by the article's path, one without a partner with nothing."""
    if len(old) == len(new) == 1:
        return [(old[0], new[0])]
    before, after = ({report.article.path or "": report for report in side} for side in (old, new))
    pairs = [(before.get(path) or _nothing(report), report) for path, report in after.items()]
    return pairs + [(report, _nothing(report)) for path, report in before.items() if path not in after]


def _nothing(report: Report) -> Report:
    """The report on an article that is not there."""
    article = report.article.model_copy(update={"title": None, "sha256": "", "length": 0, "text": "", "sentences": ()})
    return report.model_copy(update={"article": article, "quotes": (), "claims": (), "findings": ()})


def _as_json(differences: list[Difference]) -> str:
    if len(differences) == 1:
        return differences[0].model_dump_json(indent=2) + "\n"
    return json.dumps([d.model_dump(mode="json") for d in differences], ensure_ascii=False, indent=2) + "\n"
