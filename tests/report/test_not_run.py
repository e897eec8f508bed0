"""What has not run on an article is said wherever people read a report."""

import pytest

from tests.report.test_text import written
from verifier import check

FRENCH = (
    "Le pont du port\n\nLe pont du port restera fermé jusqu'en mai, a annoncé la ville lundi. Les travaux ne seront "
    "pas terminés avant l'été, et les commerçants sont contre le projet de la mairie."
)


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
def test_it_is_said_of_an_article_in_another_language(name: str) -> None:
    said = " ".join(written(check(FRENCH), name=name).split())
    assert "did not run: the article reads as another language" in said.replace("\\", "")


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
def test_nothing_is_said_of_an_english_one(name: str) -> None:
    english = check("Bridge shut\n\nThe bridge was closed on Monday, the council said, and nobody knows why.")
    assert "did not run" not in written(english, name=name)
