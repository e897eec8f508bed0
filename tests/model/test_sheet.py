"""What every question begins with: the same bytes, the article as printed, what is no prose named."""

import json
from itertools import takewhile

import pytest

from tests.model.articles import STORY, long_story
from tests.model.scripted import KEY, Asked, endpoint
from verifier import check
from verifier.article import from_text
from verifier.model import sheet
from verifier.model.settings import ModelSettings


def asked(text: str, **other: object) -> list[Asked]:
    with endpoint() as at:
        check(text, model=ModelSettings("m", at.url, KEY, backoff=0.0, concurrency=1, **other))  # type: ignore[arg-type]
    return at.asked


def common(texts: list[str]) -> str:
    """How far they all are the same."""
    return "".join(chars[0] for chars in takewhile(lambda c: len(set(c)) == 1, zip(*texts, strict=False)))


def body(one: Asked) -> str:
    """A request as an endpoint reads it: the schema first, then the words."""
    return json.dumps(one.body["response_format"]) + one.said


def test_an_article_that_fits_one_part_is_one_question_and_its_instructions_are_every_article_s() -> None:
    (one,), (other,) = asked(STORY), asked(long_story(5))
    assert one.tasks == ["look", "statements"]
    shared = common([body(one), body(other)])
    assert "cannot all be right" in shared
    assert "Put into `attributions`" in shared
    assert "The ferry closed" not in shared


def test_the_questions_on_a_long_article_begin_with_the_article() -> None:
    questions = asked(long_story(300))
    assert [one.form for one in questions[:2]] == ["Look", "Statements"]
    shared = common([body(one) for one in questions[:2]])
    assert questions[1].lines[-1][1] in shared
    assert "The task" not in shared


def test_two_articles_share_everything_before_their_words() -> None:
    one, other = asked(STORY)[0], asked(long_story(5))[0]
    assert one.body["response_format"] == other.body["response_format"]
    assert one.body["messages"][0] == other.body["messages"][0]


def test_nothing_in_the_schema_is_of_the_article_and_nothing_that_endpoints_refuse() -> None:
    schema = json.dumps(asked(STORY)[0].body["response_format"])
    for word in ("$ref", "$defs", "maxLength", "minLength", "maxItems", "minimum", "maximum", "const", "anyOf"):
        assert word not in schema


LINES = """Harbour to close

By Jane Doe

By Tuesday the harbour of Lund will be empty, the town said, and no boat will come in before May.

“It is the end of an era for all of us who live here,” Karin Holm said in the harbour hall on Monday.

Photo: Karin Holm in the harbour hall. (Reuters)

It is the end of an era for all of us who live here

What comes next

- The ferries move to Malmo.

https://example.org/harbour/1
"""


def test_lines_that_are_no_prose_say_what_they_are() -> None:
    lines = dict(asked(LINES)[0].lines)
    kinds = {n: text.partition(") ")[0][1:] for n, text in lines.items() if text.startswith("(")}
    assert kinds[1] == "headline"
    assert kinds[2] == "byline"
    assert "caption" in kinds.values()
    assert "pull quote" in kinds.values()
    assert "links" in kinds.values()
    assert "list" in kinds.values()
    assert not lines[3].startswith("(")


def test_the_day_of_publication_comes_with_its_weekday() -> None:
    assert "Published on Monday, 1 March 2021." in asked(f"Ferry\n\nMarch 1, 2021\n\n{STORY}")[0].user


def test_an_article_of_usual_length_is_one_call() -> None:
    text = long_story(75)
    assert 700 < len(text.split()) < 1000
    assert len(asked(text)) == 1


@pytest.mark.parametrize("paragraphs", [300, 900])
def test_a_long_article_comes_in_parts_with_its_head_and_who_was_named(paragraphs: int) -> None:
    text = long_story(paragraphs)
    questions = asked(text)
    looks, parts = ([a for a in questions if a.form == form] for form in ("Look", "Statements"))
    assert len(looks) == -(-len(text.split()) // sheet.MOST_LOOKED_AT)
    about = [n for part in parts for n, _ in part.sentences]
    assert about == list(range(2, paragraphs + 2))
    for part in parts:
        assert part.lines[0] == (1, "(headline) Councils spend more on roads")
        assert len(part.lines) <= sheet.MOST_SENTENCES + 10
    assert parts[1].sentences[0][0] > parts[1].lines[1][0], "the parts do not overlap"


def test_every_sentence_is_in_exactly_one_part() -> None:
    article = from_text(long_story(500))
    told = [n for part in sheet.Sheet(article).parts() for n in range(part.first, part.last + 1)]
    assert told == list(range(len(article.sentences)))
