"""Who may be a speaker: no figure, age, date, clause, affiliation or bare pronoun is one, in any list of speakers."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier import check
from verifier.article import from_text
from verifier.reading import analyse
from verifier.reading.roster import roster
from verifier.reading.who import may_speak
from verifier.settings import Settings

FIGURES = st.one_of(
    st.integers(0, 10**7).map("{:,}".format),
    st.integers(2, 99).map("{} percent".format),
    st.integers(2, 99).map("{}%".format),
    st.sampled_from(["four", "Sixty-six", "the two", "Nearly nine out of 10", "a third", "only 12"]),
)
DAYS = st.builds(
    "{} {}".format,
    st.sampled_from(["last", "this", "On", "the past 13", "late"]),
    st.sampled_from(["Friday", "week", "July", "night", "weekend"]),
)
PRONOUNS = st.sampled_from("he She they it I we who which that these their them they've he'd itself".split())
CLAUSES = st.builds(
    "{} {}".format,
    st.sampled_from(["whether", "because", "living in", "out of", "including", "when the town knew", "after", "was"]),
    st.sampled_from(["the bridge would hold", "a village by the sea", "those who had been there"]),
)
AFFILIATIONS = st.builds("{}-{}".format, st.sampled_from("RDI"), st.sampled_from(["Texas", "Ohio", "N.C.", "Vt."]))
NOBODY = st.one_of(FIGURES, DAYS, PRONOUNS, CLAUSES, AFFILIATIONS)
SENTENCES = st.sampled_from(
    [
        "Of the farmers, {} opposed the weir.",
        "Ruth Adler, {}, said the weir was old.",
        'Ruth Adler, whose brother, Karl, {}, was hurt, said: "The weir is old."',
        '"The weir is old," said {}.',
        '"The weir is old," {} said.',
        'It was late. {} said the weir "is a wreck".',
        "According to {}, the weir is old.",
        "{} told reporters that the weir was old.",
    ]
)


@given(NOBODY)
def test_what_names_nobody_may_not_speak(words: str) -> None:
    assert not may_speak(words)


@given(st.one_of(FIGURES, PRONOUNS, AFFILIATIONS))
def test_nor_where_it_was_taken_for_a_name(words: str) -> None:
    assert not may_speak(words, known=True)


@pytest.mark.parametrize(
    "name",
    ["Ann Lee", "May", "Will Reed", "Under Secretary Ann Lee", "the 31-year-old", "40 farmers", "about 40 farmers"]
    + ["28 percent of voters", "police", "critics", "the harbour master", "parliament", "some", "striking workers"]
    + [
        "the accused",
        "her staff and the general public",
        "a person familiar with the plans",
        "Ms. White",
        "T-Mobile",
        "G-7",
        "The 9/11 Commission",
    ],
)
def test_who_can_be_rung_up_or_looked_up_may(name: str) -> None:
    assert may_speak(name, known=name in {"May", "T-Mobile", "G-7"})


@pytest.mark.parametrize(
    "words",
    ["debated Ann Lee", "backed Mr. Holt", "endorsed Gov. Otto Brandt", "convince some mayors", "urge the sailors"]
    + ["asking sailors brain-teasers", "urging mayors at the quay", "her a majority of the votes", "their a share"]
    + ["its forecast for those countries by 0.1 percentage", "the outlook for the north by 3 tenth", "remarks"]
    + ["questions"],
)
def test_a_piece_of_a_clause_and_what_is_said_are_nobody(words: str) -> None:
    assert not may_speak(words)


@pytest.mark.parametrize(
    "words",
    [
        "suspected arsonists",
        "wanted men",
        "accused sailors",
        "alleged victims",
        "retired Gen. Otto Brandt",
        "her mother",
    ]
    + ["leading mayors", "visiting scholars", "their lawyers", "elected officials", "jailed sailor Otto Brandt"]
    + [
        "statements",
        "reports",
        "records",
        "voters",
        "the 12 member board",
        "a source at the bank",
        "answering machines",
    ]
    + ["the Group of 20", "training staff", "suspected Korv fighters", "contenders"],
)
def test_whom_a_participle_tells_of_is_somebody(words: str) -> None:
    assert may_speak(words)


@settings(max_examples=150, deadline=None)
@given(SENTENCES, NOBODY)
def test_no_list_of_speakers_holds_one(sentence: str, words: str) -> None:
    text = f"Weir is old\n\nThe council met at the weir in spring.\n\n{sentence.format(words)}\n"
    report = check(text)
    told = [one.speaker.name for one in (*report.quotes, *report.claims) if one.speaker is not None]
    told += [one.name for one in roster(analyse(from_text(text), Settings()))]
    assert words.lower() not in {name.lower() for name in told}
    assert all(may_speak(name, known=True) for name in told)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"The quay held," Otto Brandt himself said.', "Otto Brandt"),
        ("Otto Brandt jokingly said the quay had held.", "Otto Brandt"),
        ('Otto Brandt looked at the quay. At the end he said: "The quay held."', "Otto Brandt"),
        ("Otto Brandt looked at the quay. Recently he said it had held.", "Otto Brandt"),
    ],
)
def test_what_was_taken_along_is_no_part_of_the_name(text: str, speaker: str) -> None:
    analysis = analyse(from_text(f"Storm passes\n\nIt rained all night.\n\n{text}"), Settings())
    assert {a.source.name for a in analysis.attributions if a.source} == {speaker}


def test_the_end_of_a_quotation_is_no_part_of_a_mention() -> None:
    text = 'Storm passes\n\nIt rained.\n\nThe chair was, "of course” Otto Brandt said the quay had held.\n'
    said = analyse(from_text(text), Settings()).attributions
    assert [a.source.mention.of(text) for a in said if a.source] == ["Otto Brandt"]
