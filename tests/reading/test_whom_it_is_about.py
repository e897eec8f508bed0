"""Pronouns that go on from somebody of whom the last sentences are about, though another is named nearer; and what is
told to, shown to or heard by somebody who has not said it."""

from __future__ import annotations

import pytest

import verifier

BEFORE = "The ferry at Dornholm carries about 900 people a day, and its future has been open since spring.\n\n"
DORA = "The painter Dora Lind moved to Skagen in 1951. "
NO_MORE = [
    # an unnamed role spoke in the paragraph before
    (
        "Mary Holt told the meeting that it was late.\n\nThe hospice's fundraising manager said people felt ill."
        '\n\n"They gave up their evenings for it," she wrote.',
        "The hospice's fundraising manager",
    ),
    # somebody does something to whom the story is about
    (DORA + 'There Vera Holm gave her a first set of brushes.\n\n"It was a cold winter," she recalled.', "Dora Lind"),
    (DORA + 'She was taught by Vera Holm, who called her "a bear". She left. "I grew," she wrote.', "Dora Lind"),
    # an office acts in the sentence before
    (
        'Ellen Voss, who runs a bar, told them: "We were wet."\n\nThe first minister has been talking in Leith. She '
        'said: "The quay is shut."',
        "The first minister",
    ),
]


@pytest.mark.parametrize(("text", "speaker"), NO_MORE)
def test_a_pronoun_goes_on_from_whom_the_story_is_about(text: str, speaker: str) -> None:
    quote = verifier.check(BEFORE + text).quotes[-1]
    assert quote.speaker is not None
    assert quote.speaker.name.endswith(speaker)


def test_who_does_something_and_speaks_is_still_who_speaks() -> None:
    quote = verifier.check(BEFORE + 'Karl Orr told him it was late. "Go home," he said.').quotes[-1]
    assert quote.speaker is not None
    assert quote.speaker.name == "Karl Orr"


NOBODY = [
    "An inquest has heard that the boy fell from a bridge.",
    "Leeds Crown Court heard that the boy fell from a bridge.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_a_body_that_hears_something_has_not_said_it(text: str) -> None:
    claims = [c for c in verifier.check(BEFORE + text).claims if "fell" in c.text]
    assert [c.speaker for c in claims] == [None]


def test_whoever_hears_something_knows_it() -> None:
    claims = [c for c in verifier.check(BEFORE + "Ann Holt heard that the boy fell.").claims if "fell" in c.text]
    assert [c.speaker.name for c in claims if c.speaker] == ["Ann Holt"]


def test_quoted_words_that_somebody_was_told_are_the_tellers() -> None:
    quotes = verifier.check(
        BEFORE
        + '"It fell like a stone," the hearing was told.\n\n"It sank," the hearing was told by his aunt, Una Orr.'
    ).quotes
    assert [q.speaker.name if q.speaker else None for q in quotes] == [None, "Una Orr"]


STATES_NOTHING = [
    "The tutor showed her a scrap of cloth from the lining of an old coat.",
    "She played nine songs written at a harp she bought for $200 in a sale.",
    "Anyone with news of the boat is asked to call 0161 496 0000, quoting log 81.",
]


@pytest.mark.parametrize("text", STATES_NOTHING)
def test_a_gift_a_thing_made_and_an_appeal_state_nothing(text: str) -> None:
    assert [c.text for c in verifier.check(BEFORE + text).claims if c.cue is not None] == []


WHOLE = [
    (
        "A review that pooled three small trials found that the pill was safe.",
        "A review that pooled three small trials",
    ),
    ("A man calling himself the boss said the road had been mined.", "A man calling himself the boss"),
    ("A caller describing herself as a nurse said the ward was shut.", "A caller describing herself as a nurse"),
]


@pytest.mark.parametrize(("text", "speaker"), WHOLE)
def test_which_review_or_man_it_is_belongs_to_the_source(text: str, speaker: str) -> None:
    said = [c.speaker.name for c in verifier.check(BEFORE + text).claims if c.cue is not None and c.speaker]
    assert said == [speaker]


EELS = "The eels were late this year"
IN_PRINT = [
    (f"{EELS}, researchers report today in the journal Marine Cell.", "researchers"),
    (f"{EELS}, researchers report in the journal Marine Cell.", "researchers"),
    (f"{EELS}, a team led by Ann Holm reports in Science.", "a team led by Ann Holm"),
]


@pytest.mark.parametrize(("text", "source"), IN_PRINT)
def test_a_finding_is_told_of_whoever_reports_it_in_print(text: str, source: str) -> None:
    claims = verifier.check(BEFORE + text).claims
    assert [c.speaker.name for c in claims if c.text == EELS and c.speaker] == [source]


def test_a_quotation_that_opens_a_headline_is_whose_the_colon_says() -> None:
    text = "{}: Ann Holm on goats\n\nAnn Holm keeps goats at Ayr. She sells milk.\n\nIt lies by the sea.\n\nIt rains."
    quotes = verifier.check(text.format("‘I was terrible at being famous’")).quotes
    assert [q.speaker.name for q in quotes if q.speaker] == ["Ann Holm"]
    unknown = verifier.check(text.format("‘I was terrible at being famous’").replace("Ann Holm on", "Otto Berg on"))
    assert [q.speaker for q in unknown.quotes] == [None]


ESTIMATES = [
    ("The ministry puts the likely cost at between $40 million and $60 million a year.", "The ministry"),
    ("A county survey in 2024 put the number between 10,300 and 14,500.", "A county survey in 2024"),
]


@pytest.mark.parametrize(("text", "source"), ESTIMATES)
def test_who_puts_a_thing_at_a_figure_has_estimated_it(text: str, source: str) -> None:
    told = [(c.text, c.speaker.name) for c in verifier.check(BEFORE + text).claims if c.speaker]
    assert told == [(text.removesuffix("."), source)]


@pytest.mark.parametrize("text", ["Ann Lind put the kettle on at 8.", "The fire put 40 sheep at risk in 2010."])
def test_who_puts_a_thing_somewhere_states_nothing(text: str) -> None:
    assert [c.speaker for c in verifier.check(BEFORE + text).claims if c.speaker] == []


DATED = [
    ("The yard confirmed on Nov. 12 that its second line would be down until May.", "The yard"),
    ("The yard said Nov. 12 that its second line would be down until May.", "The yard"),
]


@pytest.mark.parametrize(("text", "source"), DATED)
def test_the_day_of_the_saying_may_be_short_for_a_month(text: str, source: str) -> None:
    told = [(c.text, c.speaker.name) for c in verifier.check(BEFORE + text).claims if c.speaker]
    assert told == [("Its second line would be down until May", source)]


def test_the_particle_of_a_verb_is_no_part_of_what_goes_on_behind_it() -> None:
    text = "Tar is now 40 percent cheaper, Ann Lind points out, and crews buy it wherever they can."
    (claim,) = [c for c in verifier.check(BEFORE + text).claims if c.speaker]
    assert claim.text == "Tar is now 40 percent cheaper, and crews buy it wherever they can"


def test_who_is_told_something_is_no_part_of_what_is_told() -> None:
    text = "The hearing at Ayr was told that the pair had been on the railings for 20 minutes."
    assert "The pair had been on the railings for 20 minutes" in [c.text for c in verifier.check(BEFORE + text).claims]


def test_what_a_scheme_is_expected_to_do_is_no_part_of_the_clause_behind_it() -> None:
    text = "Under a plan that the house is expected to pass by May, the state would pay for losses above $5 million."
    assert [c.text for c in verifier.check(BEFORE + text).claims[1:]] == [text]


def test_a_phrase_that_opens_a_sentence_is_no_claim() -> None:
    text = "In a paper published last month, Ann Lind and Bo Ek argue that the fall owes more to rain than to fear."
    assert len(verifier.check(BEFORE + text).claims[1:]) == 1


def test_behind_how_often_something_is_done_stands_the_verb() -> None:
    text = "Ann Holm, who studies them, says lynx rarely take sheep and never cattle."
    assert [c.text for c in verifier.check(BEFORE + text).claims if c.speaker] == [
        "Lynx rarely take sheep and never cattle"
    ]


MEANT = [
    # a relative who is only described speaks as described, and no woman named elsewhere
    ("Ann Lee leads the board.\n\nI heard my mother call it a ruin. “You will see,” she told me.", "my mother"),
    (
        "Ann Lee leads the board.\n\nWe drove to his late grandmother’s house. “You will see,” she said.",
        "his late grandmother",
    ),
    ("Bob Orr leads the board. “It is open.”\n\nI rang my dad in Ayr. “You will see,” he said.", "my dad"),
    ("Ann Lee met his mother. “You will see,” she said.", "Ann Lee"),
    # the main clause behind names whom its opening only calls "he"
    ("Paul Orr left.\n\nIn what he called “a bad day”, Otto Brandt shut the quay.", "Otto Brandt"),
    ("Ever since she left, Ms. Lee has had one message: “The quay is lost.”", "Ms. Lee"),
    ("Paul Orr left.\n\nEven as he called it “a bad day”, Otto Brandt stayed.", "Otto Brandt"),
    ("Paul Orr left.\n\nWhen he called it “a bad day”, Otto Brandt stayed.", None),
    # whom the sentence before names besides
    ("Kerr Putney told reporters it was not in Tom Scott’s hand, but he said it was “seen”.", "Kerr Putney"),
    ("Preceded by Joe Arden, the sheriff, Otto Brandt began.\n\n“We will build it,” he said.", "Otto Brandt"),
    ("Its name is from the Quay War.\n\nOne rower took a photo. “Shame about my oars,” he wrote.", None),
    # what stands nearest to "who" and "that"
    ("“It is late,” said J. J. Price, a fisher in Roanoke, Va., who said it was “shut”.", "J. J. Price"),
    ("“It is late,” said Una Orr, 32, a clerk for the board in Ayr who called it “shut”.", "Una Orr"),
    ("It was late, said one clerk familiar with the talks, who called it “shut”.", "one clerk familiar with the talks"),
    ("It came in polls by Holm University that called it “shut”.", "polls by Holm University"),
    ("Six cooks and one Holm Baptist came with ten others who called it “shut”.", "ten others"),
    ("Friday at the quay, the Gazette said six planes wrote.\n\n“It is lost and gone,” read one.", None),
]


@pytest.mark.parametrize(("text", "speaker"), MEANT)
def test_whom_a_pronoun_means(text: str, speaker: str | None) -> None:
    quote = verifier.check(BEFORE + text).quotes[-1]
    assert (quote.speaker.name if quote.speaker else None) == speaker
