"""Reports that are hard on a format: spans over several lines, hostile words, an unfinished run."""

from datetime import date

from tests.report import samples
from verifier.report.models import Finding, Gone, Report, Suppression, SuppressionWish

LINES = "Ferry timetable\n\nThe ferry 🚢 leaves at nine,\r\nthe harbour says.\n\nIt leaves at ten.\n"
"""With a character outside the basic plane before the place that matters, and two kinds of line break."""

HOSTILE = (
    "=cmd()|'calc'!A0 ::error::gone ]]> <script>alert(1)</script> & \"quoted\" 100%25 done,\n"
    "::stop-commands::x\r\n##[error]y | a | b | `tick``s` [x](https://evil.example) **bold** @someone\n"
    "www.evil.example https://evil.example \x1b[31m \x0b \ufffe \u202eturned\u2069 -1+1 # heading\n"
)
"""What would be a formula, a command, a tag, a link or a turn of the text somewhere."""


def crossing() -> Report:
    """A finding that begins on line 3 and ends on line 4, with its other side on line 6."""
    found = samples.finding(
        [samples.span(LINES, "leaves at nine,\r\nthe harbour")],
        related=[(samples.span(LINES, "ten"), "the other hour")],
    )
    return samples.report(LINES, findings=[found])


def hostile(path: str = "desk/a,b:c%20d.txt") -> Report:
    """A finding about the whole of the hostile text, which also stands in all that is said about it."""
    text = f"{HOSTILE}{HOSTILE}"
    whole = samples.span(text, HOSTILE)
    found = samples.finding([whole], message=HOSTILE, related=[(samples.span(text, HOSTILE, 1), HOSTILE)])
    found = found.model_copy(update={"question": HOSTILE, "explanation": HOSTILE, "name": "hostile"})
    claim = samples.claim(1, samples.span(text, "done,\n::stop"), samples.speaker(samples.span(text, "@someone")))
    return samples.report(text, path, findings=[found], claims=[claim])


def several(**changes: object) -> Report:
    """Three findings of one rule: one that counts, one suppressed, one known to the baseline."""
    text = "The gate shut at one. The gate shut at two. The gate shut at three.\n"
    suppression = Suppression(reason="the desk knows", until=date(2027, 1, 31), by="comment")
    made: list[Finding] = [
        samples.finding([samples.span(text, words)], message=f"At {words}.").model_copy(
            update={"fingerprint": words, **extra}
        )
        for words, extra in (
            ("one", {"baseline": "new"}),
            ("two", {"suppression": suppression}),
            ("three", {"baseline": "unchanged"}),
        )
    ]
    return samples.report(text, findings=made, **changes)


def tended() -> Report:
    """A run with a suppression that did nothing, and one finding of the baseline that is gone."""
    report = samples.report("The gate shut at one.\n")
    wish = SuppressionWish(
        where="desk/story.txt:3", code="D001", reason="x", until=None, by="comment", state="unused", problem="*nothing*"
    )
    gone = Gone(code="D002", words="at [two](x)", fingerprint="0")
    return report.model_copy(update={"run": report.run.model_copy(update={"suppressions": (wish,), "gone": (gone,)})})


def unfinished() -> Report:
    """A run in which a question stayed unanswered and nothing was found."""
    report = samples.report("The gate shut at one.\n")
    run = report.run.model_copy(update={"complete": False, "missing": ("claims in s1: no answer",)})
    return report.model_copy(update={"run": run})
