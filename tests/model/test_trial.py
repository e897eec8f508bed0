"""The trial of the doctor: how a model is best asked."""

from typing import Any

import pytest

from tests.model.scripted import EMPTY, pair
from verifier.model import trial
from verifier.model.prompts import load

SEEN = pair((2, "closed for good on 3 May"), (3, "opened at nine as every day"))


def test_the_trial_is_a_question_like_those_about_articles() -> None:
    asked = trial.question(load())
    assert "Paul Ahlberg" in asked.messages[-1]["content"]
    assert "Task: look" in asked.messages[-1]["content"]


@pytest.mark.parametrize(
    ("pairs", "way"),
    [
        ([SEEN], "article"),
        ([SEEN, pair((1, "stay open"), (2, "closed for good"), kind="headline")], "article"),
        ([], "sentence"),
        ([pair((1, "stay open"), (2, "closed for good"))], "sentence"),
        ([SEEN, pair((2, "closed in June"), (3, "opened at nine"))], "sentence"),
        ([SEEN, "nonsense"], "sentence"),
        ([SEEN] * 5, "sentence"),
    ],
)
def test_a_model_that_sees_and_copies_is_asked_about_the_article(pairs: list[Any], way: str) -> None:
    form = trial.question(load()).response_model
    assert trial.suits(form.model_validate({**EMPTY, "pairs": pairs})) == way
