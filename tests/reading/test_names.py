"""Names in the text, their titles, and which of them mean the same one."""

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from verifier.article import from_text
from verifier.reading import names, words
from verifier.reading._model import Entity, Names
from verifier.settings import Settings


def read(text: str, settings: Settings | None = None) -> Names:
    article = from_text(text)
    return names.find(article, words.split(article.plain), settings)


def entity(found: Names, name: str) -> Entity:
    return next(e for e in found.entities if e.name == name)


@pytest.mark.parametrize(
    ("sentence", "title", "name"),
    [
        ("They met Vice Premier Hu Lan there.", "Vice Premier", "Hu Lan"),
        ("They met Trade Commissioner (TC) Ada Brook there.", "Trade Commissioner (TC)", "Ada Brook"),
        ("They met Sen. Tom Vale (R-Ohio) there.", "Sen.", "Tom Vale"),
        ("They met Secretary of State Jane Poe there.", "Secretary of State", "Jane Poe"),
        ("They met campaign spokesman Karl van der Berg there.", "campaign spokesman", "Karl van der Berg"),
        ("They met Mr. Okoro there.", "Mr.", "Okoro"),
        ("They met Democrat Anna Holt there.", "Democrat", "Anna Holt"),
        ("They will almost certainly force Sen. Tom Vale to go.", "Sen.", "Tom Vale"),
        ("They met former House Speaker John Q. Dunn Jr. there.", "former House Speaker", "John Q. Dunn Jr."),
    ],
)
def test_a_title_belongs_to_the_mention_but_not_to_the_name(sentence: str, title: str, name: str) -> None:
    found = read(sentence)
    person = entity(found, name)
    assert (person.kind, person.titles[0]) == ("person", title)
    assert person.mentions[0].title == title


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The Committee to Protect Sailors said so.", "Committee to Protect Sailors"),
        ("They met the Alliance to Defend Our Quays there.", "Alliance to Defend Our Quays"),
        ("The Coalition to Stop Harbour Noise met.", "Coalition to Stop Harbour Noise"),
        ("The Committee to Holt was a riddle.", "Committee"),
    ],
)
def test_a_body_is_called_by_what_it_is_there_to_do(sentence: str, name: str) -> None:
    assert [e.name for e in read(sentence).entities if e.name != "Holt"] == [name]


def test_surnames_first_names_and_nicknames_lead_to_the_full_name() -> None:
    found = read("Robert Dunleavy came late. Dunleavy said he was sorry. Bob Dunleavy, 54, left early.")
    assert [m.entity for m in found.mentions] == [0, 0, 0]


def test_the_surname_comes_first_in_a_name_that_is_later_cut_short() -> None:
    found = read("They met Vice Premier Hu Lan. On Friday Hu said nothing.")
    assert len(entity(found, "Hu Lan").mentions) == 2


def test_an_acronym_is_the_organisation_it_was_introduced_with() -> None:
    found = read("The report is from the Office of River Safety (ORS). Later the ORS said it was a draft.")
    assert len(entity(found, "Office of River Safety").mentions) == 3


def test_a_surname_of_two_people_is_the_one_whose_title_fits() -> None:
    found = read("Anna Holt and Peter Holt came. Mrs. Holt said it rained.")
    assert found.of(found.mentions[-1]).name == "Anna Holt"


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("He moved to San Aurelio last year.", "place"),
        ("He wrote to J. Joe Ostrander last year.", "person"),
        ("He sued the Harbour Safety Commission last year.", "organisation"),
        ("He wrote for the Springfield Gazette last year.", "outlet"),
    ],
)
def test_the_words_of_a_name_tell_what_it_names(sentence: str, kind: str) -> None:
    assert [e.kind for e in read(sentence).entities] == [kind]


def test_an_outlet_has_one_entity_under_its_names() -> None:
    found = read("That is what Bloomberg News forecast. It fell, Bloomberg reported.")
    assert [(e.kind, len(e.mentions)) for e in found.entities] == [("outlet", 2)]


def test_a_desk_can_add_outlets() -> None:
    found = read("It fell, the Lakeside Lantern reported.", Settings(outlets=frozenset({"Lakeside Lantern"})))
    assert [(e.kind, e.name) for e in found.entities] == [("outlet", "Lakeside Lantern")]


@pytest.mark.parametrize("sentence", ["Critics say it rained.", "However, it rained.", "On Monday it rained."])
def test_a_sentence_s_own_capital_is_no_name(sentence: str) -> None:
    assert read(sentence).mentions == ()


@hypothesis_settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Ann",
                "Li",
                "van",
                "of",
                "and",
                "the",
                "U.S.",
                "J",
                ".",
                ",",
                "(",
                ")",
                "R-Ohio",
                "Mr.",
                "'s",
                "\n",
                "President",
                "Reuters",
                "AP",
                "é",
                "Ⅷ",
            ]
        )
    )
)
def test_mentions_lie_inside_the_text_in_order(parts: list[str]) -> None:
    text = "x " + " ".join(parts)
    found = read(text)
    assert [m.bare.start for m in found.mentions] == sorted(m.bare.start for m in found.mentions)
    for mention in found.mentions:
        assert mention.span.covers(mention.bare)
        assert 0 <= mention.span.start < mention.span.end <= len(text)
        assert mention in found.of(mention).mentions


def test_an_organisation_does_not_swallow_the_name_of_its_head() -> None:
    found = read("The head of the Lake Council Jane Poe spoke. The Ann Marsh Foundation paid.")
    assert entity(found, "Lake Council").kind == "organisation"
    assert entity(found, "Jane Poe").kind == "person"
    assert entity(found, "Ann Marsh Foundation").kind == "organisation"


def test_a_name_does_not_reach_from_one_paragraph_into_the_next() -> None:
    found = read("Ferry\n\nAnna Lindqvist will leave in May.")
    assert [e.name for e in found.entities if "Lindqvist" in e.name] == ["Anna Lindqvist"]


def test_the_shape_of_an_apostrophe_makes_no_new_name() -> None:
    found = read("James O’Neill spoke first.\n\nThen O'Neill left.")
    assert len(entity(found, "James O’Neill").mentions) == 2


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The lamp is out, said its keeper, Jan Torsby.", "Jan Torsby"),
        ("They met the baker June Olsen there.", "June Olsen"),
        ("The lamp is out, Will Strand said.", "Will Strand"),
        ("The lamp is out, said its keeper, Just Strand.", "Just Strand"),
        ("June Olsen keeps the lamp.", "June Olsen"),
    ],
)
def test_a_first_name_that_is_also_another_word_is_part_of_the_name(sentence: str, name: str) -> None:
    assert entity(read(sentence), name)


@pytest.mark.parametrize("sentence", ["In June Olsen lit the lamp.", "Since last April Olsen has kept it."])
def test_a_month_before_a_name_is_none_of_it(sentence: str) -> None:
    assert entity(read(sentence), "Olsen")


@pytest.mark.parametrize(("others", "speaker"), [(2, "Brand Holt"), (20, "Holt")])
def test_a_surname_alone_is_nobodys_where_a_whole_family_bears_it(others: int, speaker: str) -> None:
    """Of three it is who is named most, of twenty-one nobody."""
    first = ["Brand", "Stenn", "Grell", "Vosk", "Drum", "Plent", "Krom", "Trask", "Skell", "Blom", "Frisk", "Glint"]
    given = [*first, *(f"{name}a" for name in first)][: others + 1]
    family = " ".join(f"Mr. {name} Holt came to the quay." for name in given)
    found = read(f"Quay shut\n\nIt rained.\n\n{family} Mr. {given[0]} Holt stayed. Mr. Holt spoke.")
    mention = found.mentions[-1]
    assert found.of(mention).name == speaker


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Department of Justice sued the yard.", "Department of Justice"),
        ("The European Court of Justice sided with the yard.", "European Court of Justice"),
        ("A study of the Center for Media and Public Affairs is out.", "Center for Media and Public Affairs"),
        ("The Centers for Disease Control and Prevention warn of it.", "Centers for Disease Control and Prevention"),
        ("The Department of Energy and Republican lawmakers disagree.", "Department of Energy"),
        ("The Institute of Physics and Oxford University disagree.", "Institute of Physics"),
    ],
)
def test_a_body_is_named_with_all_that_it_is_for(text: str, name: str) -> None:
    assert entity(read(text), name).kind == "organisation"


def test_who_has_an_office_of_a_body_is_no_part_of_it() -> None:
    found = read("Court of Appeal Judge Ann Lee and Bank of Leith Governor Otto Brandt disagree.")
    assert {"Ann Lee", "Otto Brandt"} <= {e.name for e in found.entities}


def test_half_of_a_word_is_no_part_of_a_name_and_several_bodies_may_bear_one() -> None:
    found = read("They flew in an Airbus A320 to the G7, and asked the National Colleges of Nursing there.")
    assert {e.name for e in found.entities} == {"Airbus", "National Colleges of Nursing"}


@pytest.mark.parametrize(
    ("text", "name", "mentions"),
    [
        ("The Dock Workers of America left.", "Dock Workers of America", 1),
        ("Lee runs New Holm Communities for Change, which left.", "New Holm Communities for Change", 1),
        ("In May Citizens for Clean Harbours met.", "Citizens for Clean Harbours", 1),
        ("The Central and East European Coalition met.", "Central and East European Coalition", 1),
        ("The envoy Omar Pena Losa came. Pena Losa spoke.", "Omar Pena Losa", 2),
        ("The envoy Al Faruq came. Mr. Al Faruq spoke.", "Al Faruq", 2),
        ("The Marlow Post wrote it. The Post had asked. Lee told the Post.", "Marlow Post", 3),
        ("The New York Post wrote it. The Post had asked.", "New York Post", 2),
    ],
)
def test_a_name_is_whole_and_found_again_where_it_is_cut_short(text: str, name: str, mentions: int) -> None:
    assert len(entity(read(text), name).mentions) == mentions


@pytest.mark.parametrize(
    "text",
    [
        "Ada Jane Holt came. Jane Holt spoke.",
        "The Marlow Post and the Ayr Post wrote it. The Post had asked.",
        "Workers of Ayr and Clerks for Otto Brandt left.",
    ],
)
def test_names_that_may_be_two_are_two(text: str) -> None:
    assert all(len(one.mentions) == 1 for one in read(text).entities)
