"""N002: figures whose own arithmetic does not come out."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.reading import Analysis
from verifier.rules._numbers import (
    _added,
    _ahead,
    _apart,
    _carried,
    _conversions,
    _figures,
    _fractions,
    _listed,
    _moves,
    _parts,
    _products,
    _rates,
    _rivals,
    _shares,
    _totals,
)
from verifier.rules._numbers._sums import Sum
from verifier.rules._rule import Problem, rule

_IN_ONE_SENTENCE = (
    _parts.check,
    _added.check,
    _products.check,
    _totals.check,
    _fractions.check,
    _conversions.check,
    _rivals.check,
)
_IN_THE_ARTICLE = (_rates.check, _ahead.check, _listed.check, _apart.check, _carried.check)


@rule(
    "N002",
    "arithmetic",
    "error",
    what="Parts that miss their stated total, a percentage change its two values contradict, shares over 100 percent"
    " or that their counts deny, answers that make another share, a lead with the lower share, a price times its"
    " number, a count beside a longer list, one measure in two units.",
    why="A sum that a reader can redo in his head must come out; where it does not, one of its figures is wrong.",
    fires=(
        "The share of homes with a cellar rose from 70 percent to 64 percent.",
        "Cellars were found in 70 percent of homes in 2009; this has dropped to about 81 percent today.",
        "Profit was $4 million, up from $6 million a year earlier.",
        "Sales rose 50 percent, from 200 boats to 220 boats.",
        "The ferry took 1,150 guests, 45 percent over the limit of 1,000.",
        "The fund raised $90 million. Nearly half of the money -- $12 million -- came from two towns.",
        "Thirty of the 120 members, or 40 percent, stayed away.",
        "A train leaves every 30 minutes.\n\nThe line runs 96 trains a day.",
        "The bus carried 27 people (15 men and 11 women).",
        "She said 90 jobs would go: 40 in Ayr, 25 in Oban and 35 at sea.",
        "Three workers, two men and two women, were hurt.",
        "Sales fell 20 percent from 50 million euros in 2022 to 45 million in 2023.",
        "It will cost $28 million, of which the state pays $17 million and the town $14 million.",
        "Of the 42 farms, 30 are insured and 15 are not, she said.",
        "Two of the seven inmates were caught, leaving four on the run.",
        "It closed in three towns: Ayr, Oban, Wick and Tain.",
        "A full 120 percent of voters took part.",
        "Ana has 46 percent and Ben has 44 percent. In the north her lead is the same: 49 percent to 41 percent.",
        "The share of empty flats rose from 20 percent to 32 percent, a rise of 12 percent.",
        "In the survey 48 percent support the tram, 41 percent oppose it and 19 percent are unsure.",
        "Ada Brook won 52 percent of the vote, Leo Marsh 37 percent and Una Field 21 percent.",
        "The budget is split between pools (45 percent), libraries (45 percent) and parks (20 percent).",
        "Three in ten shops (60 percent) will shut.",
        "One in four, or 20 percent, will shut.",
        "More than half of the 80 pupils, or 28, were ill.",
        "A quarter of the 40 lamps, 30 of them, were broken.",
        "Half of the tenants (28 percent) want to leave.",
        "The pond holds 90 grams of salt, 30 times the limit of 45 grams.",
        "Her three goals are trams, parks, pools and jobs.",
        "The two winners are Ada Brook, Leo Marsh and Una Field.",
        "Two drivers, Ada Brook, Leo Marsh and Una Field, were hurt.",
        "They rowed 20 miles (50 kilometres) along the coast.",
        "The pool was at 20C (90F), she said.",
        "He lifts 100 kg (150 pounds).",
        "The 24 clerks at the two branches, 14 at Elm Road and 11 at the pier, will lose their jobs.",
        "Of the 63 bridges that were inspected, 48 were sound, 10 needed small repairs and three were closed.",
        "Fifteen of the 12 members voted for the plan.",
        "The agency said that of 40 inspections, 31 were carried out, or about 62 percent.",
        "The three small parties took 5, 4 and 3 percent of the vote, a total of 14 percent.",
        "The mine hired 40 drivers and 25 clerks, 70 people in all.",
        "He needs four vials a month, and at $300 each that’s $1,500.",
        "She pays $900 a month in rent, or $12,800 a year.",
        "In the March poll Brook led Marsh 41 percent to 47 percent.",
        "Brook leads Marsh by six points, 48 percent to 44 percent, in the latest poll.",
        "The odds of winning all six are 1 in 64, or 15.6 percent.",
        "She got more than 13 million votes in the primaries, 12.3 million to be exact.",
        "The brewer's support fell from 660,000 euros four years ago to just 750,000 this year.",
        "More than half of the minister's private meetings were with donors, a study shows.\n\n"
        "By its count 65 of the 154 meetings the minister held were with donors.",
        "Brook won by 1,200 votes, with 8,450 to 7,050 for Marsh.",
        "The bill passed 58 to 40, a margin of 12 votes.",
        "The town spends $4 million on roads, $3 million on schools and $2 million on parks, a total of $10 million.",
        "The rent rose from $1,000 to $1,250, an increase of 20 percent.",
        "Sales climbed to 1,500 boats, up 50 percent from 1,200.",
        "The price doubled, from 40 cents to 60 cents, in a year.",
        "Of 900 people asked, 300 would move, more than half, the survey found.",
        "Two thirds of the 90 members, 45, voted for the strike.",
        "The school has 420 pupils. Of these, 460 take the bus.",
        "The council has 11 seats. Labour holds six, the Greens four and the Liberals three.",
        "Brook leads the poll with 41 percent, against 46 percent for Marsh.",
        "Four towns will lose their station: Ayr, Oban and Wick, the railway said.",
        "Police named the three victims as Ana Ruiz, 34, Tom Webb, 51, Sara Lind, 29, and Joe Park, 40.",
        "Winds reached 100 km/h (82 mph).",
        "The wage will go up by 10 percent, from $12.00 to $13.80 an hour.",
        "Sales dropped 25 percent in the quarter, to 60,000 cars from 90,000 a year earlier.",
        "Nearly three quarters of respondents, 52 percent, eat less meat.",
        "A majority of the 40 delegates, 17, backed the motion.",
        "It is worth 800 million euros: 500 million in loans and 200 million in grants.",
        "Norway won 37 medals, with 16 gold, eight silver and 11 bronze.",
        "Each of the 200 members pays $30 a year, which brings the club $60,000.",
        "The yard has 600 workers, five times as many as the 300 it had in 1990.",
        "Ada Brook received 83 percent, while Leo Marsh held 33 percent and Una Field had 10 percent.",
        "In the poll, 62 percent chose Brook while 45 percent chose Marsh.",
        "Three in ten are for the tram: 11% strongly and 31% somewhat.",
        "Young drivers prefer Brook, 31 percent to 52 percent.",
        "Brook leads Marsh by 8 points, 49% to 41%, in spite of a 20-point deficit among women (44%-54%).",
    ),
    passes=(
        "The share of empty flats rose from 20 percent to 32 percent, a rise of 60 percent.",
        "The share of empty flats rose from 20 percent to 32 percent, a rise of 12 points.",
        "In the survey 48 percent support the tram, 41 percent oppose it and 11 percent are unsure.",
        "In the survey 48 percent support the tram, 41 percent like the bus and 29 percent the train.",
        "Ada Brook won 52 percent of the vote, Leo Marsh 37 percent and Una Field 11 percent.",
        "Voters worry about pools (45 percent), libraries (45 percent) and parks (20 percent).",
        "Three in ten shops (31 percent) will shut.",
        "One in four, or 22 percent, will shut.",
        "More than half of the 80 pupils, or 48, were ill.",
        "A quarter of the 40 lamps, ten of them, were broken.",
        "Half of the tenants (47 percent) want to leave.",
        "The pond holds 90 grams of salt, twice the limit of 45 grams.",
        "The pond holds 90 grams of salt, two times the limit of 45 grams.",
        "Her four goals are trams, parks, pools and jobs.",
        "The two flats are bright, cheap and new.",
        "The two towns are Ayr, Ohio, and Oban.",
        "Three drivers, Ada Brook, Leo Marsh and Una Field, were hurt.",
        "They rowed 20 miles (32 kilometres) along the coast.",
        "He is 6 feet 2 inches (1.88 metres) tall.",
        "They rowed 5 to 10 miles (8 to 16 kilometres).",
        "The pool was at 20C (68F), and warmed by 10C (18F).",
        "He lifts 100 kg (220 pounds).",
        "The share of homes with a cellar fell from 70 percent to 64 percent.",
        "Profit was $6 million, up from $4 million a year earlier.",
        "Sales rose 10 percent, from 200 boats to 220 boats.",
        "The ferry took 1,150 guests, 15 percent over the limit of 1,000.",
        "The fund raised $90 million. Nearly half of the money -- $42 million -- came from two towns.",
        "Thirty of the 120 members, or 25 percent, stayed away.",
        "A train leaves every 30 minutes.\n\nThe line runs 48 trains a day.",
        "The bus carried 27 people, including 15 men and 11 women.",
        "She said 100 jobs would go: 40 in Ayr, 25 in Oban and 35 at sea.",
        "She said 90 jobs would go: 40 in Ayr, 25 in Oban and some at sea.",
        "Four workers, two men and two women, were hurt.",
        "Sales fell 10 percent from 50 million euros in 2022 to 45 million in 2023.",
        "It will cost $28 million, of which the state pays $17 million and the town $11 million.",
        "Of the 42 farms, 30 are insured and 12 are not, she said.",
        "Of the 42 farms, 30 grow apples and 15 grow both apples and pears.",
        "Two of the seven inmates were caught, leaving five on the run.",
        "It closed in four towns: Ayr, Oban, Wick and Tain.",
        "Duties would rise to 25 percent from 10 percent.",
        "Rents rose by 5 percent to $900.",
        "Tin rose 15 cents, to $20.07 an ounce and zinc rose a penny, to $2.20 a pound.",
        "Ana has 46 percent and Ben has 44 percent. In the north her lead is the same: 49 percent to 47 percent.",
        "The 25 clerks at the two branches, 14 at Elm Road and 11 at the pier, will lose their jobs.",
        "The chain has 310 shops, 18 in Ayr and 12 in Oban.",
        "Of the 63 bridges that were inspected, 48 were sound, 12 needed small repairs and three were closed.",
        "Of the 63 witnesses, 12 saw the car, 10 heard the crash and three called the police.",
        "Of the 63 victims, 40 were women and 30 were under 18.",
        "Twelve of the 15 members voted for the plan.",
        "The agency said that of 40 inspections, 31 were carried out, or about 78 percent.",
        "The three small parties took 5, 4 and 3 percent of the vote, a total of 12 percent.",
        "The mine hired 40 drivers and 25 clerks, 65 people in all.",
        "He needs four vials a month, and at $300 each that’s $1,200.",
        "She pays $900 a month in rent, or $10,800 a year.",
        "In the March poll Brook led Marsh 47 percent to 41 percent.",
        "Brook led Marsh by 12 points in March; it is now 48 percent to 44 percent.",
        "The odds of winning all six are 1 in 64, or 1.56 percent.",
        "She got more than 13 million votes in the primaries, 13.3 million to be exact.",
        "The brewer's support fell from 660,000 euros four years ago to just 75,000 this year.",
        "More than half of the minister's private meetings were with donors, a study shows.\n\n"
        "By its count 85 of the 154 meetings the minister held were with donors.",
        "A third of the bridges need repair, inspectors said. In 2010, 180 of the 300 bridges needed repair.",
        "Brook won by 1,400 votes, with 8,450 to 7,050 for Marsh.",
        "Brook won by 1,200 votes in 2019 and this time by 8,450 to 7,050.",
        "The town spends $4 million on roads and $3 million on schools, and with smaller items a total of $10 million.",
        "The town spends $4.3 million on roads, $3.4 million on schools and $2.4 million on parks, a total of $10.2 "
        "million.",
        "The rent rose from $1,000 to $1,250, while wages rose 5 percent.",
        "The price nearly doubled, from 40 cents to 70 cents, in a year.",
        "Of 900 people asked, 300 would move, half of them within a year.",
        "Two thirds of the 90 members, 45 of whom are women, voted for the strike.",
        "The school has 420 pupils. Of these, 260 take the bus.",
        "The council has 11 seats. Labour holds four, the Greens two and the Liberals two.",
        "Brook leads the poll with 41 percent, against 46 percent a year ago.",
        "Two islands will gain a bridge: Trinidad and Tobago and Ames.",
        "Police named the three victims as Ana Ruiz, 34, Tom Webb, 51, and Sara Lind, 29.",
        "Winds reached 100 km/h (62 mph).",
        "Sales dropped 33 percent in the quarter, to 60,000 cars from 90,000 a year earlier.",
        "Most of the 40 delegates, 17 of whom are new, backed the motion.",
        "The fund returned 12 percent last year and 4 percent the year before, for a total of 16.5 percent.",
        "It has 40 boats, with five new and two old.",
        "The yard has 600 workers, twice as many as the 300 it had in 1990.",
        "Ada Brook received 53 percent, while Leo Marsh held 33 percent and Una Field had 10 percent.",
        "The vote drew many out: Ayr had 83 percent, while Oban had 73 percent.",
        "Brook has 83 percent of the young, Marsh has 33 percent.",
        "In Ayr 62 percent chose Brook while in Oban 45 percent chose Marsh.",
        "In the poll, 62 percent like Brook while 45 percent like Marsh.",
        "Three in ten are for the tram: 11% strongly and 18% somewhat.",
        "Half are for the tram: 61% of women and 42% of men.",
        "Young drivers prefer Brook, 31 percent to 52 percent of the old.",
        "Brook leads Marsh by 8 points, 49% to 41%, in spite of a 20-point deficit among women (34%-54%).",
    ),
)
def arithmetic(analysis: Analysis) -> Iterator[Problem]:
    """Redo every sum that the article gives enough figures for."""
    figures = _figures.collect(analysis)
    start = 0
    for held in _figures.by_sentence(figures).values():
        earlier = figures[max(0, start - 12) : start]
        start += len(held)
        if len(held) > _figures.TABLE:
            continue
        for wrong in (*_moves.check(analysis, held), *_shares.check(analysis, held, earlier)):
            yield _problem(analysis, wrong)
        for in_one in _IN_ONE_SENTENCE:
            for wrong in in_one(analysis, held):
                yield _problem(analysis, wrong)
    for look in _IN_THE_ARTICLE:
        for wrong in look(analysis, figures):
            yield _problem(analysis, wrong)


def _problem(analysis: Analysis, wrong: Sum) -> Problem:
    words = _figures.phrase(analysis, wrong.figure)
    others = [_figures.phrase(analysis, f) for f in wrong.others]
    beside = f" beside “{'” and “'.join(others)}”" if others else ""
    return Problem(
        spans=(wrong.figure.quantity.span,),
        message=f"“{words}”{beside} does not come out: {wrong.note}.",
        question=wrong.question,
        severity=wrong.severity,
        related=tuple((f.quantity.span, "the figure it has to fit") for f in wrong.others),
    )
