"""Who is credited in ordinary news where somebody, or something, stands nearer than the one who speaks."""

import pytest

from verifier import check
from verifier.article import from_text
from verifier.reading import analyse
from verifier.settings import Settings


def credited(text: str) -> list[tuple[str, str]]:
    """Name of the source and content of every attribution."""
    return [
        (one.source.name if one.source else "", " … ".join(span.of(text) for span in one.content))
        for one in analyse(from_text(text), Settings()).attributions
    ]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Natural Resources Wales said the quay was shut.", "Natural Resources Wales"),
        ("Police Scotland said the quay was shut.", "Police Scotland"),
        ("Dyfed Rescue said the quay was shut.", "Dyfed Rescue"),
        ("Mei-Ling Brandt said the quay was shut.", "Mei-Ling Brandt"),
        ("Meanwhile Brandt Lee said the quay was shut.", "Brandt Lee"),
        ("In Ayr, the head of Holm primary, Ann Lee, said the quay was shut.", "Ann Lee"),
        (
            "A clerk who was not allowed to speak publicly said the quay was shut.",
            "A clerk who was not allowed to speak publicly",
        ),
        ("A clerk not authorised to speak said the quay was shut.", "A clerk not authorised to speak"),
        ("She wrote to firms including Acme Cranes Inc., which said the quay was shut.", "Acme Cranes Inc"),
    ],
)
def test_all_of_the_name_and_nobody_nearer(text: str, who: str) -> None:
    assert [(name, said) for name, said in credited(text) if name != "She"] == [(who, "the quay was shut")]


def test_whoever_is_called_a_clerk_is_one_speaker() -> None:
    behind = credited("A clerk who voted against the plan, Tom Reed, said it was late.")
    before = credited("Tom Reed, a clerk who voted against the plan, said it was late.")
    assert behind == before == [("Tom Reed", "the plan"), ("Tom Reed", "it was late")]


@pytest.mark.parametrize(
    "text",
    [
        "Ministers accused of ‘sleepwalking’ into a school crisis\n\nThe roof of a school is down. It fell on Monday.",
        "The governor endorsed her on Tuesday.",
        "Party leaders and elected officials who can vote for the candidate of their choice will decide.",
    ],
)
def test_nobody_says_anything(text: str) -> None:
    assert credited(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The Harbour Board expects a delay by Friday, but warns that some boats could wait.",
            [("Harbour Board", "a delay by Friday"), ("Harbour Board", "that some boats could wait")],
        ),
        (
            "Ann Lee says she agrees, but accuses the board of being slow.",
            [("Ann Lee", "she agrees"), ("Ann Lee", "the board of being slow")],
        ),
        ("Analysts polled by the Gazette had expected $3 million.", [("Analysts polled by the Gazette", "$3 million")]),
    ],
)
def test_what_is_said_besides(text: str, wanted: list[tuple[str, str]]) -> None:
    assert credited(text) == wanted


STORY = (
    "Quay shut\n\nThe quay is shut, Ann Lee said. It was closed on Monday by order of the board.\n\n"
    "Read more: Otto Brandt says the harbour is doomed\n\nRelated: “We cannot swim in our own sea,” says Ida Holm\n\n"
    "The board meets on Friday in the town hall, Ann Lee said."
)


def test_what_a_page_links_to_is_told_by_nobody() -> None:
    report = check(STORY)
    assert {claim.speaker.name for claim in report.claims if claim.speaker} == {"Ann Lee"}
    assert not any("doomed" in claim.text or "swim" in claim.text for claim in report.claims)
    assert [finding.code for finding in report.findings if finding.severity != "info"] == ["T001", "T001"]
