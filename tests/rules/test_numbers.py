"""What the number rules show of a conflict."""

import pytest

from verifier import Settings, check


def test_a_conflict_names_both_values_and_shows_both_places() -> None:
    text = "Ferry accident kills 12 passengers\n\nA ferry accident killed 15 passengers on the lake on Sunday."
    (finding,) = check(text, Settings(select=("N001",))).findings
    assert {finding.spans[0].text, finding.related[0].span.text} == {"12", "15"}
    assert "12" in finding.message
    assert "15" in finding.message


TOLD = [
    ("A berth now costs £1,150 a month, compared with £1,000 last June, an increase of {}%.", "20", "15"),
    ("The crew had 31 calls this year, compared with 44 in 2025, a{}.", "n increase of 13", " fall of 13"),
    ("The share of empty berths fell by {}, from 30 percent to 24 percent.", "6 percent", "6 percentage points"),
    ("The share of empty berths rose by {} to 45% from 40%.", "5%", "12.5%"),
    ("The share of empty berths dropped {}% last year, from 50% to 40%.", "10", "20"),
    ("Sales fell by {} in May, from 12 boats to 9 boats.", "a third", "a quarter"),
    ("Ada Brook leaves her three children, Anna, Bo{} and Cy.", ", Dora", ""),
    ("The bank raised its rate by {} to 4.25 percent on Monday, from 3.5 percent.", "half a point", "0.75 points"),
    ("The work cost £5.{}m, £1.4m more than the £3.6m planned.", "2", "0"),
    ("Norby fell from 9,800 to 9,100 people, a loss of {}.", "800", "700"),
    ("Of the total, $20 million goes to schools, $15 million to roads and ${} million to parks.", "15", "13"),
    ("Power is back in 8,400 of the 12,600 homes cut off in Hov, leaving {} in the dark.", "5,200", "4,200"),
    ("It will cost 120,000 crowns; 45,000 crowns were raised, leaving {} crowns to find.", "85,000", "75,000"),
    ("On board were {} people: five were saved, one died and two are missing.", "seven", "eight"),
    ("The firm owns {} boats: two in Norby, one in Hov and one in Vik.", "five", "four"),
    ("The council passed it by {} votes on Monday. The vote was 14 to 9, the clerk said.", "three", "five"),
    ("The shop raised the fee by {} cents to 57 cents, from 54 cents.", "2", "3"),
    ("A berth costs £900, compared to £1,000 last year, {} 10%.", "up", "down"),
    ("Of those asked {} percent chose the pier, 38 percent the mill, and 15 percent had no preference.", "52", "47"),
    ("In a poll 48 percent would vote for Brook, 41 percent for Marsh and {} percent for Field.", "19", "11"),
    ("Three in four ({} percent) want the pool.", "65", "78"),
    ("The council voted 28 to 19 on Tuesday to build a pier at Hale, a majority of {}.", "11", "nine"),
    ("The {} dead were nine women and six men, all of them pilgrims.", "14", "15"),
    ("People told the city of {} foxes last year, 100 more than the 520 of the year before.", "640", "620"),
    ("{} of the 90 parents who came to the hall on Monday, 45, are for it.", "Two thirds", "Half"),
    (
        "The train covered the 300 kilometres in two and a half hours, an average of {} kilometres an hour.",
        "160",
        "120",
    ),
    ("She must pay {}, or three fines of £45 each, for parking.", "£145", "£135"),
    ("The {} are Ada Brook, Bo Quist and Carl Dunn.", "four", "three"),
    ("Of the 12 jurors seven voted to convict and {} to acquit.", "six", "five"),
    ("The Greens won 38 percent of the vote, the Liberals {} percent and Labour 25 percent.", "46", "36"),
    ("The school has 24 rooms for 30 children each, {} places in all.", "820", "720"),
    ("The {} wards, Upper, Lower and Mill, vote on Monday.", "four", "three"),
    ("The boats had reached all {} islands -- Ames, Bute, Coll and Eigg.", "five", "four"),
    ("{} men, aged 19, 24, 31 and 33, were held.", "Three", "Five"),
    ("They came home with {} medals: two gold, one silver and two bronze.", "six", "five"),
    ("She has {} daughters, Luz, Ida and Inti, and all of them swim.", "four", "three"),
    ("The father of {} sons - Marco, Beto and Nilo - was there.", "two", "three"),
    ("He leaves {} sisters, Luz, Ida and Inti, who swim.", "two", "three"),
    ("The {} rowers from three towns – six from Hov, four from Lund and five from Mora – left on Sunday.", "14", "15"),
    ("She toured the {} outer islands, Ames, Bute, Coll and Eigg.", "three", "four"),
]


@pytest.mark.parametrize(("sentence", "wrong", "right"), TOLD)
def test_which_way_it_went_and_how_far_is_held_against_what_it_is_compared_with(
    sentence: str, wrong: str, right: str
) -> None:
    before = "Harbour news of the week\n\nThe council met on Monday and spoke of a budget of $48 million.\n\n"
    found = [
        [f.code for f in check(before + sentence.format(w), Settings(select=("N002",))).findings]
        for w in (wrong, right)
    ]
    assert found == [["N002"], []]


@pytest.mark.parametrize(("age", "codes"), [("62", ["N001"]), ("61", [])])
def test_an_age_told_with_is_holds_against_the_one_beside_the_name(age: str, codes: list[str]) -> None:
    text = f"New head\n\nAnn Lee, 61, was named head on Monday. Lee is {age} and has two dogs."
    assert [f.code for f in check(text, Settings(select=("N001",))).findings] == codes


@pytest.mark.parametrize(("age", "codes"), [("34", ["N001"]), ("43", [])])
def test_so_does_one_that_is_told_beside_what_somebody_is(age: str, codes: list[str]) -> None:
    text = f"Fall\n\nSam Roe, {age}, of Hov, fell on Monday. Roe, a 43-year-old plumber, is well."
    assert [f.code for f in check(text, Settings(select=("N001",))).findings] == codes


def test_what_is_due_later_is_no_change_of_what_is_compared() -> None:
    text = (
        "Harbour news of the week\n\nThe council met on Monday.\n\nA berth was £1,150, compared with £1,000 a year "
        "ago, and a rise of 20% is due in May."
    )
    assert not check(text, Settings(select=("N002",))).findings


@pytest.mark.parametrize(
    "text",
    [
        "The rise from 20 to 30 was a twofold problem: cost and time.",
        "Of those asked 62 percent chose the pier and 48 percent the mill; each could name up to two.",
        "The dead were nine women, four men and one child. The 14 hurt were nine men and four women, and a child.",
        "Nine children, four men and two women were saved. Seven men, three women and two boys were not.",
        "The school has 640 pupils who come by bus, 100 more than the 520 of 2010 who came by tram.",
        "He pays £90 or three fines of £45 each. She pays £145 (three fines of £45 each and a fee).",
        "The bill passed 28 to 19, a majority of 24 being needed.",
        "Of women 62 percent chose the pier, of men 48 percent chose the mill.",
        "Nearly two in three (62 percent) want the pool, and one in three (36 percent) the mill.",
        "The four wards, Upper, Lower and Mill among them, vote on Monday.",
        "Three in four farmers of the valley fear wolves.\n\nThree in ten farmers of the valley have lost a sheep.",
        "Some 60 percent of men liked it, 55 percent of women disliked it and 10 percent did not answer.",
        "It began at 9 p.m. and ended at 8:30 p.m. that night, Chicago time.",
        "We won five medals: two golds, a silver and two bronzes. They won 14: nine golds, four bronze, and a silver.",
        "She has four children, Luz, Ida and Inti, and a baby. He is the eldest of four brothers (Ed, Jo and Max).",
        "The port has 12 boats, each of which has 8 oars and 6 masts, and two of which carry 40 men and 60 cars.",
        "Six people were hurt: two guards, the driver and three pupils.",
    ],
)
def test_what_has_another_reading_is_no_error(text: str) -> None:
    assert [f for f in check(f"The fair\n\n{text}").findings if f.severity != "info"] == []


def test_two_ages_of_one_person_are_one_question_however_often_they_are_told() -> None:
    told = "Ana Ruiz, 29, won. It rained. Ana Ruiz, 34, sang. It snowed. Ana Ruiz, 29, left."
    others = "Bo Diaz, 29, and Bo Diaz, 34, met."
    ruiz, diaz = check(f"Race over\n\n{told} {others}", Settings(select=("N001",))).findings
    assert [s.text for s in (*ruiz.spans, *(r.span for r in ruiz.related))] == ["34", "29", "29"]
    assert [r.label for r in ruiz.related] == ["the other value", "again"]
    assert [s.text for s in (*diaz.spans, *(r.span for r in diaz.related))] == ["34", "29"]


def test_a_change_of_something_else_is_none_of_two_shares() -> None:
    text = "Prices rose 0.9 percent in May, pushing inflation from 5.4 percent to 6.2 percent, the office said."
    assert not check(f"Harbour news\n\n{text}", Settings(select=("N002",))).findings


def test_figures_of_a_row_that_counts_up_are_no_figure_with_digits_swapped() -> None:
    row = "\n".join(f"- berth {number}" for number in range(1230, 1330))
    swapped = "Ada Vale sold 1,243 berths to sailors on Monday.\n\nThe 1,234 berths that Vale sold to sailors are gone."
    for text, found in ((row, 0), (swapped, 1)):
        assert len(check(f"Berths of the harbour\n\n{text}", Settings(select=("N001",))).findings) == found


@pytest.mark.parametrize(
    ("lead", "codes"),
    [
        ("Una Orr won her fourth national title on Sunday.", ["N001"]),
        ("Una Orr won her third national title on Sunday.", []),
        ("Una Orr, who won a fourth national title in 2019, has a new club.", []),
        ("Una Orr won again on Sunday, after a fourth national record in May.", []),
    ],
)
def test_which_one_it_is_is_one_in_headline_and_lead(lead: str, codes: list[str]) -> None:
    text = f"Orr takes third national title\n\n{lead}"
    assert [f.code for f in check(text, Settings(select=("N001",))).findings] == codes


def test_two_lengths_of_time_with_what_lies_between_them_are_both_right() -> None:
    text = (
        "Winner of lottery comes forward after 178 days\n\nA driver claimed a prize of the lottery with {} days to "
        "spare.\n\nWinners have 180 days to claim the prize."
    )
    found = [[f.code for f in check(text.format(n), Settings(select=("N001",))).findings] for n in ("two", "nine")]
    assert found == [[], ["N001"]]


@pytest.mark.parametrize(("found", "codes"), [("in 2016 in Lyon", []), ("in Lyon", ["N001"])])
def test_two_lengths_of_time_that_that_the_articles_own_years_make_are_both_right(found: str, codes: list[str]) -> None:
    text = (
        f"Museum has its Turner back after 46 years\n\nA painting stolen in 1972 was found {found} and came back in "
        "2018.\n\nThe Turner was missing for 44 years."
    )
    assert [f.code for f in check(text, Settings(select=("N001",))).findings] == codes


@pytest.mark.parametrize(("votes", "codes"), [("53 votes to 48", ["N001"]), ("52 votes to 48", [])])
def test_the_result_of_a_vote_is_one_in_headline_and_lead(votes: str, codes: list[str]) -> None:
    text = f"Senate passes farm bill 52-48\n\nThe Senate passed the farm bill on Thursday by {votes} after nine hours."
    assert [f.code for f in check(text, Settings(select=("N001",))).findings] == codes


@pytest.mark.parametrize(("age", "codes"), [("61", ["E003"]), ("63", [])])
def test_an_age_of_the_headline_is_not_rounded(age: str, codes: list[str]) -> None:
    text = (
        f"Woman, 63, found after two nights in woods\n\nA woman was found in the woods.\n\nRuth Engel, {age}, was lost."
    )
    assert [f.code for f in check(text, Settings(select=("E003",))).findings] == codes


@pytest.mark.parametrize(
    ("head", "body", "codes"),
    [
        (
            "Bus fare to rise to $3.20",
            "A ride costs $2.30 from July 1, up from $2, the board said.\n\nChildren under six ride free.",
            ["E003"],
        ),
        (
            "Bus fare to rise to $3.20",
            "A ride costs $3.20 from July 1, up from $2, the board said.\n\nChildren under six ride free.",
            [],
        ),
        ("Cup of tea costs $0.50", "A cup of tea costs 50 cents, the owner said.\n\nIt rained.", []),
        ("Tax to cost family $600 a year", "The tax is $50 a month for a family, the mayor said.\n\nIt rained.", []),
        ("Town to spend $1.2 million", "It will spend $700,000 on roads and $500,000 on schools.\n\nIt rained.", []),
    ],
)
def test_a_sum_of_the_headline_comes_from_sums_of_the_body(head: str, body: str, codes: list[str]) -> None:
    assert [f.code for f in check(f"{head}\n\n{body}", Settings(select=("E003",))).findings] == codes


@pytest.mark.parametrize(("scale", "codes"), [("million", ["N003"]), ("billion", [])])
def test_a_sum_that_says_which_thing_is_meant_has_the_scale_it_was_told_with(scale: str, codes: list[str]) -> None:
    text = f"Dam to be raised\n\nRaising the dam costs $2.4 billion.\n\nFarmers oppose the $2.4 {scale} project."
    assert [f.code for f in check(text, Settings(select=("N003",))).findings] == codes
