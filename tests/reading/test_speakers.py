"""Who says a quotation, and who does not: each kind three ways."""

import pytest

from verifier.article import from_text
from verifier.reading import analyse
from verifier.settings import Settings


def speakers(text: str) -> list[tuple[str, str | None]]:
    """Each quotation between marks with the name of who says it."""
    analysis = analyse(from_text(text), Settings())
    who = {i: a.source.name if a.source else None for a in analysis.attributions for i in a.quotations}
    return [(q.span.of(text).rstrip(",."), who.get(q.index)) for q in analysis.quotations]


LEADS = [
    'Storm\n\nIt rained all night.\n\nAnd from Chairman Otto Brandt:\n\n"The quay held."',
    'Storm\n\nIt rained all night.\n\nStatement from Chairman Otto Brandt:\n\n"The quay held."',
    'Storm\n\nIt rained all night.\n\nHere is Chairman Otto Brandt:\n\n"The quay held."',
    'Storm\n\nIt rained all night.\n\nNow to Chairman Otto Brandt, who was there: "The quay held."',
]


@pytest.mark.parametrize("text", LEADS)
def test_a_lead_in_without_a_verb_names_the_speaker_and_nothing_else(text: str) -> None:
    assert speakers(text) == [("The quay held", "Chairman Otto Brandt")]


@pytest.mark.parametrize(
    "text",
    [
        '"The quay held," said the harbour master, Otto Brandt.',
        '"The quay held," said the town\'s engineer, Otto Brandt, 51.',
        '"The quay held," said a fisher from the north shore, Otto Brandt.',
    ],
)
def test_a_name_beside_a_role_is_the_speakers(text: str) -> None:
    assert speakers(f"Storm passes\n\n{text}") == [("The quay held", "Otto Brandt")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The boat is Ann Lee's, the captain said.", "the captain"),
        ("The storm reached Ayr, the minister said.", "the minister"),
        ("He had never met Ann Lee, the lawyer said.", "the lawyer"),
    ],
)
def test_who_is_named_before_a_role_that_says_it_is_not_that_role(text: str, speaker: str) -> None:
    [said] = analyse(from_text(f"News\n\nIt rained.\n\n{text}"), Settings()).attributions
    assert said.source is not None
    assert said.source.name == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A clerk who works in the tower said the lights were on.", "A clerk who works in the tower"),
        ("The woman who cleans the hall said she had seen him.", "The woman who cleans the hall"),
        ("One person who was at the table said that Brandt had wept.", "One person who was at the table"),
    ],
)
def test_where_somebody_was_says_nothing(text: str, speaker: str) -> None:
    [said] = analyse(from_text(f"News\n\n{text}"), Settings()).attributions
    assert said.source is not None
    assert said.source.name == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Nobody at the table said “resign”.",
        "No one in the village would call it “a city”.",
        "If you ask “Who built this?” you get ten answers.",
        "Neither Brandt nor his deputy called it “a surprise”.",
    ],
)
def test_what_nobody_has_said_has_no_speaker(text: str) -> None:
    assert [speaker for _, speaker in speakers(f"News\n\nOtto Brandt came on Monday.\n\n{text}")] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Experience shows that fines work.",
        "Common sense says that it will stop.",
        "History tells us that it was late.",
    ],
)
def test_what_cannot_be_asked_is_no_source(text: str) -> None:
    assert analyse(from_text(f"News\n\n{text}"), Settings()).attributions == ()


@pytest.mark.parametrize(
    "text",
    [
        'Last year the firm was criticised by the Sea Court for playing "a game with boats" at night.',
        'The firm\'s logs have been called "a work of fiction" by the Sea Court.',
        'The firm was accused by the Sea Court of hiding "a heap of logs".',
    ],
)
def test_of_a_passive_the_agent_speaks(text: str) -> None:
    [(_, speaker)] = speakers(f"Fine\n\nThe Sea Court met on Monday.\n\n{text}")
    assert speaker is not None
    assert "Sea Court" in speaker


def test_both_of_two_who_speak_in_one_sentence_keep_their_words() -> None:
    text = 'Ann Lee and Otto Brandt won.\n\n"Bread is life," Lee said, and Brandt added: "And butter is love."'
    assert speakers(text) == [("Bread is life", "Ann Lee"), ("And butter is love", "Otto Brandt")]


def test_who_nods_or_shrugs_has_said_nothing() -> None:
    text = (
        'Ann Lee, the mayor, turned to Otto Brandt, a fisher. "We should have built it years ago." Brandt nodded.\n\n'
        '"You had the money," Lee said. "And you know it." Brandt shrugged.'
    )
    assert {speaker for _, speaker in speakers(text)} == {"Ann Lee"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Otto Brandt had a simple answer.",
        "Otto Brandt, who owns the mill, did not hold back.",
        "Otto Brandt disagrees.",
    ],
)
def test_a_quotation_belongs_to_whom_the_sentence_before_is_about(sentence: str) -> None:
    text = f'The town met.\n\n{sentence} "Sell it and be done with it."'
    found = analyse(from_text(text), Settings()).attributions[-1]
    assert found.source is not None
    assert (found.source.name, found.source.basis) == ("Otto Brandt", "continuation")


@pytest.mark.parametrize(
    "sentence",
    [
        "And what if Otto Brandt sells the mill?",
        "Nothing matters more to Otto Brandt.",
        "The hall of Otto Brandt is old.",
    ],
)
def test_a_sentence_that_is_not_about_a_person_credits_nobody(sentence: str) -> None:
    assert speakers(f'The town met.\n\n{sentence} "Sell it and be done with it."')[-1][1] is None


def test_the_one_who_asks_is_not_the_one_who_answers() -> None:
    text = 'Mayor Ann Lee met Otto Brandt.\n\n"What will you do?" "I will buy a dog," Brandt said.'
    assert dict(speakers(text))["What will you do?"] is None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"I sleep well," said Robert “Bob” Hallam, 61, who lives there.', "Robert “Bob” Hallam"),
        ('Rolf “The Bull” Dahl said: "I sleep well."', "Rolf “The Bull” Dahl"),
        ('"I sleep well," said a man whom everybody calls “Lofty.”', "a man"),
    ],
)
def test_a_nickname_is_no_quotation(text: str, speaker: str) -> None:
    text = text.replace('"', "“", 1).replace('"', "”", 1)
    found = speakers(f"Quay\n\n{text}")
    assert ("I sleep well", speaker) in found
    assert all(who in (None, speaker) for _, who in found)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"The quay held all night" Brandt said.', "Otto Brandt"),
        ('"The quay held," remembered Otto Brandt.', "Otto Brandt"),
        ('"The quay held," Read said.', "Ida Read"),
        ('Last night Otto Brandt told us: "The quay held."', "Otto Brandt"),
        ('Otto Brandt lost his temper and said: "The quay held", he said.', "Otto Brandt"),
    ],
)
def test_a_cue_is_known_by_where_it_stands(text: str, speaker: str) -> None:
    [(_, found)] = speakers(f"Storm\n\nIt rained.\n\nOtto Brandt met the fisher Ida Read on the old quay.\n\n{text}")
    assert found == speaker


@pytest.mark.parametrize(
    "text",
    [
        'Brandt denied that he had lied, as the Harbour Post wrote, and called the report "a fairy tale".',
        'Brandt called the report in the Harbour Post, which said that he had lied, "a fairy tale".',
    ],
)
def test_a_paper_that_is_spoken_of_does_not_speak(text: str) -> None:
    assert speakers(f"News\n\nOtto Brandt met the press on Monday.\n\n{text}") == [("a fairy tale", "Otto Brandt")]


@pytest.mark.parametrize(
    "text", ['"I bought my first 7" single in May," Brandt said.', '"A 24" screen is big," Brandt said.']
)
def test_inches_end_no_quotation(text: str) -> None:
    [(_, speaker)] = speakers(f"Shop closes\n\nIt rained.\n\nOtto Brandt came to the old shop.\n\n{text}")
    assert speaker == "Otto Brandt"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('"We won," team member Ida Holm told the press.', "team member Ida Holm"),
        ('"We won," former harbour planning director Ida Holm wrote.', "Ida Holm"),
        ('"We won," powerful harbour chief Ida Holm wrote.', "harbour chief Ida Holm"),
        ('A speech praising Mayor Ida Holm was read. "We won," Holm said.', "Mayor Ida Holm"),
        ('5 p.m. Mayor Ida Holm said the race "was long and cold and fair".', "Mayor Ida Holm"),
        ('"We won," said the vicar, Ida Holm.', "Ida Holm"),
        ('"We won," remembers the baker Ida Holm.', "Ida Holm"),
        ('The board voted on Monday to fire Director Ida Holm. "We won," Holm said.', "Director Ida Holm"),
        ('The club\'s chair, Lord Holm of Ayr, said "we won".', "Lord Holm"),
        ('The captain\'s deputy, Harbour Governor Ida Holm, left, saying that "we won".', "Harbour Governor Ida Holm"),
        ('"We won," Ida Holm and Otto Brandt wrote.', "Ida Holm and Otto Brandt"),
        ('It is a town that its oldest resident, Ida Holm, called "the end of all roads".', "Ida Holm"),
        ('"We won," said the base chief known as Bear.', "the base chief"),
        ('Section 12 affirms: "No boat shall be sent back."', "Section 12"),
    ],
)
def test_a_name_is_whole_and_no_longer(text: str, speaker: str) -> None:
    assert speakers(f"Race ends\n\nThe boats came in at noon.\n\n{text}")[-1][1] == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ida Holm asked Otto Brandt whether it would rain.", "Otto Brandt"),
        ("Despite the row over the death of Tom Webb, Otto Brandt takes it calmly.", "Otto Brandt"),
        ("Otto Brandt spoke first. Webb defied the question.", None),
        ("Otto Brandt said it was late.\n\nThe mayor, who won in May, promised rain by June.", "The mayor"),
        ("Otto Brandt said it was late.\n\nA nurse stood at the quay.", "A nurse"),
        ("Otto Brandt said it was late.\n\nThe river was full.", "Otto Brandt"),
        ("The group Save Our Quay said it was late. Its spokesman, Otto Brandt, held up a flag.\n\n", "Otto Brandt"),
    ],
)
def test_he_is_who_acts_or_answers_or_nobody(text: str, speaker: str | None) -> None:
    analysis = analyse(from_text(f'Race ends\n\nThe boats came in.\n\n{text} "Let it rain," he said.'), Settings())
    said = next(a for a in analysis.attributions if a.kind == "direct")
    assert said.source is not None
    assert (said.source.name if said.source.resolved else None) == speaker


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Ann Lee wore a hat reading "make the quay great at last".', "a hat"),
        ('Ann Lee left the room saying "this will never do for the town".', "Ann Lee"),
        ('Asked whether Lee "has the nerve to hold the quay," Otto Brandt said yes.', None),
        ("Good tea matters to Ann Lee, and her shelf shows it. “I drink six cups and more a day.”", None),
        ("The governor did not say “sorry for the flood of lies”.", None),
        ('"It stinks," deadpanned her husband Otto Lund.', "Otto Lund"),
        ("“They tell lies,” – Deputy harbour master Rune Holt", "Rune Holt"),
        ('"You can\'t eat a view," as farmer Jack Toomey put it.', "farmer Jack Toomey"),
    ],
)
def test_whose_words_they_are_and_nobody_else_s(text: str, speaker: str | None) -> None:
    assert speakers(f"Quay plan\n\nThe council met on Monday.\n\n{text}")[-1][1] == speaker


def test_who_is_brought_in_with_words_says_them() -> None:
    text = 'The town mocked the plan, with one resident writing "we would be better off on the moon".'
    assert speakers(f"Quay plan\n\nThe council met on Monday.\n\n{text}")[-1][1] == "one resident"


def test_a_verb_before_a_title_is_no_part_of_it() -> None:
    text = "A reporter in the hall grilled harbour chief Otto Brandt. Brandt said the quay had held."
    assert "grilled" not in str(speakers(f'Quay plan\n\n{text} "It held," Brandt said.')[-1][1])


def test_what_is_no_whole_phrase_names_nobody() -> None:
    found = speakers(
        'Quay plan\n\nThe move was out to voters near Otto Brandt, adding "a mark to the end of the race".'
    )
    assert found[-1][1] != "Otto Brandt"


CREDITED = (
    "Slipway closes\n\nThe slipway at Torsby closes in May, the town said.\n\n{}\n\n"
    "The boats have nowhere to go, and nobody in the town hall has asked them where they want to lie in the winter."
)


@pytest.mark.parametrize(
    "shown",
    [
        "“It is cold down there.” Ivo Strand, boatman",
        "“It is cold down there.” Ivo Strand (64), who-knows-what of the harbour",
        "“It is cold down there.”\n\nIvo Strand, boatman at Torsby",
        "“It is cold down there.”\n\n— Ivo Strand",
    ],
)
def test_a_credit_without_a_word_of_saying_names_the_speaker(shown: str) -> None:
    assert speakers(CREDITED.format(shown)) == [("It is cold down there", "Ivo Strand")]


def test_two_credited_quotations_in_a_row_have_a_speaker_each() -> None:
    shown = "“It is cold.”\n\n– Ada Brook\n\n“It is cold down there.”\n\nIvo Strand, boatman"
    assert speakers(CREDITED.format(shown)) == [("It is cold", "Ada Brook"), ("It is cold down there", "Ivo Strand")]


@pytest.mark.parametrize(
    "shown",
    [
        "“It is cold down there.” Ivo Strand, who runs the yard",
        "“It is cold down there.” Ivo Strand left.",
        "“It is cold down there.”\n\nIvo Strand was there, too",
        "Ada Brook, baker\n\n“It is cold down there.”\n\nIvo Strand, boatman",
    ],
)
def test_a_line_that_tells_or_heads_what_follows_is_no_credit(shown: str) -> None:
    assert speakers(CREDITED.format(shown)) == [("It is cold down there", None)]


EXCHANGE = (
    "Fine at the gate\n\nThe warden, Ada Brook, met Ivo Strand at the gate of the park on Saturday.\n\n{}\n\n"
    "“That will be forty crowns,” Brook said."
)


@pytest.mark.parametrize(
    "turns",
    [
        ["“Is it your dog?” Brook asked.", "“Yes.”"],
        ["“Is it your dog?” asked Brook.", "“I have never seen it before.”"],
        ["“It has no leash,” Brook said.", "“Where would it need one?”"],
        ["“It has no leash,” Brook said.", "“No.”", "“So what?”"],
    ],
)
def test_the_turns_of_an_exchange_are_not_given_to_whoever_spoke_before(turns: list[str]) -> None:
    said = dict(speakers(EXCHANGE.format("\n\n".join(turns))))
    assert said[turns[-1].strip("“”").rstrip(".")] is None


def test_a_question_is_not_given_to_whoever_answers_it_and_spoke_before() -> None:
    turns = "“Is it yours?” Brook asked. “No,” Strand said.\n\n“Whose is it?” “The town's,” Strand said."
    assert dict(speakers(EXCHANGE.format(turns)))["Whose is it?"] is None


def test_a_speaker_goes_on_after_a_question_of_his_own() -> None:
    turns = "“Who would close a slipway in May?” Strand said.\n\n“Nobody who has ever had a boat would do that.”"
    said = dict(speakers(EXCHANGE.format(turns)))
    assert said["Nobody who has ever had a boat would do that"] == "Ivo Strand"


@pytest.mark.parametrize(
    "behind",
    [
        "The engineers will hang weights on it, Ada Brook said.",
        "The engineers will hang weights on it in May, the chief engineer, Ada Brook, said, and that will cost money.",
        "The engineers hung weights on it, Ada Brook said.",
    ],
)
def test_a_sentence_behind_a_finished_quotation_does_not_take_it(behind: str) -> None:
    text = f"Bridge sings\n\n“It is an E flat,” Ivo Strand said. “It is the same one all night.” {behind}"
    assert [who for _, who in speakers(text)] == ["Ivo Strand", "Ivo Strand"]


@pytest.mark.parametrize(
    "behind", ["Ada Brook, the engineer, said.", "Ada Brook, who was there, said.", "Ada Brook said."]
)
def test_a_cue_behind_a_finished_quotation_is_its_own_where_nothing_else_is_told(behind: str) -> None:
    assert [who for _, who in speakers(f"Bridge sings\n\n“It is the same note all night.” {behind}")] == ["Ada Brook"]


@pytest.mark.parametrize("joint", ["and", "but"])
def test_two_who_each_say_a_word_say_one_each(joint: str) -> None:
    text = f"Bridge sings\n\nAda Brook and Ivo Strand were asked. Brook said “yes” {joint} Strand said “no” at once."
    assert speakers(text) == [("yes", "Ada Brook"), ("no", "Ivo Strand")]
