"""JUnit XML, as Jenkins, GitLab and others take it: an article is a suite, a rule is a test of it.

A rule fails where it found something that the exit code looks at; names of suites and tests stay the same from run to
run, so that a CI can tell what fails anew. What is below ``--fail-on`` or known to a baseline stands in the output of a
passed test; a rule all of whose findings are suppressed is skipped.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree import ElementTree as ET

from verifier.report import _files
from verifier.report._lines import Lines
from verifier.report._model_part import missing
from verifier.report._screen import shown
from verifier.report._sides import in_words
from verifier.report._tally import Tally
from verifier.report._writer import Writer, reaches
from verifier.report.models import Finding, Report

_FORBIDDEN = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, not even escaped."""


class JunitWriter(Writer):
    """One ``testsuite`` an article."""

    def begin(self) -> str:
        """The root."""
        return '<?xml version="1.0" encoding="utf-8"?>\n<testsuites name="verifier">\n'

    def article(self, report: Report, index: int) -> str:
        """One article's suite, complete with counts."""
        del index
        name = _legal(_files.name(report.article))
        cases = [self._case(name, report, code, title) for code, title in self._rules(report).items()]
        if not report.run.complete:
            case = ET.Element("testcase", classname=name, name="complete")
            said = "\n".join(missing(report)) or "the report is not complete"
            ET.SubElement(case, "error", message="not everything was asked", type="incomplete").text = _legal(said)
            cases.append(case)
        suite = ET.Element("testsuite", name=name, tests=str(len(cases)))
        for what, child in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            suite.set(what, str(sum(case.find(child) is not None for case in cases)))
        suite.set("time", f"{report.run.seconds:.3f}")
        suite.extend(cases)
        ET.indent(suite)
        return ET.tostring(suite, encoding="unicode") + "\n"

    def unread(self, path: str, problem: str) -> str:
        """A suite whose one test ends in an error."""
        name = _legal(_files.shown(path))
        suite = ET.Element("testsuite", name=name, tests="1", failures="0", errors="1", skipped="0", time="0.000")
        case = ET.SubElement(suite, "testcase", classname=name, name="read")
        ET.SubElement(case, "error", message="the article could not be read", type="unread").text = _legal(problem)
        ET.indent(suite)
        return ET.tostring(suite, encoding="unicode") + "\n"

    def end(self, tallies: Sequence[Tally]) -> str:
        """The end of the root."""
        del tallies
        return "</testsuites>\n"

    def _rules(self, report: Report) -> dict[str, str]:
        """The rules that ran, and those of findings that came from elsewhere, each with its name."""
        ran = {note.code: note.name for note in self.look.rules}
        return dict(sorted((ran | {f.code: f.name for f in report.findings}).items()))

    def _case(self, classname: str, report: Report, code: str, title: str) -> ET.Element:
        case = ET.Element("testcase", classname=classname, name=f"{code} {title}")
        found = [f for f in report.findings if f.code == code]
        failing = [f for f in found if self._fails(f)]
        if failing:
            message = failing[0].message if len(failing) == 1 else f"{failing[0].message} And {len(failing) - 1} more."
            failure = ET.SubElement(case, "failure", message=_legal(message), type=failing[0].severity)
            failure.text = _legal(_listed(report, failing))
        rest = [f for f in found if not self._fails(f)]
        if found and all(f.suppression for f in found):
            ET.SubElement(case, "skipped", message=_legal(_reasons(found)))
        if rest:
            ET.SubElement(case, "system-out").text = _legal(_listed(report, rest))
        return case

    def _fails(self, finding: Finding) -> bool:
        return finding.counts and reaches(finding.severity, self.look.fail_on)


def _listed(report: Report, findings: Sequence[Finding]) -> str:
    """Findings as text, each with its places."""
    lines = Lines.of(report.article.text)
    name = _files.name(report.article)
    said = []
    for finding in findings:
        said.append(
            "{}:{}:{}: {} {}".format(name, *lines.at(finding.spans[0].start), finding.severity, finding.message)
        )
        said += [f"    “{span.text}”" for span in finding.spans]
        said += ["    {}:{} “{}” {}".format(*lines.at(r.span.start), r.span.text, r.label) for r in finding.related]
        beside = in_words(report, finding.evidence)
        said += [f"    {words}" for words in (beside, finding.question, _standing(finding)) if words]
    return "\n".join(said)


def _standing(finding: Finding) -> str:
    if finding.suppression:
        return f"suppressed: {finding.suppression.reason}"
    return "known to the baseline" if finding.baseline == "unchanged" else ""


def _reasons(found: Sequence[Finding]) -> str:
    return "suppressed: " + "; ".join(dict.fromkeys(f.suppression.reason for f in found if f.suppression))


def _legal(words: str) -> str:
    """Words with what XML forbids shown by its symbol, or by its number where it has none."""
    return _FORBIDDEN.sub(lambda m: f"<U+{ord(m[0]):04X}>" if shown(m[0]) == m[0] else shown(m[0]), words)
