"""Grounding: what is repaired, and what is never repaired."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.article import Span
from verifier.model.grounding import GroundingError, differences, locate, unsupported

TEXT = "The bank did not pay $3 million to Ms. Okafor’s firm on March 1, its lawyer “said” twice."
WHOLE = Span(0, len(TEXT))


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("did not pay $3 million to Ms. Okafor's firm on March 2", "number"),
        ("did not pay $3 billion to Ms. Okafor's firm", "unit"),
        ("did pay $3 million to Ms. Okafor's firm", "negation"),
        ("did not pay $3 million to Ms. Adeyemi's firm", "name"),
        ("did not pay $3 million to Ms. Okafor's firm on April 1", "date"),
        ("did not pay €3 million", "unit"),
        ("The bank quietly did not pay", "addition"),
        ("pay $3 million Ms. Okafor's firm", "omission"),
    ],
)
def test_a_changed_fact_is_refused_with_its_kind(said: str, kind: str) -> None:
    with pytest.raises(GroundingError) as refused:
        locate(said, TEXT, WHOLE)
    assert kind in {d.kind for d in refused.value.differences}


@pytest.mark.parametrize(
    "said", ["Ms. Okafor's firm", 'its lawyer "said" twice', "THE BANK did not  pay", "firm on March 1 its lawyer"]
)
def test_marks_case_and_space_are_repaired_to_the_article_s_own(said: str) -> None:
    span = locate(said, TEXT, WHOLE)
    assert span.of(TEXT) != said
    assert differences(span.of(TEXT), said) == []


EVIDENCE = "He told reporters the plant will not close before March 1."
BEFORE = "Mayor Ana Ruiz met workers in Lund. The letter came on Friday."


@pytest.mark.parametrize(
    "wording",
    [
        "The plant will not close before March 1.",
        "Ana Ruiz told reporters that the plant will not close before March 1.",
        "Before March 1 the plant will not be closing.",
        "The plant in Lund will not close before March 1.",
    ],
)
def test_a_free_wording_may_resolve_what_the_text_resolves(wording: str) -> None:
    assert unsupported(wording, EVIDENCE, BEFORE) == []


def test_the_number_of_a_name_is_no_denial_and_good_where_the_name_is() -> None:
    around = "Mine No. 2 is in Lund. It has 4 shafts."
    assert unsupported("The trains of mine No. 2 passed shelters.", "The trains passed shelters.", around) == []
    assert unsupported("The trains of mine No. 4 passed shelters.", "The trains passed shelters.", around) != []
    assert unsupported("The trains passed 2 shelters.", "The trains passed shelters.", around) != []


@pytest.mark.parametrize(
    ("wording", "kind"),
    [
        ("The plant will not close before March 2.", "number"),
        ("The plant will not close before May 1.", "date"),
        ("The plant will not close before Friday.", "date"),
        ("The plant will close before March 1.", "negation"),
        ("The plant will not never close before March 1.", "negation"),
        ("The plant in Oslo will not close before March 1.", "name"),
        ("Oslo will not close the plant before March 1.", "name"),
        ("The plant will not explode before March 1.", "word"),
        ("The plant lost $3 and will not close.", "unit"),
    ],
)
def test_a_free_wording_may_not_bring_facts_of_its_own(wording: str, kind: str) -> None:
    assert kind in {d.kind for d in unsupported(wording, EVIDENCE, BEFORE)}


@pytest.mark.parametrize(
    ("wording", "evidence"),
    [
        ("The mill’s owner sold it.", "The owner of the mill sold it."),
        ("The mill isn't sold.", "The mill is not sold."),
        ("The mill cannot be sold.", "The mill can't be sold."),
        ("The state-owned mill was sold.", "The state owned mill was sold."),
        ("He sells mills.", "The mills are being sold to whoever sells."),
        ("The U.S. mill cost 3 million dollars.", "The US mill cost $3 million."),
        ("Twelve mills lost 1,200 tonnes.", "12 mills lost 1200 tons."),
        ("Output fell 5 %.", "Output fell five percent."),
        ("It closed on Feb. 3.", "It closed on February 3."),
        ("Going by boat is dear.", "It is dear to go by boat."),
    ],
)
def test_english_has_several_spellings_of_one_thing(wording: str, evidence: str) -> None:
    assert unsupported(wording, evidence) == []


def test_a_name_is_good_wherever_the_article_has_it_and_a_figure_is_not() -> None:
    assert unsupported("Ruiz sold the plant.", "The mayor sold the plant.", BEFORE) == []
    assert [d.kind for d in unsupported("Gomez sold the plant.", "The mayor sold the plant.", BEFORE)] == ["name"]
    around = "The plant cost $4 million on Friday."
    assert {d.kind for d in unsupported("The plant was sold for $4 million.", "The plant was sold.", around)} == {
        "number", "unit",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("wording", "evidence", "negated"),
    [
        ("The barn burned.", "The mill did not burn, but the barn burned.", False),
        ("The mill burned.", "The mill did not burn, but the barn was saved.", True),
        ("The mayor sold the mill.", "The mayor denied that he sold the mill.", True),
        ("The mayor denied selling the mill.", "The mayor denied that he sold the mill.", False),
        ("The mill works.", "It doesn't make sense. The mill works here.", False),
        ("The mill doesn't work.", "It doesn't make sense. The mill doesn't work here.", False),
        ("Lind agreed that the mill is old.", "Lind agreed that the mill is old and not safe.", False),
        ("The storm flooded the mill and the barn.", "The storm flooded not only the mill but also the barn.", False),
        ("The council decides whether the boats sail.", "The council decides whether the boats sail or not.", False),
        ("The council decides whether the boats sail or not.", "The council decides if the boats sail.", False),
        ("The boats did not sail.", "The boats sailed.", True),
        ("The boats sailed.", "The boats did not sail.", True),
        ("The law is just.", "The law is not just.", True),
        (
            "Perhaps Ruiz can say that this is not who we are.",
            "“Perhaps I can say, look, this is not who we are.”",
            False,
        ),
    ],
)
def test_the_not_of_the_clause_that_is_told_must_be_told(wording: str, evidence: str, negated: bool) -> None:
    assert ("negation" in {d.kind for d in unsupported(wording, evidence)}) == negated


def test_a_part_of_a_sentence_does_not_owe_the_not_of_another_part() -> None:
    evidence = "The mill did not burn on Monday, but the barn near the river was destroyed."
    assert unsupported("The barn near the river was destroyed.", evidence) == []
    assert unsupported("No boat was lost.", "No boat was lost in the storm.") == []
    assert [d.kind for d in unsupported("Boats were lost in the storm.", "No boats were lost in the storm.")] == [
        "negation"
    ]


@pytest.mark.parametrize(
    ("wording", "evidence"),
    [
        ("The mayor's speech was made on the quay.", "The mayor, in a speech on the quay, thanked the crew."),
        ("Lind asked whether the ferry sails.", "“Does the ferry sail?” Lind asked."),
        ("Lind spoke to the crew about the ferry.", "“The ferry sails,” Lind told the crew."),
        ("The ferry Lind sails is the one that sank.", "Lind sails the ferry that sank."),
        ("Lind is a 27-year-old sailor.", "Lind: sailor, 27"),
        ("Neither Lind nor Moe saw the ferry.", "Neither of the two, Lind and Moe, saw the ferry."),
        ("Lind got a medal.", "To no one's surprise, Lind got a medal."),
        ("Half of the sailors said yes.", "Half of the sailors said yes, but most of the captains in town would not."),
        ("Lind lied to the crew.", "Lind went on to lie to the crew."),
        ("The crew of mine No. 2 left the mill.", "The crew left mine No. 2, the mill of Lind."),
        ("The crew would learn nothing.", "Against all talk that the crew would ``learn nothing,'' fires were many."),
        (
            "Fires at the mill were many.",
            "Against all talk that they would ``learn nothing,'' fires at the mill were many.",
        ),
        ("Lind left the mill.", "Lind left the mill, telling the crew he had nothing to do with it."),
        ("Lind lives in Lund and leaves at six.", "“I live in Lund, and I leave at six,” Lind said."),
        ("The way the ferry sails is one, Lind said.", "The way the ferry sails, Lind said."),
        ("Lind is not fit to sail.", "“I don't think you are fit to sail,” Moe told Lind."),
        ("Lind spoke of the tide.", "Lind spoke of the tide - but he went on to say that it was not told in time."),
        ("900 people came to Lund.", "“It is a ferry that does not sail today,” she told 900 people who came to Lund."),
        (
            "The crew includes young sailors.",
            "Lind, whose crew includes young sailors -- the law denies many sailors a ship.",
        ),
        ("Lind ran against a rich woman.", "No money, no friends, no ship, running against a rich woman, Lind lost."),
        ("Every mayor has shown her books.", "He refuses to do what every mayor has done: show her books."),
        ("Lind will not be beaten or lied about.", "“I will not be beaten. I will not be lied about,” Lind said."),
    ],
)
def test_words_that_say_nothing_of_their_own_need_no_ground(wording: str, evidence: str) -> None:
    assert unsupported(wording, evidence) == []


@pytest.mark.parametrize(
    ("wording", "evidence"),
    [
        ("One ferry sank.", "Two ferries sank."),
        ("Lind sold the ferry.", "Lind made the ferry safe."),
        ("The ferry is a year old.", "The ferry is old."),
        ("Lind did not get a medal.", "To no one's surprise, Lind got a medal."),
        ("Lind said she would.", "Lind said she would not."),
        ("The barn burned.", "No house, school or barn burned."),
        (
            "Lind did not sail or row and sold the ship.",
            "Lind did not sail. She did not row. She did not sell the ship.",
        ),
        ("The ferry sank.", "The ferry, Lind said, did not sink."),
        ("Lind sold the ferry.", "Lind, the mayor, and her crew, all of whom were ill, did not sell the ferry."),
        ("Lind did not sail.", "Lind sailed, but her crew did not."),
        ("The mill burned.", "The old mill did not burn, but the barn burned."),
    ],
)
def test_and_words_that_say_something_do(wording: str, evidence: str) -> None:
    assert unsupported(wording, evidence) != []


@pytest.mark.parametrize(
    ("wording", "stated", "held"),
    [
        ("None of the crew did.", "None of them did.", True),
        ("None of the sailors has signed it.", "“None has,” Lind said.", True),
        ("Neither Lind nor Moe will be at the quay.", "Neither will be there.", True),
        ("No mayor has ever lost so many votes.", "Never has a mayor lost so many votes, Lind said.", True),
        ("Traders want a lower rent.", "Traders who do not own a boat want a lower rent.", True),
        ("A poll found that voters like the plan.", "Voters who have never met her like the plan, a poll found.", True),
        ("The pier is closed.", "It is not that the pier is ugly; the pier is closed.", True),
        ("Officials know how the fire began.", "Officials know how the fire began but will not say so.", True),
        ("The senator backed it.", "As it could not pass without him, the senator backed it.", True),
        ("It is not clear how the fire began.", "None of the men saw a fire, and it is not clear how it began.", True),
        ("Traders do not want a lower rent.", "Traders who do not own a boat want a lower rent.", False),
        ("Traders own a boat.", "Traders who do not own a boat want a lower rent.", False),
        ("The senator did not back it.", "Knowing that it would not pass, the senator backed it.", False),
        ("None of the traders came.", "The traders came, and none complained.", False),
    ],
)
def test_a_not_goes_with_its_clause_however_the_clause_is_tied(wording: str, stated: str, *, held: bool) -> None:
    who = "Lind and Moe, the crew and the sailors were asked at the quay whether they signed it."
    assert (unsupported(wording, f"{stated} {who}", stated=stated) == []) == held


@pytest.mark.parametrize(
    ("wording", "held"),
    [
        ("Lind said in a release that the pier is shut.", True),
        ("Lind told a campaign that the pier is shut.", True),
        ("Behind the quay the pier is shut, Lind said.", True),
        ("Lind said the pier was stolen.", False),
        ("Lind said in the trial that the pier is shut.", False),
        ("Lind said the angry pier is shut.", False),
        ("Lind said at Lund that the pier is shut.", False),
    ],
)
def test_common_words_may_come_from_all_of_the_article_and_deeds_may_not(wording: str, *, held: bool) -> None:
    article = "The campaign put out a release. Holt is angry: a boat was stolen, and the trial at Lund is off."
    stated = "Lind said that the pier at the quay is shut."
    assert (unsupported(wording, stated, elsewhere=article) == []) == held


def test_a_sentence_that_only_says_who_is_meant_does_not_owe_its_not() -> None:
    stated, before = "She sold the ferry.", "Lind had not been at the quay."
    assert unsupported("Lind sold the ferry.", f"{stated} {before}", stated=stated) == []
    assert unsupported("Lind had not sold the ferry.", f"{stated} {before}", stated=stated) != []
    denied = "She did not sell the ferry."
    assert unsupported("Lind sold the ferry.", f"{denied} {before}", stated=denied) != []


@given(st.text(max_size=80), st.text(max_size=30))
def test_what_is_located_says_the_same_words(text: str, said: str) -> None:
    try:
        span = locate(said, text, Span(0, len(text)))
    except GroundingError:
        assert said not in text or not said.strip()
    else:
        assert differences(said, span.of(text)) == []


@given(st.text(max_size=60), st.data())
def test_the_article_s_own_words_are_always_found(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    said = text[start:end]
    if said.strip():
        assert locate(said, text, Span(0, len(text))).of(text) == said
