"""Where what is stated ends, and words that look like others: a sentence of its own for each kind."""

import pytest

from tests.reading.test_statements import parts
from verifier.article import from_text
from verifier.reading import analyse
from verifier.settings import Settings


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Lee criticised the builders in a letter to the council.", "the builders"),
        ("Lee praised Otto Brandt at the harbour gala.", "Otto Brandt"),
        ("Lee praised the dredging after the storm had passed.", "the dredging"),
        ("Lee attacked the builders by naming their faults.", "the builders"),
        ("Lee criticised the ferry line during the debate.", "the ferry line"),
        ("Lee endorsed Otto Brandt, the head of the ferry line.", "Otto Brandt"),
        ("Lee praised the builders on Monday for their care.", "the builders on Monday for their care"),
        ("Lee described the plan in an interview as a mistake.", "the plan in an interview as a mistake"),
        ("Lee criticised the pier, the quay and the lock.", "the pier, the quay and the lock"),
        ("Lee criticised the pier in the old harbour.", "the pier in the old harbour"),
        ("Lee protested the toll, including the fee for boats.", "the toll, including the fee for boats"),
    ],
)
def test_a_thing_spoken_of_ends_before_when_and_where_it_was_spoken_of(text: str, content: str) -> None:
    assert [said for _, _, said in parts(text)] == [content]


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("The council has since stressed that the quay is safe.", "The council", "has since stressed"),
        ("Otto Brandt once defended the quay.", "Otto Brandt", "once defended"),
        ("Dora Lane (R), a member of the harbour board, said that the quay is safe.", "Dora Lane", "said"),
        ("Lee called Friday for a new quay.", "Lee", "called Friday for"),
        ("Lee asked Brandt to repaint the quay.", "Lee", "asked"),
        ("Lee has said for weeks that the quay is safe.", "Lee", "has said"),
        ("Lee said Monday during a visit to the old harbour in Ayr, Ohio, that the quay is safe.", "Lee", "said"),
        ("HRB records show the board has paid for the quay.", "HRB records", "show"),
        ("Records from the last vote show he won.", "Records from the last vote", "show"),
        ("The polling shows he leads.", "The polling", "shows"),
        ("While most stayed at home, many said that the quay was safe.", "many", "said"),
        ("Both think that the quay is safe.", "Both", "think"),
        ("The quay is safe, said Grant Green, an engineer.", "Grant Green", "said"),
        ("Lee responded to the critics of the quay.", "Lee", "responded to"),
        ("Lee wrote about the old quay.", "Lee", "wrote"),
        ("Lee was able to consistently praise the quay.", "Lee", "was able to consistently praise"),
        ("Lee has yet to endorse the plan.", "Lee", "has yet to endorse"),
        ("Others back the mayor.", "Others", "back"),
        ("Lee voted for the new quay.", "Lee", "voted for"),
        ("The chair, who has in the past criticised the quay, left.", "who", "has in the past criticised"),
        ("At one point Lee criticised the quay.", "Lee", "criticised"),
        ("Lee, at a meeting in Ayr, Ohio, said that the quay was safe.", "Lee", "said"),
        ("Lee wrote in a Herald op-ed that the quay was safe.", "Lee", "wrote"),
        ("Lee, after initially saying the quay was safe, left.", "Lee", "initially saying"),
        ("Lee, citing a survey of the quay, left the room.", "Lee", "citing"),
        ("Some HRB figures declared that the quay was safe.", "Some HRB figures", "declared"),
        ("Lee asked Mills, Brandt and Lane to mend the quay.", "Lee", "asked"),
        ("Lee warned voters not to trust the quay.", "Lee", "warned"),
        ("Lee a month later announced that the quay would close.", "Lee", "a month later announced"),
        ("The quay is safe, Lee said in a talk at the gala.", "Lee", "said"),
        ("Lee was quick to cast the quay as a ruin.", "Lee", "was quick to cast"),
        ("Having announced that he would not go, Lee went home.", "Lee", "Having announced"),
        ("Her Ayrshire rivals have called for a new quay.", "Her Ayrshire rivals", "have called for"),
        ("Nobody looked at the polls. A new Herald poll also showed him ahead.", "A new Herald poll", "also showed"),
        ("Reed and Brandt call the quay a ruin.", "Reed and Brandt", "call"),
        ("He argued the quay, which has been closed for years, is a ruin.", "He", "argued"),
        ("Lee used the gala to argue that the quay was safe.", "Lee", "argue"),
    ],
)
def test_the_verb_of_saying_is_seen_whatever_stands_about_it(text: str, source: str, cue: str) -> None:
    assert [(who, how) for who, how, _ in parts(text)] == [(source, cue)]


@pytest.mark.parametrize(
    "text",
    [
        "He found his keys on the quay.",
        "You support the quay.",
    ],
)
def test_who_finds_a_thing_and_whoever_reads_state_nothing(text: str) -> None:
    assert parts(text) == []


def test_a_survey_that_finds_states_what_it_finds() -> None:
    assert parts("The survey found the mayor ahead by two points.") == [
        ("The survey", "found", "the mayor ahead by two points")
    ]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The quay was described as a ruin.", "The quay … as a ruin"),
        ("The builder is accused of hiding the cracks.", "The builder … of hiding the cracks"),
        ("The keeper was asked to lock the gate.", "The keeper … to lock the gate"),
    ],
)
def test_a_passive_without_its_agent_is_told_of_nobody(text: str, content: str) -> None:
    assert [(source, said) for source, _, said in parts(text)] == [(None, content)]


@pytest.mark.parametrize(
    "text",
    [
        "The chair led voters to say that the quay was safe.",
        "It was hard to say whether the quay was safe.",
    ],
)
def test_whoever_may_be_meant_to_say_it_is_not_guessed_at(text: str) -> None:
    assert parts(text) == []


def test_a_question_before_an_answer_is_no_part_of_it() -> None:
    assert parts("Asked whether the quay was safe, Lee said, “Yes.”") == [(None, "Asked", "whether the quay was safe")]
    assert parts("Building what is asked for is not easy, he said.") == [
        ("he", "said", "Building what is asked for is not easy")
    ]


def test_a_relative_clause_does_not_say_what_stands_before_it() -> None:
    assert parts("The press, which declined to comment, returned the rights to the author.") == [
        ("which", "declined", "to comment")
    ]


def test_how_somebody_is_named_is_nobody() -> None:
    assert parts("They did not want to be quoted by name.") == []


def test_what_is_supported_ends_before_the_verb_that_it_is_the_subject_of() -> None:
    assert parts("Her support for the quay has grown.") == [("Her", "support for", "the quay")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The quay is back - Ann Lee and Otto Brandt: “It will stand for good, whatever comes.”",
            "Ann Lee and Otto Brandt",
        ),
        ("Of Brandt, Lee, who has given money to the quay, said, “He is scary.”", "Lee"),
        ("Dora Lane, star of “The Quay,” thanked Ann Lee for “taking these steps at last.”", "Dora Lane"),
        ("Ann Lee, during a meeting in Ayr, Ohio, said she was “going to mend the quay.”", "Ann Lee"),
        ("Otto Brandt, who has in the past described Lee as “a ruin of a mayor,” left.", "who"),
        ("But as The Herald pointed out, “The quay has been closed since May.”", "The Herald"),
        ("Ann Lee met the board, but in a later interview said it was “a sad and long affair.”", "Ann Lee"),
        ("Here in Ayr, Ann Lee praised the quay, saying, “It will stand for good.”", "Ann Lee"),
        ("Minutes later, she sent an email saying, “The quay is safe now.”", "she"),
        ("On Monday, after a long talk, Ann Lee met the board and left, saying, “It is late now.”", "Ann Lee"),
        ("The quay stood but the pier fell, Ann Lee said, adding, “It was an old pier.”", "Ann Lee"),
        ("“The quay is lost for good,” said Ann Lee, author of “Boats.”", "Ann Lee, author of"),
    ],
)
def test_a_quotation_is_credited_to_who_says_it(text: str, speaker: str) -> None:
    read = analyse(from_text(f"Harbour\n\nIt rained on Monday.\n\n{text}\n"), Settings())
    [first, *_] = [a for a in read.attributions if a.quotations]
    assert first.source is not None
    assert first.source.mention.of(read.article.text) == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Lee conceded that Brandt had touched the lock but implied that it was broken.", "Lee"),
        ("She says people may not see it, but insists that the quay is safe.", "She"),
    ],
)
def test_what_is_joined_to_a_statement_of_another_tense_is_its_speaker_s(text: str, speaker: str) -> None:
    assert [source for source, _, _ in parts(text)] == [speaker, speaker]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Lee told the court her father had left.", "her father had left"),
        ("Lee told the Herald her father's boat was lost.", "her father's boat was lost"),
        ("Lee told MPs the quay was safe.", "the quay was safe"),
        ("Lee told the court staff had left.", "staff had left"),
        ("Lee told reporters Mr Brandt was late.", "Mr Brandt was late"),
        ("Lee told a meeting of the harbour's board the quay was safe.", "the quay was safe"),
        ("Lee told the harbour staff that they were late.", "that they were late"),
    ],
)
def test_whom_it_was_told_is_no_part_of_what_is_said(text: str, content: str) -> None:
    assert parts(text) == [("Lee", "told", content)]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The quay was left to rot, the authors write.", "the authors"),
        ("The quay was left to rot, the group's supporters claim.", "the group's supporters"),
    ],
)
def test_several_say_at_the_end_what_the_sentence_tells(text: str, source: str) -> None:
    assert [(who, said) for who, _, said in parts(text)] == [(source, "The quay was left to rot")]


@pytest.mark.parametrize(
    "text",
    [
        "He bought a quay that leaks, a boat and two books.",
        "The bill passed, despite a dozen claims.",
    ],
)
def test_a_noun_at_the_end_says_nothing(text: str) -> None:
    assert parts(text) == []


@pytest.mark.parametrize(
    "text",
    [
        'Dora Lane, the mayor, described the quay as "the town\'s worst deal", adding that she would fight for it.',
        'Dora Lane said the quay was "the town\'s worst deal", adding that it would cost her.',
        "Dora Lane called the quay “the town's worst deal,” adding that she would fight for it.",
    ],
)
def test_what_is_named_inside_the_marks_adds_nothing(text: str) -> None:
    assert parts(text)[-1][0] == "Dora Lane"


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ('The quay was "a mess", she added.', "she", 'The quay was "a mess"'),
        ("The quay was ‘a mess’, said the mayor.", "the mayor", "The quay was ‘a mess’"),
        ("The quay, said the mayor, is safe.", "the mayor", "The quay … is safe"),
        ("Lee said the quay was safe, the Herald reported.", "Lee", "the quay was safe"),
        ("The mayor, who won in May, promised new boats by June.", "The mayor", "new boats by June"),
        ("The mayor, elected in May, claimed victory.", "The mayor", "victory"),
        (
            "A poll of 84 fishers taken Nov. 4-7 found that the quay is old.",
            "A poll of 84 fishers",
            "that the quay is old",
        ),
        ("A letter sent on 9 November 2022 says that the quay is old.", "A letter", "that the quay is old"),
        ("According to minutes of the meeting, the quay is old.", "minutes of the meeting", "the quay is old"),
    ],
)
def test_who_acts_and_what_stands_around_it(text: str, source: str, content: str) -> None:
    assert [(who, said) for who, _, said in parts(text)] == [(source, content)]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The quay is lost, the mayor said, adding that it would cost her.", "the mayor"),
        ("The boats will stay at sea, Lee said on Monday, noting that they were old.", "Lee"),
        ("Voters were urged by the mayor to leave the quay.", "the mayor"),
        ("According to papers obtained by the Herald, the quay is lost.", "papers obtained by the Herald"),
        ("According to figures released under the Open Harbours Act, the quay is lost.", "figures"),
        (
            "According to minutes of the June meeting released on Monday, the quay is lost.",
            "minutes of the June meeting released on Monday",
        ),
        ("Harbour data show that the quay is lost.", "Harbour data"),
    ],
)
def test_who_says_it_is_whole_and_the_nearest(text: str, source: str) -> None:
    assert parts(text)[-1][0] == source


def test_a_thing_that_is_held_is_no_statement() -> None:
    assert parts("Tall jars are held by museums from Ayr to Leeds.") == []


@pytest.mark.parametrize("said", ["The quay was safe", 'He had blamed the "weather"'])
def test_who_is_told_something_has_not_said_it(said: str) -> None:
    assert parts(f"{said}, the court was told.") == [(None, "was told", said)]


@pytest.mark.parametrize(
    "text",
    [
        '"It is lost," said the town\'s mayor, Ann Lee, adding that it was old.',
        '"It is lost," said Ann Lee, adding that it was old.',
        "The mayor, Ann Lee, said on Monday it was lost, adding that it was old.",
        "Ann Lee, chief executive of Vagn, which built it, claims that it was old.",
    ],
)
def test_who_adds_something_is_who_spoke(text: str) -> None:
    found = [a for a in analyse(from_text(text), Settings()).attributions if "old" in a.content[0].of(text)]
    assert [a.source and a.source.name for a in found] == ["Ann Lee"]
