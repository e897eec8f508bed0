"""Figures as values with units, bounds and the noun they count."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.article import Article, Span, from_text
from verifier.reading import quantities, words
from verifier.reading._model import Quantity


def read(text: str) -> tuple[Quantity, ...]:
    article = from_text(text)
    return quantities.find(article, words.split(article.plain))


@pytest.mark.parametrize(
    ("text", "span", "kind", "value", "unit", "noun"),
    [
        ("Rents rose by 25 percent.", "25 percent", "percent", "25", "%", None),
        ("The fund lost $1.1 billion.", "$1.1 billion", "money", "1100000000", "USD", None),
        ("It cost €3m to repair.", "€3m", "money", "3000000", "EUR", None),
        ("He paid 4,500 euros.", "4,500 euros", "money", "4500", "EUR", None),
        ("It grew 10.2% in a year.", "10.2%", "percent", "10.2", "%", None),
        ("We met two dozen farmers.", "two dozen", "count", "24", "farmer", "farmer"),
        ("It was seen by a million people.", "a million", "count", "1000000", "people", "people"),
        ("We lost nearly half of our hens.", "half", "percent", "50", "%", "hen"),
        ("The 15-year-old boy ran.", "15-year-old", "quantity", "15", "years", "age"),
        ("Ana Ruiz, 29, won.", "29", "quantity", "29", "years", "age"),
        ("The 60-acre farm burned.", "60-acre", "quantity", "60", "acres", None),
        ("It took 48 hours.", "48 hours", "quantity", "48", "hours", None),
        ("They filled 240,000 square meters.", "240,000 square meters", "quantity", "240000", "square meters", None),
        ("Twenty-five old buses broke down.", "Twenty-five", "count", "25", "bus", "bus"),
        ("There were two hundred and fifty guests.", "two hundred and fifty", "count", "250", "guest", "guest"),
        ("They won for a third straight year.", "third", "count", "3", "ordinal", "straight"),
        ("It grew by .4 percent.", ".4 percent", "percent", "0.4", "%", None),
        ("Half a million hens died.", "Half a million", "count", "500000", "hen", "hen"),
        ("Three-quarters of a million hats burned.", "Three-quarters of a million", "count", "750000", "hat", "hat"),
        ("They sold three and a half million hats.", "three and a half million", "count", "3500000", "hat", "hat"),
        ("It has six point two million users.", "six point two million", "count", "6200000", "user", "user"),
        ("Some 14 000 hens died.", "14 000", "count", "14000", "hen", "hen"),
        ("About 1 250 000 hens died.", "1 250 000", "count", "1250000", "hen", "hen"),
        ("He paid 2.3m euros.", "2.3m euros", "money", "2300000", "EUR", None),
        ("He paid $14MM.", "$14MM", "money", "14000000", "USD", None),
        ("Some 3 lakh farmers marched.", "3 lakh", "count", "300000", "farmer", "farmer"),
        ("Some 3 crore farmers vote.", "3 crore", "count", "30000000", "farmer", "farmer"),
        ("Two-thirds of voters agreed.", "Two-thirds", "percent", "66.66666666666666666666666666", "%", "voter"),
    ],
)
def test_one_figure(  # noqa: PLR0913 - a row of the table
    text: str, span: str, kind: str, value: str, unit: str, noun: str | None
) -> None:
    (found,) = read(text)
    assert found.span.of(text) == span
    assert (found.kind, found.value.normalize(), found.unit, found.noun) == (
        kind,
        Decimal(value).normalize(),
        unit,
        noun,
    )


@pytest.mark.parametrize(
    "text",
    ["It was built in 1987.", "They met on March 12.", "It opens at 7:30 p.m. daily.", "Call 555-0142 now."]
    + ["He flew a Boeing 737 home.", "Apollo 11 landed.", "See Article 50 of the treaty.", "In the 1980s it rained."]
    + [
        "He won the first half easily.",
        "It is day five.",
        "A B-52 flew past.",
        "The two-way race is close.",
        "It ran IE6 and Windows 10.",
        "Ask for Ida Holm, +47 555 0101, or write.",
        "Call +4755501012 or (212) 555-2199 now.",
        "The hall answers on (020) 7946 0958 or 0800 123 456, too.",
        "Tickets: 555 0199 or 01632.960.555.",
    ],
)
def test_what_measures_nothing(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("a", "b"),
    [("It took 48 hours.", "It took two days."), ("The park has 60 acres.", "The park has 24 hectares.")]
    + [("137 million people saw it.", "136.9 million people saw it."), ("More than two dozen men.", "27 men.")]
    + [("About 1,000 adults came.", "1,001 adults came."), ("Nearly half of the men.", "46 percent of the men.")]
    + [("Nearly 90 schools.", "88 schools."), ("24 percent of men.", "Less than a quarter of men.")],
)
def test_values_that_can_be_the_same(a: str, b: str) -> None:
    (one,), (two,) = read(a), read(b)
    assert quantities.dimension(one) == quantities.dimension(two)
    assert quantities.compatible(one, two)


@pytest.mark.parametrize(
    ("a", "b"),
    [("It took 72 hours.", "It took two days."), ("10 judges sat.", "12 judges sat.")]
    + [("42 percent of men.", "Less than a quarter of men."), ("It cost $1.1 billion.", "It cost $1.1 million.")],
)
def test_values_that_cannot(a: str, b: str) -> None:
    (one,), (two,) = read(a), read(b)
    assert not quantities.compatible(one, two)


def test_a_vote_has_two_sides() -> None:
    assert [(q.value, q.unit) for q in read("The panel voted 19-15 to go on.")] == [(19, "score"), (15, "score")]


PIECES = st.sampled_from(
    [
        "$",
        "€",
        "1",
        "1,000",
        "1.1",
        " million",
        " billion",
        "-",
        "–",
        "%",
        " percent",
        "a ",
        "half ",
        "of ",
        "the ",
        " dozen",
    ]
    + [
        "two ",
        "twenty-",
        "hundred ",
        "and ",
        " years old",
        "-year-old",
        " acres",
        "nearly ",
        "more than ",
        "May ",
        ". ",
        "\n",
    ]
    + ["９", "²", "one in ", "third ", "at least ", " square ", "meters", "0" * 30, "(", ")", " people "]
)


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=30).map("".join)))
def test_any_text_gives_ordered_figures_with_bounds(text: str) -> None:
    article = Article(text=text, plain=text, paragraphs=(), sentences=())
    before = 0
    for q in quantities.find(article, words.split(text)):
        assert isinstance(q.span, Span)
        assert before <= q.span.start < q.span.end <= len(text)
        assert q.low <= q.value <= q.high
        before = q.span.end


@pytest.mark.parametrize(
    "text",
    ["Fares rise by 30 to 40 percent.", "Between 30 and 40 percent of hens died.", "Some 30-40% of hens died."],
)
def test_both_ends_of_a_range_are_shares(text: str) -> None:
    assert [(int(q.value), q.unit) for q in read(text)] == [(30, "%"), (40, "%")]


@pytest.mark.parametrize(
    "text",
    ["It drew " + "100 " * 20 + "lots.", f"It drew {'9' * 24} trillion fans.", f"It cost ${'1' * 23} billion."],
)
def test_what_no_figure_is_as_large_as_is_none(text: str) -> None:
    assert all(q.value < 10**24 for q in read(text))


def test_groups_of_digits_after_a_date_stay_apart() -> None:
    assert [int(q.value) for q in read("In May 12 500 hens died.")] == [500]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Some 14 500 people ran.", [14500]),
        ("14\u202f500 hens died.", [14500]),
        ("The mill sold 2 350 coats and 114 500 socks.", [2350, 114500]),
        ("The 1 114 500 hens are gone.", [1114500]),
        ("He slept on page 12 500 times.", [500]),
        ("Aged 14 500 men went to sea.", [500]),
        ("On Flight 12 500 people were ill.", [500]),
    ],
)
def test_a_space_parts_thousands_unless_the_first_figure_numbers_something(text: str, values: list[int]) -> None:
    assert [int(q.value) for q in read(text)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It brings in $26 and $31 million.", [26_000_000, 31_000_000]),
        ("It costs 5 to 6 million euros.", [5_000_000, 6_000_000]),
        ("The town of 900 to 1.2 million people.", [900, 1_200_000]),
        ("He paid $26 and lost $31 million.", [26, 31_000_000]),
    ],
)
def test_a_scale_told_once_holds_for_both_figures_where_they_are_alike(text: str, values: list[int]) -> None:
    assert [int(q.value) for q in read(text)] == values
