"""Each construction with a sentence of its own: who, with which cue, what."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier import InputError
from verifier.article import from_text
from verifier.reading import names, statements, words
from verifier.reading.statements import Statement


def found(text: str) -> tuple[Statement, ...]:
    article = from_text(text)
    tokens = words.split(article.plain)
    return statements.find(article, tokens, statements.tagged(article, tokens, names.find(article, tokens)))


def parts(text: str) -> list[tuple[str | None, str, str]]:
    """Source, cue and content of every statement, as words."""
    return [
        (
            said.source.of(text) if said.source else None,
            said.cue.of(text),
            " … ".join(span.of(text) for span in said.content),
        )
        for said in found(text)
    ]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The mayor said that the bridge was safe.", "The mayor", "said", "that the bridge was safe"),
        ("The mayor said the bridge was safe.", "The mayor", "said", "the bridge was safe"),
        ("The bridge was safe, the mayor said.", "the mayor", "said", "The bridge was safe"),
        ("The bridge, she said, was safe.", "she", "said", "The bridge … was safe"),
        ("The bridge was safe, said Ann Lee of the council.", "Ann Lee of the council", "said", "The bridge was safe"),
        ("According to the council, the bridge was safe.", "the council", "According to", "the bridge was safe"),
        ("The bridge was safe, according to the council.", "the council", "according to", "The bridge was safe"),
        ("Ann Lee, a council engineer, warned that the bridge swayed.", "Ann Lee", "warned", "that the bridge swayed"),
        ("Lee told reporters that the bridge was safe.", "Lee", "told", "that the bridge was safe"),
        ("Lee said on Tuesday that the bridge was safe.", "Lee", "said", "that the bridge was safe"),
        ("The council has vowed to rebuild the bridge.", "The council", "has vowed", "to rebuild the bridge"),
        ("Residents asked whether the bridge would hold.", "Residents", "asked", "whether the bridge would hold"),
        ("Lee accused the builders of hiding cracks.", "Lee", "accused", "the builders of hiding cracks"),
        ("Lee criticised the builders.", "Lee", "criticised", "the builders"),
        ("Residents called for an inquiry.", "Residents", "called for", "an inquiry"),
        ("The council urged residents to stay away.", "The council", "urged", "residents to stay away"),
        ("Lee met residents and said the bridge was safe.", "Lee", "said", "the bridge was safe"),
        ("The mayor left early, saying that the bridge was safe.", "The mayor", "saying", "that the bridge was safe"),
        ("The plan was criticised by the council.", "the council", "was criticised", "The plan"),
        ("Residents laughed at Lee's claim that the bridge was safe.", "Lee", "claim", "that the bridge was safe"),
        ("Lee is sure that the bridge is safe.", "Lee", "is sure", "that the bridge is safe"),
        ("Lee is critical of the builders.", "Lee", "is critical of", "the builders"),
        ("Claiming the bridge was safe, Lee went home.", "Lee", "Claiming", "the bridge was safe"),
        ("When Lee said the bridge was safe, people laughed.", "Lee", "said", "the bridge was safe"),
        ("But as a Herald reporter noted, the bridge was safe.", "a Herald reporter", "noted", "the bridge was safe"),
        ("Lee has said from the start that the bridge was safe.", "Lee", "has said", "that the bridge was safe"),
        ("Lee explained to the crowd why the bridge swayed.", "Lee", "explained", "why the bridge swayed"),
        ("Many believe that the bridge is safe.", "Many", "believe", "that the bridge is safe"),
        ("Polls show voters trust the bridge.", "Polls", "show", "voters trust the bridge"),
        ("Most residents worry about the bridge.", "Most residents", "worry about", "the bridge"),
        (
            "The trouble, says Ann Lee, a baker, is the bread.",
            "Ann Lee",
            "says",
            "The trouble … is the bread",
        ),
        ("The deal, announced Friday, has died, Lee said.", "Lee", "said", "The deal, announced Friday, has died"),
        ("Lee said it would hold - and that it was safe.", "Lee", "said", "it would hold - and that it was safe"),
        ("Lee said low- and middle-sized boats sink.", "Lee", "said", "low- and middle-sized boats sink"),
        ("Lee left after praising the quay, as most do.", "Lee", "praising", "the quay"),
        ("After praising the quay, Lee left.", "Lee", "praising", "the quay"),
        ("In a note praising the quay, the crew called for tea.", "the crew", "called for", "tea"),
        ("Lee claimed the seat and left the hall.", "Lee", "claimed", "the seat"),
        ("Lee claimed the seat but critics say he lost.", "critics", "say", "he lost"),
        (
            "Lee said that, in the years when he kept the quay, it was safe.",
            "Lee",
            "said",
            "that, in the years when he kept the quay, it was safe",
        ),
        ("Lee sternly reprimanded Brandt, saying it was late.", "Lee", "saying", "it was late"),
        ("Lee proposed big, bold plans.", "Lee", "proposed", "big, bold plans"),
        ("Lee showed up late and praised the quay.", "Lee", "praised", "the quay"),
        ("Lee reported earning nine euros.", "Lee", "reported", "earning nine euros"),
        ("Lee praised the builders and left the hall.", "Lee", "praised", "the builders"),
        ("Lee praised the builders, a crew of nine who left early.", "Lee", "praised", "the builders"),
        ("Lee, who backed the bridge, has left the council.", "who", "backed", "the bridge"),
        ("Lee left, calling the builders thieves and vowing to sue.", "Lee", "calling", "the builders thieves"),
        ("Lee wants to mend and widen the bridge.", "Lee", "wants", "to mend and widen the bridge"),
        ("Lee criticised a bridge, a quay and a road.", "Lee", "criticised", "a bridge, a quay and a road"),
        ("Harbour News reports that the bridge is safe.", "Harbour News", "reports", "that the bridge is safe"),
        ("Lee told the crowd to quiet down.", "Lee", "told", "the crowd to quiet down"),
        ("Lee, 44, rescinded his vote, saying it was rash.", "Lee", "saying", "it was rash"),
        ("Carly Brandt said the bridge was safe.", "Carly Brandt", "said", "the bridge was safe"),
        ("In May, 47% say the bridge is safe.", "47%", "say", "the bridge is safe"),
        ("Nearly a third say they fear it.", "a third", "say", "they fear it"),
        ("Another says there are two bridges.", "Another", "says", "there are two bridges"),
        ("Several engineers said they even doubt the plans.", "Several engineers", "said", "they even doubt the plans"),
        ("A letter filed Monday says that the bridge sways.", "A letter", "Monday says", "that the bridge sways"),
        ("Ann Lee (Greens), said the bridge was safe.", "Ann Lee", "said", "the bridge was safe"),
        ("Ann Lee - the council's engineer - said the bridge was safe.", "Ann Lee", "said", "the bridge was safe"),
        ("Lee said the bridge - old as it is - was safe.", "Lee", "said", "the bridge - old as it is - was safe"),
        ("Lee says the bridge is safe, while others are away.", "Lee", "says", "the bridge is safe"),
        ("Lee said she is sorry and thanked the divers.", "Lee", "said", "she is sorry"),
        ("Lee said she was late and missed the vote.", "Lee", "said", "she was late and missed the vote"),
        ("The bridge, which engineers say needs paint, is shut.", "engineers", "say", "which … needs paint"),
        ("Holt asked the council about the bridge.", "Holt", "asked", "about the bridge"),
        ("Lee was asked whether the bridge was safe.", None, "was asked", "whether the bridge was safe"),
        ("Lee was asked by Holt whether it was safe.", "Holt", "was asked", "whether it was safe"),
        ("Asked about the bridge, Lee smiled.", None, "Asked", "about the bridge"),
        ("Lee, when asked about the bridge, smiled.", None, "asked", "about the bridge"),
        ("The bridge is expected to open in May.", None, "is expected", "The bridge … to open in May"),
        ("The bridge, she said, sways in the wind.", "she", "said", "The bridge … sways in the wind"),
        ("Still, she said, the bridge was safe.", "she", "said", "the bridge was safe"),
        ("As the mayor told reporters, the bridge is safe.", "the mayor", "told", "the bridge is safe"),
        ("Most drivers in Hexley support a toll.", "Most drivers in Hexley", "support", "a toll"),
        ("Everybody in the room said yes.", "Everybody in the room", "said", "yes"),
        (
            "She said that, if asked, she would close the bridge.",
            "She",
            "said",
            "that, if asked, she would close the bridge",
        ),
        ("Lee says at a fair in Ayr, Ohio, that it will hold.", "Lee", "says", "that it will hold"),
        ("Lee told a meeting of bridge builders that it would hold.", "Lee", "told", "that it would hold"),
        ("All the builders I asked said the bridge would hold.", "All the builders", "said", "the bridge would hold"),
        ("He said the town and its builders will mend it.", "He", "said", "the town and its builders will mend it"),
        (
            "Many builders say the town's delay troubles owners of old boats.",
            "Many builders",
            "say",
            "the town's delay troubles owners of old boats",
        ),
        ("The bridge was safe, Lee told reporters on Monday.", "Lee", "told", "The bridge was safe"),
        ("As the mayor said on Monday, the bridge was safe.", "the mayor", "said", "the bridge was safe"),
        ("As Lee pointed out with a laugh, the bridge was safe.", "Lee", "pointed out", "the bridge was safe"),
        ("Lee says the bridge, built by monks, has cracks.", "Lee", "says", "the bridge, built by monks, has cracks"),
        (
            "Lee said witnesses saw a boat and that one was found.",
            "Lee",
            "said",
            "witnesses saw a boat and that one was found",
        ),
        ("Lee, who said the bridge was safe, has resigned.", "who", "said", "the bridge was safe"),
        ("Lee said the bridge was safe, but offered no proof.", "Lee", "said", "the bridge was safe"),
        ("Officials say they'll close the bridge.", "Officials", "say", "they'll close the bridge"),
        ("Mayor Lee Says Bridge Is Safe", "Mayor Lee", "Says", "Bridge Is Safe"),
        ("Some in Brazil worry the bridge may fall.", "Some in Brazil", "worry", "the bridge may fall"),
        ("Voters in Ohio fear the bridge may fall.", "Voters in Ohio", "fear", "the bridge may fall"),
        (
            "Sales fell 1.5 percent, less than a 10 percent drop forecast by Reuters.",
            "Reuters",
            "forecast",
            "a 10 percent drop",
        ),
        ("The survey shows that most people walk.", "The survey", "shows", "that most people walk"),
    ],
)
def test_a_construction_is_read(text: str, source: str, cue: str, content: str) -> None:
    assert (source, cue, content) in parts(text)


@pytest.mark.parametrize(
    "text",
    [
        "The report is on the table.",
        "She walked home.",
        "The claim was paid in May.",
        "He has a plan.",
        "The post proved impossible.",
        "The crew showed up at noon.",
        "Lee would say that the bridge was safe.",
        "It is worth noting that the bridge is old.",
        "Residents lose the vote if they say that the bridge is safe.",
        "Parents let doctors tell them that the child is fine.",
    ],
)
def test_plain_facts_are_nobody_s_statement(text: str) -> None:
    assert parts(text) == []


def test_what_is_told_inside_a_statement_is_part_of_it() -> None:
    assert parts("Lee said the builders believe the bridge is safe.") == [
        ("Lee", "said", "the builders believe the bridge is safe")
    ]


def test_what_an_outlet_reports_is_said_by_whom_it_names() -> None:
    cues = [cue for _, cue, _ in parts("The Gazette reported that Lee said the bridge was safe.")]
    assert cues == ["reported", "said"]


def test_what_two_say_in_one_sentence_is_not_run_together() -> None:
    assert parts("Neighbours say the dam breaks the treaty and some in Brazil worry it may leak.") == [
        ("Neighbours", "say", "the dam breaks the treaty"),
        ("some in Brazil", "worry", "it may leak"),
    ]


def test_what_follows_from_a_report_is_not_part_of_it() -> None:
    assert parts("President Lee plans to meet farmers, a report in the Herald said on Monday, raising hopes.") == [
        ("a report in the Herald", "said", "President Lee plans to meet farmers")
    ]


def test_what_they_say_of_a_thing_stands_beside_the_statement_that_names_it() -> None:
    assert parts("Farmers point to rules they say compel growers to share water.") == [
        ("they", "say", "rules … compel growers to share water"),
        ("Farmers", "point to", "rules they say compel growers to share water"),
    ]


def test_a_relative_pronoun_takes_up_the_whole_phrase() -> None:
    text = "Will that satisfy Lima and other capitals that complain the river is dry?"
    [said] = found(text)
    assert said.meant is not None
    assert said.meant.of(text) == "Lima and other capitals"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("He met donors from around the country who say they will pay.", "donors from around the country"),
        ("He met the head of the agency, who said it was over.", "the head of the agency"),
        ("He met voters in Ohio who said it was over.", "voters in Ohio"),
        ("He met the state's farmers, who said it was over.", "the state's farmers"),
    ],
)
def test_who_is_the_nearest_that_can_speak(text: str, meant: str) -> None:
    assert meant in [said.meant.of(text) for said in found(text) if said.meant]


def test_an_announcement_nobody_is_named_for_has_no_source() -> None:
    assert parts("It was announced that the bridge would close.") == [
        (None, "was announced", "that the bridge would close")
    ]


def test_two_speakers_in_one_sentence_keep_their_own() -> None:
    said = parts("The mayor said the bridge was safe, but the engineer warned that it swayed.")
    assert ("The mayor", "said", "the bridge was safe") in said
    assert ("the engineer", "warned", "that it swayed") in said


PIECES = st.sampled_from(
    "said told reporters that the mayor , . ; — “ ” \" ' ( ) and who to of according , he she claims accused asked "
    "whether U.S. Lee's on Tuesday was not Ann has been saying called for it 12 % ’s".split(" ")
)


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.lists(PIECES, max_size=40).map(" ".join), st.text(max_size=200)))
def test_spans_lie_apart_inside_one_sentence(text: str) -> None:
    try:
        article = from_text(text)
    except InputError:
        return
    tokens = words.split(article.plain)
    for said in statements.find(article, tokens, statements.tagged(article, tokens, names.find(article, tokens))):
        sentence = article.sentence_at(said.cue.start)
        assert sentence is not None
        spans = sorted([said.cue, *said.content, *([said.source] if said.source else [])])
        assert all(sentence.span.covers(span) and span.start < span.end for span in spans)
        assert not any(a.overlaps(b) for a, b in pairwise(spans))


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("The gate will stay, the keeper said on Tuesday, June 4, after a walk around it.", ["The gate will stay"]),
        ("The lamp will stay, the keeper said in a letter, dated March 3, to the council.", ["The lamp will stay"]),
        ("The gate will open, the mayor said on Monday in Ayr, flanked by the keeper.", ["The gate will open"]),
        ("The gate, the keeper said on Tuesday, June 4, will stay.", ["The gate", "will stay"]),
        ("The gate, the keeper said, is guarded by dogs.", ["The gate", "is guarded by dogs"]),
    ],
)
def test_the_day_and_the_manner_of_the_saying_are_no_part_of_what_is_said(sentence: str, said: list[str]) -> None:
    text = f"Gate stays\n\nIt rained all day.\n\n{sentence}"
    assert [[s.of(text) for s in one.content] for one in found(text)] == [said]
