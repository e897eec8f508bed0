"""What the model's quotes and claims account for, and what nothing covers."""

from tests.model.scripted import KEY, Asked, Reply, claim, endpoint, judged, reading, well
from verifier import Report, check
from verifier.model.settings import ModelSettings

STORY = """School to grow

Karin Holm met Olga Lind in Lund.

Holm and Lind had each asked for five minutes. "We need more rooms than we have." The school has 300 pupils.

The costs may rise by 2 million dollars, as Holm repeatedly told the council.
"""


def read(script: object) -> Report:
    with endpoint(script) as at:  # type: ignore[arg-type]
        return check(STORY, model=ModelSettings("m", at.url, KEY, backoff=0.0))


def silent(asked: Asked) -> Reply:
    """A model that finds nothing."""
    return reading(judged=judged(asked)) if asked.form == "Reading" else well(asked)


def test_a_model_that_says_nothing_covers_what_the_rules_cover() -> None:
    assert read(silent).coverage == check(STORY).coverage


def test_a_quotation_the_model_credits_counts_as_attributed() -> None:
    def script(asked: Asked) -> Reply:
        if asked.form != "Reading":
            return silent(asked)
        return reading(opinions=[{"number": asked.listed[0][0], "answer": "speaker", "speaker": 1, "name": ""}])

    before, after = check(STORY).coverage.quotations, read(script).coverage.quotations
    assert (before.total, before.unattributed) == (1, 1)
    assert (after.total, after.attributed, after.unattributed) == (1, 1, 0)


def test_every_figure_is_sourced_or_named_as_uncovered() -> None:
    for report in (check(STORY), read(well), read(silent)):
        figures = report.coverage.figures
        assert figures.sourced + len(figures.uncovered) == figures.total
        assert "300" in [span.text for span in figures.uncovered]


def test_a_quotation_that_lies_in_a_claim_of_the_model_is_covered() -> None:
    def script(asked: Asked) -> Reply:
        if asked.form != "Reading":
            return silent(asked)
        return reading(claims=[claim(n, text) for n, text in asked.sentences if "rooms" in text])

    assert [s.text for s in check(STORY).coverage.quotations.uncovered] == ["We need more rooms than we have."]
    assert read(script).coverage.quotations.uncovered == ()
