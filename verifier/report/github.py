"""Workflow commands of GitHub Actions: each finding becomes an annotation at its place in the pull request.

GitHub shows ten annotations of a kind in a step; the whole list goes into the step's summary, which the command line
writes as Markdown. What is suppressed or known to a baseline is not annotated.
"""

from __future__ import annotations

from verifier.report import _files
from verifier.report._lines import Lines
from verifier.report._model_part import missing
from verifier.report._screen import clean
from verifier.report._set_aside import idle_wishes
from verifier.report._sides import in_words
from verifier.report._writer import Writer
from verifier.report.models import Finding, Report

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


class GithubWriter(Writer):
    """One command a finding, one more where a model left something unanswered."""

    def article(self, report: Report, index: int) -> str:
        """The commands for one article, errors first: GitHub shows only so many of a step."""
        del index
        lines = Lines.of(report.article.text)
        wanted = sorted((f for f in report.findings if f.counts), key=lambda f: list(_COMMANDS).index(f.severity))
        said = [_incomplete(report)] if not report.run.complete else []
        said += [_annotation(report, lines, f) for f in wanted]
        return "".join(said + [_note(report, "suppression", words) for words in idle_wishes(report)])

    def unread(self, path: str, problem: str) -> str:
        """An error on the file."""
        return _command("error", {"file": _files.shown(path), "title": "unread"}, clean(problem))


def _annotation(report: Report, lines: Lines, finding: Finding) -> str:
    place = {"file": _files.name(report.article)}
    first = finding.spans[0]
    at = lines.region(first)
    words = [finding.message, *(f"{_line(lines, r.span.start)}: “{r.span.text}” ({r.label})" for r in finding.related)]
    if _files.has_own_lines(report.article):
        place |= {"line": str(at.line), "endLine": str(lines.last(first))}
        if at.line == at.end_line:  # GitHub knows columns only within a line
            place |= {"col": str(at.column), "endColumn": str(at.end_column)}
    else:
        words[0] = f"{_line(lines, first.start)} of its text: {finding.message}"
    place["title"] = f"{finding.code} {finding.name}"
    words += filter(None, (in_words(report, finding.evidence), finding.question))
    return _command(_COMMANDS[finding.severity], place, "\n".join(map(clean, words)))


def _incomplete(report: Report) -> str:
    place = {"file": _files.name(report.article), "title": "incomplete"}
    return _command("error", place, "\n".join(map(clean, missing(report))) or "not everything was asked")


def _note(report: Report, title: str, words: str) -> str:
    return _command("warning", {"file": _files.name(report.article), "title": title}, clean(words))


def _line(lines: Lines, offset: int) -> str:
    return f"line {lines.at(offset)[0]}"


def _command(name: str, properties: dict[str, str], message: str) -> str:
    """One command; what GitHub's own toolkit escapes is escaped, so that no text can begin another command."""
    given = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name} {given}::{_data(message)}\n"


def _data(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")
