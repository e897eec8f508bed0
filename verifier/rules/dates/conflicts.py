"""D001 and D002: two dates for one event, or for what is likely one event."""

from __future__ import annotations

from collections.abc import Iterable

from verifier.events import is_log
from verifier.reading import Analysis
from verifier.rules._rule import Problem, rule
from verifier.rules.dates._near import because, is_near
from verifier.rules.dates._pairs import Pair, Sureness, pairs


@rule(
    "D001",
    "conflicting-dates",
    "error",
    what="Two dates for the same event: the article tells it twice, on different days, in different months or years.",
    why="One of the two is wrong, and a reader who takes the wrong one into a diary or a quote passes it on.",
    fires=(
        "A county judge threw out the zoning appeal on Tuesday.\n\nResidents had waited two years.\n\n"
        "Thursday's ruling by the county judge ends the zoning appeal.",
        "The national gallery will open its new sculpture wing on March 3.\n\nTickets are free.\n\n"
        "Visitors can see the new sculpture wing of the national gallery when it opens on March 8.",
    ),
    passes=(
        "A county judge threw out the zoning appeal on Tuesday.\n\nResidents had waited two years.\n\n"
        "Tuesday's ruling by the county judge ends the zoning appeal.",
        "The festival opens on Saturday.\n\nTickets are gone.\n\nLast year's festival opened on a Sunday.",
        "The Lions beat the Hawks on Saturday.\n\nKane scored.\n\nThe Lions play the Bears on Tuesday.",
        "The crew left port on Monday. They reached the wreck on Wednesday.",
    ),
)
def conflicting(analysis: Analysis) -> Iterable[Problem]:
    """The pairs that are surely one event."""
    return _problems(analysis, "same")


@rule(
    "D002",
    "near-miss-dates",
    "warning",
    what="Two different dates for what may be the same event.",
    why="The text does not say outright that it is one event, but a reader would take it so; slips of a day or two are"
    " the commonest of all.",
    fires=(
        "A court ruled Friday on the dam.\n\nMany cheered.\n\nOwners called Monday's decision on the dam a blow.",
        "The minister was open to a tariff truce beyond March 1.\n\nTalks go on.\n\n"
        "What if the minister goes ahead with a March 2 tariff hike?",
        "Actor Paul Grady died on Monday at home.\n\nFans wept.\n\nGrady, who died on Tuesday, had been ill.",
        "The museum opened its doors in 1987.\n\nEntry is free.\n\nWhen the museum opened in 1978, it had three rooms.",
        "The council approved the tram line on Tuesday after a long debate.\n\nIt will be built in three years.\n\n"
        "Monday night's vote drew a crowd.",
        "The choir will perform in Porto on April 20.\n\nThe hall holds 900.\n\n"
        "All seats for the Porto concert on April 22 are gone.",
        "The mill must hand in its papers by October 5.\n\nIt has 40 workers.\n\n"
        "A spokesman said the mill would keep the October 6 deadline.",
        "He was arrested on March 3.\n\nHe denied it all.\n\nSince his arrest on March 13 he has been held in Cardiff.",
    ),
    passes=(
        "A court ruled Friday on the dam.\n\nMany cheered.\n\nOwners called Friday's decision on the dam a blow.",
        "A court ruled Friday on the dam.\n\nMany cheered.\n\nIn Monday's ruling on a separate case, it fined a mill.",
        "Actor Paul Grady died on Monday at home.\n\nFans wept.\n\nGrady will be buried on Friday.",
        "The two leaders met in Geneva on Tuesday.\n\nNeither gave details.\n\nThey will meet again on Thursday.",
        "Oil fell 3 percent on Tuesday.\n\nTraders were nervous.\n\nOil fell 1 percent on Friday.",
        "Rebels attacked the post on Sunday.\n\nSix died.\n\nThe army attacked the rebels on Tuesday with helicopters.",
        "The bank closed two branches on Monday.\n\nStaff wept.\n\nThe judge closed the hearing on Wednesday.",
        "Dockers walked out on Monday. Teachers walk out on Thursday.\n\nMonday's walkout stopped 40 ships.",
        "The probe was launched on May 12.\n\nAll is well.\n\n"
        "The launch had been planned for May 11 but was put off for a day.",
        "The museum opened in 1987.\n\nEntry is free.\n\nA new wing opened in 1998.",
    ),
)
def near_miss(analysis: Analysis) -> Iterable[Problem]:
    """The pairs that are likely one event; those that only may be are candidates."""
    return _problems(analysis, "likely")


def _problems(analysis: Analysis, sureness: Sureness) -> Iterable[Problem]:
    if is_log(analysis):
        return  # what it tells changes from hour to hour
    for pair in pairs(analysis.story, analysis.topics.postings):
        if pair.sureness == sureness:
            yield _problem(analysis, pair)


def _problem(analysis: Analysis, pair: Pair) -> Problem:
    text = analysis.article.text
    first, second = (" ".join(d.mention.span.of(text).split()) for d in (pair.first, pair.second))
    what = "the same event" if pair.sureness == "same" else "what may be the same event"
    return Problem(
        (pair.second.mention.span,),
        f"The text gives {first} and {second} for {what}.",
        "Is it one event? If so, which date is right?",
        explanation=f"The two are taken for one event because {because(pair)}.",
        related=((pair.first.mention.span, "the other date"),),
        likely=pair.sureness == "likely" and not is_near(pair),
    )
