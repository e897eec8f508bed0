"""Who says what, through which outlet."""

import pytest

from verifier.article import from_text
from verifier.reading import analyse
from verifier.reading._model import Attribution
from verifier.settings import Settings


def read(text: str) -> list[Attribution]:
    return list(analyse(from_text(text), Settings()).attributions)


def said(text: str) -> list[tuple[str, str | None, str | None]]:
    """Content, the words for the source, the cue."""
    return [
        (
            " | ".join(s.of(text) for s in a.content),
            a.source.mention.of(text) if a.source else None,
            a.cue.of(text) if a.cue else None,
        )
        for a in read(text)
    ]


DIRECT = [
    ('The quay, Ann Lee said, "is lost to us."', 'The quay | "is lost to us."', "Ann Lee", "said"),
    ('"I held on" to the rail for an hour, Ann Lee said.', '"I held on" to the rail for an hour', "Ann Lee", "said"),
    ('In Ayr, Ann Lee said, "We leave."', '"We leave."', "Ann Lee", "said"),
    ('Lee had one wish: "Let us leave," she said.', '"Let us leave,"', "she", "said"),
    ('"It is slow," like all boats, said Ann Lee, 44.', '"It is slow," like all boats', "Ann Lee", "said"),
    ('"It is slow" for sailors and traders, Ann Lee said.', '"It is slow" for sailors and traders', "Ann Lee", "said"),
    ('"We leave today," Ann Lee said.', '"We leave today,"', "Ann Lee", "said"),
    ('"We leave today," said Ann Lee, the mayor.', '"We leave today,"', "Ann Lee, the mayor", "said"),
    ('"We leave," he said, "and we return."', '"We leave," | "and we return."', "he", "said"),
    ('"We leave," he said. "We return in May."', '"We leave," | "We return in May."', "he", "said"),
    ('She told the council, "We leave today."', '"We leave today."', "She", "told"),
    ('Lee was asked twice.\n\nShe put it this way:\n\n"We leave today."', '"We leave today."', "She", None),
    (
        'With members increasingly worried, Ann Lee has a new line: "We leave today."',
        '"We leave today."',
        "Ann Lee",
        None,
    ),
    ('"We leave today," Ann Lee declared on Monday.', '"We leave today,"', "Ann Lee", "declared"),
    ('"We leave today." ― Ann Lee', '"We leave today."', "Ann Lee", "―"),
    ('"We leave today," Ann Lee, 45, a fisher who moved here in May, said.', '"We leave today,"', "Ann Lee", "said"),
    ('Said Lee: "We leave today."', '"We leave today."', "Lee", "Said"),
    ('"Why now?" Lee asked.', '"Why now?"', "Lee", "asked"),
]


@pytest.mark.parametrize(("text", "content", "source", "cue"), DIRECT)
def test_a_direct_quotation(text: str, content: str, source: str, cue: str | None) -> None:
    found = said(text)
    assert [f[0] for f in found] == [content]
    assert source in (found[0][1] or "")
    assert cue is None or found[0][2] == cue


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            'Ann Lee, who calls it a "barn," said she would stay.',
            [('it a "barn,"', "who", "calls"), ("she would stay", "Ann Lee", "said")],
        ),
        (
            '"We wait," Ann Lee said. The quay was empty, Otto Brandt added, but "we will stay."',
            [('"We wait,"', "Ann Lee", "said"), ('The quay was empty | but "we will stay."', "Otto Brandt", "added")],
        ),
        (
            'After Otto Brandt said the quay was "late," Ann Lee said: "We wait."',
            [('the quay was "late,"', "Otto Brandt", "said"), ('"We wait."', "Ann Lee", "said")],
        ),
        (
            'Ann Lee said that while he fears the sea, "we will stay."',
            [('that while he fears the sea, "we will stay."', "Ann Lee", "said")],
        ),
        (
            '"We wait," Ann Lee said to Otto Brandt, who replied: "Why?"',
            [('"We wait,"', "Ann Lee", "said"), ('"Why?"', "who", "replied")],
        ),
        (
            '"We wait," said Ann Lee. Otto Brandt said that in all that time "the quay was shut."',
            [
                ('"We wait,"', "Ann Lee", "said"),
                ('that in all that time "the quay was shut."', "Otto Brandt", "said"),
            ],
        ),
    ],
)
def test_every_cue_has_its_own_words(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert said(text) == expected


def test_paragraphs_of_one_quotation_are_one_attribution() -> None:
    text = '"We begin.\n\n"We go on.\n\n"We end," Lee said.'
    assert [f[:2] for f in said(text)] == [('"We begin. | "We go on. | "We end,"', "Lee")]


def test_a_second_cue_begins_a_second_attribution() -> None:
    text = '"We leave," Lee said, adding: "We return in May."'
    assert [(f[0], f[2]) for f in said(text)] == [('"We leave,"', "said"), ('"We return in May."', "adding")]


def test_a_fragment_counts_with_its_clause() -> None:
    (found,) = said('Mayor Ann Lee called the plan a "reckless gamble" on Friday.')
    assert '"reckless gamble"' in found[0]
    assert found[0].startswith("the plan")
    assert found[1] == "Mayor Ann Lee"


def test_nobody_speaks_who_only_stands_nearby() -> None:
    text = 'And what if Lee closes the port? "It would be a terrible blow to the shops on the quay."'
    assert [a for a in read(text) if a.kind == "direct"] == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ('Hours later, Ann Lee left the quay, telling the Post, "We wait."', "Ann Lee"),
        ('Back in 1999, Ann Lee praised the boats, telling the Post: "We wait."', "Ann Lee"),
        ('Ayr (AP) – Ann Lee has left the quay, saying that "all boats" are late.', "Ann Lee"),
        ('If he wins, Ann Lee has said, he would sell, vowing to "open up" the quay.', "Ann Lee"),
        ('Ann Lee issued a statement saying the boats were "late."', "Ann Lee"),
        ('Ann Lee told the Post that he knows Brandt is a "fox" and said "he lies."', "Ann Lee"),
        ('Ann Lee said, "We wait," adding, "We leave."', "Ann Lee"),
        ('Before leaving, chief engineer Ann Lee said: "We wait."', "chief engineer Ann Lee"),
        ('Ann Lee mocked the "experts," saying, "We leave."', "Ann Lee"),
    ],
)
def test_the_subject_is_found_past_what_stands_before_it(text: str, source: str) -> None:
    assert {found[1] for found in said(text)} <= {source, "he"}
    assert said(text)[-1][1] == source


@pytest.mark.parametrize(
    "text",
    [
        'We saw a film called "The Quay" there.',
        "We saw a man called Lofty there.",
        'The crowd broke into loud chants of "no."',
    ],
)
def test_a_name_and_a_noun_say_nothing(text: str) -> None:
    assert said(text) == []


def test_the_programme_on_which_somebody_speaks_is_not_said() -> None:
    assert said('"We wait," Ann Lee said on "The Morning Show."') == [('"We wait,"', "Ann Lee", "said")]


def test_a_title_is_nobodys_speech() -> None:
    analysis = analyse(from_text('The film "The Long Way Home" opens on Friday.'), Settings())
    assert [q.kind for q in analysis.quotations] == ["scare"]


OUTLETS = [
    ('Lee told reporters that talks were "going well", Bloomberg reported.', ["Bloomberg"]),
    ('"We leave today," Lee told Reuters.', ["Reuters"]),
    ('"We leave today," Lee told CNN, the Associated Press reported.', ["Associated Press", "CNN"]),
    ("Lee plans to leave, a report in the South China Morning Post said.", ["South China Morning Post"]),
    ('"We leave today," Lee said.', []),
]


@pytest.mark.parametrize(("text", "names"), OUTLETS)
def test_outlets_are_listed_from_the_outside_in(text: str, names: list[str]) -> None:
    assert [o.name for o in read(text)[0].outlets] == names


SPEAKERS = [
    ('Mayor Ann Lee spoke on Monday.\n\n"We leave today," she said.', "Mayor Ann Lee", "pronoun"),
    ('Mayor Ann Lee spoke on Monday.\n\n"We leave today," Lee said.', "Mayor Ann Lee", "explicit"),
    ('Sen. Ann Lee met John Holt on Monday.\n\n"We leave today," he said.', "John Holt", "pronoun"),
    ('Sen. Ann Lee spoke on Monday.\n\n"We leave today," the senator said.', "Sen. Ann Lee", "explicit"),
    (
        'John Holt\'s lawyer, Ann Lee, spoke. "We leave today," said a lawyer for John Holt.',
        "a lawyer for John Holt",
        "explicit",
    ),
]


@pytest.mark.parametrize(("text", "name", "basis"), SPEAKERS)
def test_a_speaker_has_the_fullest_name(text: str, name: str, basis: str) -> None:
    source = read(text)[-1].source
    assert source is not None
    assert (source.name, source.basis) == (name, basis)


def test_a_transcript_names_its_speakers_before_a_colon() -> None:
    text = (
        "Ann Lee met John Holt.\n\nHOLT: Will you sell the harbour?\n\n"
        "LEE: No, we will not sell it.\n\nHOLT: Why is that?\n\nUPDATE: The council has met again."
    )
    assert [(a.source.name, a.content[0].of(text)) for a in read(text) if a.source and a.kind == "direct"] == [
        ("John Holt", "Will you sell the harbour?"),
        ("Ann Lee", "No, we will not sell it."),
        ("John Holt", "Why is that?"),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("[00:12] HOLT:", "[01:10:02] LEE:"),
        ("00:12 Holt:", "00:31 Lee:"),
        ("Holt (0:12):", "Lee (0:31):"),
        ("HOLT [00:12]:", "LEE [00:31]:"),
    ],
)
def test_the_time_of_a_turn_is_no_part_of_it(one: str, other: str) -> None:
    turns = f"{one} Will you sell the harbour?\n\n{other} No, we will not.\n\n{one} Why is that?\n\n{other} It is ours."
    found = read(f"Ann Lee met John Holt.\n\n{turns}")
    assert [a.source.name for a in found if a.source and a.kind == "direct"] == ["John Holt", "Ann Lee"] * 2


@pytest.mark.parametrize("end", ['[00:12] "', "[00:12] Q", "(00:12) Q:"])
def test_a_transcript_may_break_off_behind_the_time_of_a_turn(end: str) -> None:
    turns = "Q: Will you sell it?\n\nA: No, we will not.\n\nQ: Why is that?\n\nA: It is ours."
    assert read(f"Ann Lee was asked.\n\n{turns}\n\n{end}") == read(f"Ann Lee was asked.\n\n{turns}")


def test_the_times_of_a_live_blog_are_no_turns() -> None:
    text = "14:05 UPDATE: Three people were hurt in Ayr.\n\n13:10 UPDATE: Two people were hurt in Ayr."
    assert [a for a in read(text) if a.kind == "direct"] == []


def test_a_whole_name_in_capitals_is_the_one_that_the_article_writes_otherwise() -> None:
    turns = (
        "HOLT: How many lamps are there?\n\nSVERRE LIE: Fifty-one.\n\nHOLT: And before?\n\nSVERRE LIE: There were more."
    )
    found = read(f"Sverre Lie lights the lamps. John Holt walked with him.\n\n{turns}")
    assert [a.source.name for a in found if a.source and a.kind == "direct"] == ["John Holt", "Sverre Lie"] * 2


def test_a_lone_label_in_capitals_is_nobody() -> None:
    assert [a for a in read("UPDATE: The council has met again on Monday.") if a.kind == "direct"] == []


def test_a_noun_is_no_cue() -> None:
    assert [a for a in read('She keeps a blog post "in memory of the harbour" at home.') if a.kind != "indirect"] == []


@pytest.mark.parametrize(
    "after",
    ["The governor, Ann Lee, declared an emergency on Monday.", "Lee announced the plan.", "Lee denied the charge."],
)
def test_what_somebody_did_next_does_not_make_the_words_before_hers(after: str) -> None:
    text = f'"The sound was like a train coming through the house at night." {after}'
    assert [a.source for a in read(text) if a.quotations and a.source] == []


@pytest.mark.parametrize(
    ("text", "source", "said"),
    [
        (
            "A clerk who asked not to be named said it would close.",
            "A clerk who asked not to be named",
            "it would close",
        ),
        ("A man who did not want to give his name said it hurt.", "A man who did not want to give his name", "it hurt"),
    ],
)
def test_whoever_keeps_a_name_back_still_says_it(text: str, source: str, said: str) -> None:
    analysis = analyse(from_text(f"Plant closes\n\nThe plan is old.\n\n{text}"), Settings())
    plain = analysis.article.text
    found = [(a.source.mention.of(plain), a.content[0].of(plain)) for a in analysis.attributions if a.source]
    assert (source, said) in found


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Lee: Quay to close in May", [("Quay to close in May", "Lee", ":")]),
        ("Update: Quay to close in May", []),
        ("Brandt: Quay to close in May", []),
        ("Lee: Friend or foe of the quay?", []),
    ],
)
def test_a_headline_names_its_speaker_before_a_colon(headline: str, expected: list[tuple[str, str, str]]) -> None:
    assert said(f"{headline}\n\nMayor Ann Lee met the crews of nine boats on Monday.") == expected


@pytest.mark.parametrize(
    ("lead", "name"),
    [
        ("More from Berit Aas:", "Berit Aas"),
        ("Here is Berit Aas once more:", "Berit Aas"),
        ("The sharpest rebuke came on Monday from Berit Aas, who led it:", "Berit Aas"),
        ("Reaction from the losing side came from the mayor, Berit Aas:", "Berit Aas"),
        ("Berit Aas learned that from her father, a fisherman:", "Berit Aas"),
        ("The farmer came from Hov, a town of weavers:", "The farmer"),
        ("The last word goes to the outgoing warden, Berit Aas:", "Berit Aas"),
        ("The best line of the night fell to Berit Aas:", "Berit Aas"),
        ("But the final say was left to Berit Aas, a weaver of 81:", "Berit Aas"),
        ("It went as it had to go, says Berit Aas:", "Berit Aas"),
    ],
)
def test_what_comes_from_somebody_is_what_that_one_says(lead: str, name: str) -> None:
    found = read(f"The vote was close.\n\n{lead}\n\n“We lost by eleven votes, and I know nine of them by name.”")
    assert [a.source.name if a.source else None for a in found if a.kind == "direct"] == [name]


def test_a_prize_that_goes_to_somebody_says_nothing() -> None:
    assert [s for _, s, _ in said("The prize went to Berit Aas: “We lost by eleven votes.”") if s] == []


VIEWS = [
    ("For Berit Aas, who has led it for years, the matter is simple.", "Berit Aas"),
    ("For the warden, Berit Aas, it is about bread.", "Berit Aas"),
    ("To her publisher, Berit Aas, the choice is overdue.", "Berit Aas"),
    ("To Berit Aas, there is only one answer.", "Berit Aas"),
    ("For Berit Aas, the trial ended on Monday.", None),
    ("For Christmas, she bought a boat.", None),
]


@pytest.mark.parametrize(("sentence", "name"), VIEWS)
def test_what_is_so_for_somebody_is_what_that_one_says_next(sentence: str, name: str | None) -> None:
    found = said(f"The vote was close.\n\n{sentence} “We lost by eleven votes, and I know nine of them by name.”")
    assert [source for content, source, _ in found if "eleven" in content] == ([name] if name else [])


@pytest.mark.parametrize(
    ("who", "name"),
    [
        ("a judge last year", "a judge"),
        ("the warden earlier this week", "the warden"),
        ("the warden yesterday", "the warden"),
    ],
)
def test_when_it_was_said_is_no_part_of_who_said_it(who: str, name: str) -> None:
    assert [source.name for a in read(f"“It is over,” {who} said.") if (source := a.source)] == [name]


LED_UP_TO = [
    ("Asked whether jobs would go, port director Berit Aas gave a short answer: “Yes.”", "port director Berit Aas"),
    ("He was contradicted by the warden, Berit Aas: “They can give it away.”", "Berit Aas"),
    ("She was raised by a single idea: “They can give it away.”", "She"),
    ("“Nobody asked us,” is how crane driver Berit Aas, 47, sums it up.", "crane driver Berit Aas"),
    ("“Live and let live,” as my grandmother used to say.", "my grandmother"),
    ("Berit Aas's verdict: “It is a mess.”", "Berit Aas"),
    ("Berit Aas's last words, according to a clerk, were: “Has somebody fed the horse?”", "Berit Aas"),
    ("Its finder, entomologist Berit Aas, wrote in a note: “We had music on.”", "Berit Aas"),
    ("“It was grey before,” Berit Aas shrugs.", "Berit Aas"),
    ("Her accuser, the critic Berit Aas, said there were “at least three, and not one of them is new”.", "Berit Aas"),
    ("“Cold, salty and longer than advertised,” was Berit Aas's verdict.", "Berit Aas"),
    ("“A sad day for the profession,” was how one of them, Dr Berit Aas, put it.", "Dr Berit Aas"),
    (
        'World darts champion Berit "The Wardrobe" Aas said it was over.',
        'World darts champion Berit "The Wardrobe" Aas',
    ),
    ("Berit Aas, a toxicologist: “If it looks like an umbrella, do not eat the umbrella.”", "Berit Aas"),
    ("In court on Tuesday his lawyer argued that it was over.", "his lawyer"),
    ("Berit Aas left the team.\n\n“My knees are 60,” the 46-year-old said.", "Berit Aas"),
]


@pytest.mark.parametrize(("text", "name"), LED_UP_TO, ids=[text[:30] for text, _ in LED_UP_TO])
def test_whose_words_they_are_whatever_leads_up_to_them(text: str, name: str) -> None:
    assert [a.source.name for a in read(text) if a.source] == [name]


def test_of_lines_with_names_and_quotations_by_turns_the_first_tells_which_belong_together() -> None:
    lines = [
        "Berit Aas, warden",
        "“It leaks, and it always has.”",
        "Nils Hov, leader of the Weavers' Party",
        "“Mend it.”",
    ]
    headed = [a.source.name for a in read("\n\n".join(["The quay", "It rained.", *lines])) if a.source]
    signed = [
        a.source.name for a in read("\n\n".join(["The quay", "It rained.", *lines[1::-1], *lines[:1:-1]])) if a.source
    ]
    assert headed == signed == ["Berit Aas", "Nils Hov"]


@pytest.mark.parametrize(
    ("role", "name"),
    [
        ("The prime minister", "The prime minister"),
        ("The finance minister", "The finance minister"),
        ("The minister", "Transport Minister Nils Hov"),
        ("The transport minister", "Transport Minister Nils Hov"),
    ],
)
def test_an_office_of_another_rank_or_field_is_anothers(role: str, name: str) -> None:
    assert [
        a.source.name for a in read(f"Transport Minister Nils Hov left.\n\n{role} said it was over.") if a.source
    ] == [name]


def test_initials_are_those_of_who_is_named_in_full() -> None:
    turns = ["NH: Did you sleep?", "BA: Once, in 1987.", "NH: And were you afraid?", "BA: Of the cat."]
    talk = "\n\n".join(["Berit Aas kept the light. She spoke to Nils Hov.", *turns])
    assert [a.source.name for a in read(talk) if a.source] == ["Nils Hov", "Berit Aas"] * 2


def test_whoever_has_the_word_among_others_who_take_turns_speaks_once_too() -> None:
    turns = "Cllr Webb (Lab): I move that.\n\nCllr Dawes (Con): Which of them?\n\nCllr Webb (Lab): The old ones."
    assert [a.source.name for a in read(f"The council\n\n{turns}") if a.source] == [
        "Cllr Webb",
        "Cllr Dawes",
        "Cllr Webb",
    ]


@pytest.mark.parametrize(("who", "said_it"), [("Berit Aas", []), ("The claim", ["the firm"])])
def test_whoever_is_dismissed_is_no_statement(who: str, said_it: list[str]) -> None:
    assert [a.source.name for a in read(f"{who} was dismissed by the firm in May.") if a.source] == said_it
