"""The roster: everybody named as a person, a body or a document, each once."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verifier import InputError
from verifier.article import from_text
from verifier.reading import analyse
from verifier.reading.roster import roster
from verifier.settings import Settings


def named(text: str) -> list[tuple[str, str]]:
    return [(one.name, one.kind) for one in roster(analyse(from_text(text), Settings()))]


def test_everybody_stands_there_once_in_the_fullest_form() -> None:
    text = (
        "Harbour vote nears\n\nMayor Ann Lee met the fishers on Monday. Lee said the quay would stay.\n\n"
        "Ms. Lee spoke for an hour, said Robert Holt, who runs Norfish Group. Mr. Holt left early. Bob Holt smiled.\n\n"
        "The harbour master said the boats were safe. A report by the council said the quay was old."
    )
    assert named(text) == [
        ("Mayor Ann Lee", "person"),
        ("Robert Holt", "person"),
        ("Norfish Group", "body"),
        ("The harbour master", "person"),
        ("A report by the council", "document"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Shops close\n\nOn Friday, March 3, it rained. I'm told it didn't matter. Don't ask. They've gone.",
        "Shops close\n\nThe Post-war years were short. The 1980s were long. Some 40 Republicans came.",
        "Shops close\n\nShe said so. They said so. Critics said so. Universities said so.",
        "Shops close\n\nIt rained in Norway and in NEW YORK all the same. Germans sang.",
    ],
)
def test_what_only_looks_like_a_name_is_left_out(text: str) -> None:
    assert named(text) == []


def test_half_of_a_name_with_an_ampersand_is_no_name() -> None:
    assert all(name not in ("AT", "T") for name, _ in named("Lines cut\n\nAT&T said on Monday that lines were cut."))


def test_a_body_is_offered_once_with_all_of_its_name() -> None:
    text = "Quay shut\n\nThe Lund Harbour Council met. “It is shut,” the Harbour Council said on Monday."
    assert [name for name, _ in named(text)] == ["Lund Harbour Council"]


def test_neither_half_a_name_nor_a_headline_of_another_page_is_somebody() -> None:
    text = "Quay shut\n\nIt was the Elder Women's Harbour Fund that asked.\n\nVidal Weighs In On The Quay\n\nIt rained."
    assert all(not name.endswith(("Women", "Quay")) for name, _ in named(text))


def test_a_surname_of_two_people_is_neither() -> None:
    text = "Vote\n\nAnn Lee and her brother Tom Lee spoke. Lee was loud. Ann Lee sat down. Tom Lee sat down."
    assert [name for name, _ in named(text)] == ["Ann Lee", "Tom Lee"]


@pytest.mark.parametrize(
    ("text", "only"),
    [
        (
            "The U.N. Harbour Council met. The United Nations Harbour Council agreed.",
            ["United Nations Harbour Council"],
        ),
        ("The FHC met. The Federal Harbour Commission said no.", ["Federal Harbour Commission"]),
        ("Former candidate Ann Lee left. The candidate said it was late.", ["Former candidate Ann Lee"]),
        ("Lund University met. The university said it was late.", ["Lund University"]),
        ("Ann Lee sat down. Her campaign said it was late.", ["Ann Lee"]),
        ("Ann Lee sat down. The Lee campaign said it was late.", ["Ann Lee", "The Lee campaign"]),
        ("Ann Lee sat down. The cautious candidate said it was late. The Ohio senator agreed.", ["Ann Lee"]),
        ("Ann Lee, an Ohio Republican, spoke to Latin Americans.", ["Ann Lee"]),
        ("Sens. Ann Lee and Otto Brandt met. Mrs. Lee said it was late.", ["Ann Lee", "Otto Brandt"]),
        ("The U.H.P. met. The Union-Harbour Partnership said no to Ann Lee.", ["Union-Harbour Partnership", "Ann Lee"]),
        ("Boats left N. Korea and Northern Virginia with Ann Lee.", ["Ann Lee"]),
        ("Ann Lee wore a NASA T-shirt and spoke of World War II.", ["Ann Lee"]),
        ("THE LONG HARBOUR COMMITTEE DEBATE NEARS\n\nAnn Lee sat down.", ["Ann Lee"]),
        ("Mrs. Mar Kyi sat down. Aung San Mar Kyi said it was late.", ["Aung San Mar Kyi"]),
        ("A quay report said it was old. The quay report said it leaked. The report said no.", ["A quay report"]),
        ("Ann Lee met her long time aide Olga Lind. Lind left.", ["Ann Lee", "aide Olga Lind"]),
        ("First term senator Olga Lind left. Part time coach Jo Holt stayed.", ["senator Olga Lind", "coach Jo Holt"]),
        ("Ann Lee died of AIDS in an SUV, as was seen on TV. She drove an ATV. An FBI agent came.", ["Ann Lee", "FBI"]),
        ("Plus Democrats are late. But Norfish Group left.", ["Democrats", "Norfish Group"]),
        ("Ann Lee left. The Lee campaign is late. Ann Lee's campaign sang.", ["Ann Lee", "The Lee campaign"]),
        ("The Lee campaign manager Otto Holt left Ann Lee.", ["Lee campaign manager Otto Holt", "Ann Lee"]),
        ("Democrats are late. Some 40 Republicans came. Senate Democrats sang.", ["Democrats", "Senate Democrats"]),
        ("Republican voters wept, Ann Lee said; Republicans lost.", ["Ann Lee", "Republicans"]),
    ],
)
def test_nobody_stands_there_under_two_names_and_nothing_that_is_nobody(text: str, only: list[str]) -> None:
    assert [name for name, _ in named(f"Quay shut\n\nIt rained.\n\n{text}")] == only


def test_a_document_is_no_person() -> None:
    assert named("Quay shut\n\nIt rained.\n\nThe U.N. Charter says so.") == [("U.N. Charter", "document")]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="AbeT&.'’- 19LS\n\"“”,", max_size=200))
def test_every_entry_is_where_it_says(text: str) -> None:
    try:
        article = from_text(text)
    except InputError:
        return
    found = roster(analyse(article, Settings()))
    for one in found:
        assert " ".join(one.mention.of(article.text).split()).lower().endswith(one.name.split()[-1].lower())
    assert len({one.name.lower() for one in found}) == len(found)


def test_the_end_of_the_text_does_not_stand_before_its_first_word() -> None:
    """The title at the head of the text is whole, whatever word the text ends in."""
    assert named("Ferry captain Ann Lee said the quay was shut, and told us all she had heard of") == [
        ("Ferry captain Ann Lee", "person")
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Trina H. Marsh, a geologist, said no. Judge Marsh left.", ["Trina H. Marsh"]),
        ("It asked the then-Secretary of State Ann Lee. Lee said no.", ["then-Secretary of State Ann Lee"]),
        (
            "A note to Undersecretary for Political Affairs Ann Lee was lost. Lee said no.",
            ["Undersecretary for Political Affairs Ann Lee"],
        ),
        ("A note from Holt Chief of Staff Ann Lee was lost.", ["Ann Lee"]),
        ("“No. Ann Lee is wrong,” said Robert Holt.", ["Ann Lee", "Robert Holt"]),
        ("The brothers Karl G. and David H. Holt paid.", ["David H. Holt"]),
        ("Ann Lee spoke. The Ann Lees of this town, and Ann Lee-led crews, did not.", ["Ann Lee"]),
        ("Ann Lee wore a cap with “Make Vardo Great Again” on it.", ["Ann Lee"]),
        (
            "Mr. Lee’s campaign said no. The Lee campaign said so twice. The campaign denied it.",
            ["Mr. Lee", "Mr. Lee’s campaign"],
        ),
    ],
)
def test_nobody_stands_there_twice_or_with_other_words(text: str, wanted: list[str]) -> None:
    assert [name for name, _ in named(f"Quay shut\n\nIt rained again in town.\n\n{text}")] == wanted
