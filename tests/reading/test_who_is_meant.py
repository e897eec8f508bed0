"""Sentences in which somebody stands nearer to the verb, or looks more like a speaker, than the one who speaks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import verifier

BEFORE = "The plant at Dornholm employs about 900 people, and its future has been open since spring.\n\n"

SPEAKERS = [
    # a form that can be a verb opens the subject
    ('"It was chaos," press secretary Karine Holt told reporters aboard the Dornholm Express.', "Karine Holt"),
    ('"It was chaos," press secretary Karine Holt said.', "Karine Holt"),
    ('"Nobody came," claims adjuster Bob Lee told the court.', "Bob Lee"),
    ('"The worst year of all," record label boss Tim Orr said.', "Tim Orr"),
    ('"Nobody came," notes Lee, who was there.', "Lee"),
    # what is hung on a name between commas, dashes and brackets
    ('Sen. Rita Boyd, R-Texas, the panel\'s chair, said the bill "would hand them a blank cheque".', "Rita Boyd"),
    ('Rep. Carla Voss, D-N.C., who sits on the panel, said: "This is not over."', "Carla Voss"),
    ('Ann Lee, 44, of Leeds, said the plan was "dead and buried".', "Ann Lee"),
    ('Ann Lee, who lives in Leeds, a town in Yorkshire, said the plan was "dead and buried".', "Ann Lee"),
    ('Mara Kuhn, whose husband, Paul, 44, was among the six killed, said she "wanted answers".', "Mara Kuhn"),
    ('Mara Kuhn, whose husband, Paul, 44, was among the six killed, said: "I want answers."', "Mara Kuhn"),
    ('Former president Ines Duarte — now 81 and living in Porto — said: "I would do it again."', "Ines Duarte"),
    ('After the vote in Ohio, Boyd, a Republican, said the plan was "dead and buried".', "Boyd"),
    ('Tolland & Sons, the country\'s third-largest brewer, said its profit was "no surprise".', "Tolland & Sons"),
    ('"We are deeply sorry for it," St Brannock\'s Hospital said in a statement.', "St Brannock's Hospital"),
    ('The rise was late, said Joanna Petrie of Marlow Bank, who rates the shares a "buy".', "Joanna Petrie"),
    # the clause that opens the sentence is somebody else's
    ('When reporters asked Brandt about the memo, his deputy, Lena Ortiz, cut in: "That was answered."', "Lena Ortiz"),
    ('Coach Bill Tran was proud. Asked whether Holt would stay, he smiled: "Ask me in April."', "Bill Tran"),
    ('Coach Bill Tran was proud. Of his keeper, Nils Berg, he said: "He has hands like glue."', "Bill Tran"),
    # who is named in what he is said to say
    ('Joe Hunter, a blogger, has left. Karl Brandt is no fool, he said. "He\'s a liberal!"', "Joe Hunter"),
    ('Dan Hume rose first. Mr Platt, he added, "lied to everyone he met".', "Dan Hume"),
    ('Karl Voss left. His brother Otto Voss stayed. Karl, he recalled, "never read a balance sheet".', "Otto Voss"),
    ('Ann Cole met her sister Joan Bly. Cole, she insisted, "never lied to us".', "Joan Bly"),
    # whoever did something for the first time did it to nobody
    ('Ida Holt has published her first novel. "I had to stop for years," she said.', "Ida Holt"),
    # a man and a woman of one surname, and who is told of without an article or a comma
    ('The groom\'s uncle, Len Hobb, left. "No more of this, please," a weary Mrs Hobb told us.', "Mrs Hobb"),
    ('Counsel for the bank, Naomi Fell, said it was "truly sorry".', "Naomi Fell"),
    ('Its leader, Bill Pugh, disagreed. According to him the clerks "packed their bags at six".', "Bill Pugh"),
    # an opening says whose the words are
    ('In the words of Father Colm Daly, who blessed the boat, "a quay that cannot float will sink".', "Colm Daly"),
    ('It is, in Ann Lee\'s words, "a quay that cannot float".', "Ann Lee"),
    ('Ann Lee runs the quay. In her own words, "nobody else would have it".', "Ann Lee"),
    ('As Ann Lee put it, "a quay that cannot float will sink".', "Ann Lee"),
    # somebody is two things, or only initials stand before the surname
    ('Brewer and former rower Ann Lee, whose house it is, said: "I can pay or leave."', "Ann Lee"),
    (
        '"We ran," said Tom Dahl.\n\nJ.P. Ademi, a banker, came last. "My knees hurt all the way," he said.',
        "J.P. Ademi",
    ),
    # a surname that looks like another word
    ('Mr Fielding, 63, has kept doves since he was a boy. "She is quicker than you think," he said.', "Mr Fielding"),
    # somebody says that another spoke
    ('Lee said the old steward told her: "Sit down now."', "the old steward"),
    # a name that ends like what is somebody's
    ('In a letter, St Brannock\'s said it was "truly sorry".', "St Brannock's"),
    ('"We saw nothing of it," Tolland\'s said on Monday.', "Tolland's"),
    ('The chief of Tolland, Ann Lee, said she was "truly sorry".', "Ann Lee"),
    ('The woman behind Tolland, Ann Lee, said she was "truly sorry".', "Ann Lee"),
    # nothing that stands before a name at the head of a sentence is part of it
    ('Fourteen-year-old Zara Holt wept. "I never knew," Zara said.', "Zara Holt"),
    ('Award-winning Zara Holt said it "came as a shock".', "Zara Holt"),
    # a verb that no list holds, before a role
    ('"He is one of us now," beamed team captain Zara Holt, who is 31.', "Zara Holt"),
    # whom the pronoun fits surely, before whoever spoke last and may be anybody
    ('Asked by Sara Finch whether it would open, Idris Holt said: "No."\n\n"And next year?" she asked.', "Sara Finch"),
    ('Rian Oss told Maria Lund: "No." He left.\n\n"He is a coward," she said of it.', "Maria Lund"),
    ('Peter Moss asked Rian Oss to go. "I will not," Oss said.\n\n"We shall see," he said.', "Rian Oss"),
    # what follows tells what was meant
    ('Home fans chanted, "Build a wall," referring to the border, the Herald reported.', "Home fans"),
    # who is spoken to, who hands it on
    ('Doyle was told by the judge, Mr Justice Harker: "You showed no remorse."', "Harker"),
    ('Prosecutor Ella Finch said Doyle had told a friend: "I will make them pay."', "Doyle"),
    ('Reuters quoted a police source as saying the men were "armed and ready".', "a police source"),
    ('The Herald quoted Ann Lee, the mayor, as saying: "It is over."', "Ann Lee"),
    ('Ann Lee was quoted by the Herald as saying: "It is over and done with."', "Ann Lee"),
    ('"We are grateful," read a statement from the family of Peter Wynn.', "the family of Peter Wynn"),
    # a name that ends as "everyone" and "everybody" do
    ('Malone remembered it as "reckless".', "Malone"),
    ('Peabody remembered it as "reckless".', "Peabody"),
    # a figure is no speaker, but the people it counts are
    ('Of the 90 workers, 48 said they had been "pushed out".', "48 of the 90 workers"),
    ('The 31-year-old, who lives with her parents, says: "I gave up looking."', "The 31-year-old"),
]


@pytest.mark.parametrize(("sentence", "speaker"), SPEAKERS)
def test_who_speaks(sentence: str, speaker: str) -> None:
    quote = verifier.check(BEFORE + sentence).quotes[-1]
    assert quote.speaker is not None
    assert quote.speaker.name.endswith(speaker)


@pytest.mark.parametrize(
    "sentence", ['Doyle was told: "You showed no remorse at all."', 'He was asked: "Are you safe?"']
)
def test_who_is_spoken_to_does_not_speak(sentence: str) -> None:
    assert verifier.check(BEFORE + sentence).quotes[-1].speaker is None


@given(
    who=st.sampled_from(["Mara Kuhn", "Sen. Rita Boyd", "the mayor", "A fire killed six. Dana Hull"]),
    hung=st.lists(
        st.sampled_from(["44", "of Leeds", "a nurse", "R-Texas", "who won 3,000 votes in 2019", "the panel's chair"]),
        max_size=3,
        unique=True,
    ),
    cue=st.sampled_from(["said", "told reporters", "wrote"]),
)
def test_no_figure_and_no_party_speaks(who: str, hung: list[str], cue: str) -> None:
    aside = "".join(f", {one}" for one in hung) + ("," if hung else "")
    report = verifier.check(f'{BEFORE}On Monday {who}{aside} {cue} that the plan was "dead and buried".')
    speakers = [one.speaker.name for one in (*report.quotes, *report.claims) if one.speaker is not None]
    assert not [name for name in speakers if name[0].isdigit() or name in {"R-Texas", "Leeds"}]


def test_she_behind_a_relative_without_a_name_is_nobody_named() -> None:
    text = "Ann Lee came to Vardo. Her mother was ill. She said that the town was kind."
    (said,) = [claim for claim in verifier.check(text).claims if claim.kind == "indirect"]
    assert said.speaker is None


def test_a_sentence_that_only_tells_what_somebody_does_on_hearing_it_credits_nobody() -> None:
    text = "“I planted it all,” Ann Lee said. “You have seen it.” The lawyer sighed."
    assert [quote.speaker.name for quote in verifier.check(text).quotes if quote.speaker] == ["Ann Lee", "Ann Lee"]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Doctors who treated her have urged parents to act.", "Doctors who treated her"),
        ("The man, in his thirties, had reached the top at noon, said team leader Joss Birk.", "Joss Birk"),
        ("Hugh Mall, an expert on sleep at Leeds who was not asked, urged caution.", "Hugh Mall"),
    ],
)
def test_who_states_it(sentence: str, speaker: str) -> None:
    (claim,) = [claim for claim in verifier.check(BEFORE + sentence).claims if claim.kind == "indirect"]
    assert claim.speaker is not None
    assert claim.speaker.name.endswith(speaker)
