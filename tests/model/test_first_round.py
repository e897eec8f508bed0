"""What is offered to a model in round one, and which of its answers are no answers."""

import pytest

from tests.model.scripted import KEY, Asked, Reply, endpoint, well
from verifier import check
from verifier.model.settings import ModelSettings

STORY = """Harbour line to close

Buses stop at the pier, said harbour chief Ana Ruiz. "It will be a long winter," Ruiz said.

The pier was built in 1910. It carries 300 people a day. It has two gates. It has nine lamps.

"We shall open it again," Jon Holt said.
"""


@pytest.mark.parametrize(("window", "form"), [(1, "Choice"), (12, "Speakers")])
def test_each_person_is_offered_once_and_no_first_word_for_its_capital(window: int, form: str) -> None:
    with endpoint(well) as at:
        check(STORY, model=ModelSettings("m", at.url, KEY, window=window))
        offered = [asked.choices for asked in at.asked if asked.form == form]
    assert offered
    for choices in offered:
        assert sum("Ruiz" in name for name in choices) == 1
        assert not any("Buses" in name for name in choices)


def pairs_of(said: list[tuple[int, int]]) -> tuple[int, list[str]]:
    def script(asked: Asked) -> Reply:
        if asked.form == "Pairs":
            return Reply({"pairs": [{"first": a, "second": b} for a, b in said]})
        return well(asked)

    with endpoint(script) as at:
        report = check(STORY, model=ModelSettings("m", at.url, KEY))
        judged = sum(asked.form == "Verdict" for asked in at.asked)
    return judged, [d.why for d in report.run.dropped]


def test_pairs_that_are_named_are_judged() -> None:
    assert pairs_of([(1, 2), (2, 3), (2, 2)]) == (2, [])


def test_a_statement_held_against_everything_is_not_judged() -> None:
    judged, why = pairs_of([(1, 2), (1, 3), (1, 4), (1, 5), (2, 3)])
    assert judged == 1
    assert any("one statement against many" in line for line in why)


@pytest.mark.parametrize(("said", "asked"), [("The pier is too weak for a bus", 1), ("They will have to walk", 0)])
def test_a_paraphrase_is_held_against_a_quotation_that_speaks_of_the_same(said: str, asked: int) -> None:
    text = f'Pier\n\nRuiz said the pier would carry no bus this year. "{said}," Ruiz said.\n'
    with endpoint(well) as at:
        check(text, model=ModelSettings("m", at.url, KEY))
        assert sum(a.form == "Inference" for a in at.asked) == asked
