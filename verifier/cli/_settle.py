"""What of a report a desk has set aside or knew before, and what is to be said about that."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from verifier import baseline, rules, suppressions
from verifier.article import Article
from verifier.report._set_aside import gone, idle_wishes
from verifier.report._tally import counted
from verifier.report.models import Report
from verifier.settings import Settings


def wishes(article: Article, *, comments: bool, beside: bool = True) -> list[suppressions.Wish]:
    """What is to be suppressed: by comments in the article and by the file beside it, where that counts.

    Raises:
        InputError: the file beside it is wrong.
    """
    return [*suppressions.in_comments(article, count=comments), *(suppressions.read_beside(article) if beside else ())]


def settled(
    report: Report,
    wished: Sequence[suppressions.Wish],
    known: Sequence[baseline.Known] | None,
    settings: Settings,
    today: date,
) -> Report:
    """The report with its findings marked as suppressed, as new or as unchanged; ``known`` None is no baseline."""
    if not wished and known is None:
        return report
    asked = report.run.engine == "rules+model" and report.run.complete
    ran = rules.ran(settings, with_model=asked)
    report = suppressions.apply(report, wished, today=today, ran=ran)
    return report if known is None else baseline.mark(report, known, ran=ran)


def notes(report: Report, name: str) -> tuple[str, ...]:
    """A line on each source that was not compared, on suppressions that somebody should look at, and on what is gone
    since the baseline."""
    said = [f"{one.path}: {one.problem}" for one in report.run.sources if one.state == "not compared"]
    if idle := idle_wishes(report):
        said.append(f"{name}: {counted(len(idle), 'suppression')} without effect; {idle[0]}")
    if left := gone(report):
        said.append(f"{name}: {counted(len(left), 'finding')} gone since the baseline; {left[0]}")
    return tuple(said)
