"""Names, roles and places that disagree (E)."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.reading import Analysis
from verifier.rules import (
    _contests,
    _given,
    _head_figures,
    _head_names,
    _head_quotes,
    _locations,
    _roles,
    _summary,
    _surnames,
    _variants,
    _wording,
)
from verifier.rules._rule import Problem, rule


@rule(
    "E001",
    "name-variants",
    "warning",
    what="Two spellings of what looks like one person, or two first names for him or her.",
    why=(
        "A surname that nobody introduced and that differs by a letter or two from one that was introduced is most "
        "often "
        "the same person, misspelt once."
    ),
    fires=(
        "The survey was led by Professor Ines Hartwell.\n\nIt took two years. Professor Hartnell said the lake was "
        "clean.",
        'A lawyer for the town, Ian MacTavish, spoke first.\n\n"We wait for the paper," McTarish said.',
        "Zoran Petrovic won the race on Sunday.\n\nIt rained. Zoran Petrovich thanked the fans.",
        "Deborah Whitcombe runs the ferry line.\n\nIt lost money. Deborah Witcombe gave no figure.",
        "The governor, Phillip Hartman, came on Monday.\n\nPhilip Hartman left on Friday.",
        "Marta Okwell runs the port.\n\nIt made money, Okwell said.\n\nOkwelll will stay, the town said.",
        "Daniel Brekke built the quay.\n\nThe quay leaks, Brekke said.\n\nThe town will sue Martin Brekke for it.",
    ),
    passes=(
        "The survey was led by Ines Hartwell and Bo Hartnell.\n\nProfessor Hartnell said the lake was clean.",
        "Eric Hartman married on Monday.\n\nErica Hartman, his sister, was there.",
        "Ines Hartwell spoke first.\n\nThe Hartwells live by the lake. Hartwell's brother, Tom, spoke next.",
        "Poe met voters in Iran.\n\nHe then went on to Iraq.",
        "Daniel Brekke built the quay.\n\nIt leaks, Brekke said.\n\nHis brother Martin Brekke painted it.",
        "Daniel Brekke built the quay.\n\nIt leaks, Brekke said.\n\nMartin Brekke, a painter from Oslo, laughed.",
        "Benjamin Vole rows.\n\nBen Vole won on Sunday, and Vole was glad.",
    ),
)
def name_variants(analysis: Analysis) -> Iterator[Problem]:
    """Each pair of names that look alike."""
    text = analysis.article.text
    pairs = [(s.odd, s.usual) for s in _surnames.slips(analysis)]
    told = [odd for odd, _ in pairs]
    pairs += [
        (v.rare.bare, v.usual.bare)
        for v in _variants.variants(analysis)
        if not any(v.rare.bare.overlaps(t) or v.usual.bare.overlaps(t) for t in told)
    ]
    for odd, usual in pairs:
        yield Problem(
            spans=(odd,),
            related=((usual, "the other spelling"),),
            message=f"“{odd.of(text)}” here and “{usual.of(text)}” elsewhere look like one name in two spellings.",
            question="Is this one person? Which spelling does he or she use?",
        )
    for other in _given.others(analysis):
        if any(other.odd.overlaps(odd) for odd, _ in pairs):
            continue
        yield Problem(
            spans=(other.odd,),
            related=((other.usual, "the other first name"),),
            message=f"“{other.odd.of(text)}” here and “{other.usual.of(text)}” elsewhere: two first names for "
            "what reads as one person.",
            question="Is this one person? If there are two, the text should say who the other is.",
            likely=not other.sure,
        )


@rule(
    "E002",
    "conflicting-role",
    "warning",
    what="One person with two titles that nobody holds at once.",
    why="A premier is not a vice premier: one of the two titles is wrong, or the article leaves out that one is past.",
    fires=(
        "They met Vice Premier Hu Lan at the old harbour on Monday.\n\nThe next day Premier Hu Lan flew home.",
        "Sen. Tom Vale spoke first.\n\nLater Rep. Vale left the room.",
        "French President Jean Roux spoke first.\n\nLater Belgian President Jean Roux left the room.",
    ),
    passes=(
        "They met former Vice Premier Hu Lan on Monday.\n\nThe next day Premier Hu Lan flew home.",
        "Sen. Tom Vale spoke first.\n\nVale, a lawyer, left the room. Sen. Vale came back.",
        "Lieutenant General Tom Vale spoke first.\n\nLater General Vale left the room.",
    ),
)
def conflicting_role(analysis: Analysis) -> Iterator[Problem]:
    """Each person's titles against one another."""
    text = analysis.article.text
    for later, earlier in _roles.conflicts(analysis):
        here, there = later.span.of(text), earlier.span.of(text)
        yield Problem(
            spans=(later.span,),
            related=((earlier.span, "the other title"),),
            message=f"The same person is “{here}” here and “{there}” there.",
            question="Which title is right? If one is past, say so.",
        )


@rule(
    "E004",
    "conflicting-place",
    "warning",
    what="One thing or event put in two places.",
    why="Somebody's headquarters are in one place; two places for them are a slip, or two different things.",
    fires=(
        "They met at Acme headquarters in Ohio.\n\nIt rained. Acme's headquarters, located in Austin, Texas, were "
        "dark.",
        "They met at Acme headquarters in Ohio.\n\nIt rained. Acme's headquarters in Kansas were dark.",
    ),
    passes=(
        "They met at Acme headquarters in California.\n\nIt rained. Acme's headquarters in Oakland were dark.",
        "They met at Acme headquarters in Ohio.\n\nIt rained. Bolt's headquarters in Kansas were dark.",
    ),
)
def conflicting_place(analysis: Analysis) -> Iterator[Problem]:
    """Each thing that stands in one place only, wherever the article puts it."""
    text = analysis.article.text
    for later, earlier in _locations.conflicts(analysis):
        here, there = later.span.of(text), earlier.span.of(text)
        yield Problem(
            spans=(later.span,),
            related=((earlier.span, "the other place"),),
            message=f"The same {later.thing} is in “{here}” here and in “{there}” there.",
            question="Where is it? Or are there two?",
        )


@rule(
    "E003",
    "headline-unsupported",
    "warning",
    what="A name or figure in the headline or standfirst that the body never mentions.",
    why=(
        "What the headline promises, the article has to tell. A name that stands only there was left over from another "
        "version, cut from the body by mistake, or is the wrong one."
    ),
    fires=(
        "Port strike spreads as Ana Ruiz waits\n\nDockers walked out on Monday.\n\nTheir union wants more pay, a "
        "spokesman said.",
        "Port strike costs Ports Inc. $90 million\n\nPorts Inc. said on Monday that it had lost $40 million.\n\nThe "
        "strike goes on.",
    ),
    passes=(
        "Port strike costs Ports Inc. $40 million\n\nPorts Inc. said on Monday that it had lost $39.8 million.\n\nThe "
        "strike goes on.",
        "Danish dockers strike as WTO meets\n\nDockers in Denmark walked out on Monday.\n\nThe World Trade "
        "Organization met "
        "in Geneva.",
        "Dems pick Poe for mayor\n\nThe Democratic Party chose its candidate on Monday.\n\nJane Poe, 54, is a teacher.",
        "Beijing warns of drought\n\nChinese officials spoke of a dry summer.\n\nRain is not in sight, they said.",
        "Why Towns Are Selling Their Harbours\n\nSmall ports cost a lot.\n\nBuyers are easy to find, brokers say.",
    ),
)
def headline_unsupported(analysis: Analysis) -> Iterator[Problem]:
    """Each name of headline and standfirst against everything the body mentions."""
    reading = _summary.read(analysis)
    if reading is None:
        return
    told: set[str] = set()
    text = analysis.article.text
    for sentence in _summary.retold(reading):
        for figure in _head_figures.unsupported(analysis, reading, sentence):
            yield Problem(
                spans=(figure.span,),
                related=(),
                message=f"“{figure.span.of(text)}” stands at the top of the article, and the body never gives it.",
                question="Where does the figure come from? The body should say.",
            )
        if sentence not in reading.heads:
            continue  # a lead is part of the story: affiliations and datelines stand there alone
        for mention in _head_names.strangers(analysis, reading, sentence):
            name = mention.bare.of(analysis.article.text)
            if name in told or _head_names.is_label(analysis, mention):
                continue
            told.add(name)
            near = _summary.partners(reading, sentence)
            yield Problem(
                spans=(mention.bare,),
                related=((near[0].sentence.span, "the body, without the name"),) if near else (),
                message=f"“{name}” stands at the top of the article, and the body never mentions it.",
                question="Does the name belong to this story? Where it does, the body should say how.",
                likely=not _head_names.is_known(analysis, mention, sentence),
            )


@rule(
    "E005",
    "summary-mismatch",
    "warning",
    what="A headline, standfirst or lead that says the opposite of what the body tells, or names another thing.",
    why=(
        "The head of an article is written last and in a hurry, often by somebody else, and read by most. Where a "
        "sentence of the body tells the same in nearly the same words, a word that excludes the body's word is a slip."
    ),
    fires=(
        "Court grants request for harbour papers\n\nA judge spoke about the case on Friday.\n\nThe court rejected the "
        "request for the harbour papers on Friday.",
        "Council news\n\nThe town will allow dogs on the town beach in summer.\n\nIt met for three hours.\n\nThe town "
        "will ban dogs on the town beach in summer, the mayor wrote.",
        'Bridge news\n\nPoe called the bridge "a very bad joke on the town" on Monday.\n\nIt rained.\n\n"What we got '
        "is a "
        'very bad tax on the town," Poe said.',
        "Baker calls the new quay “lovely”\n\nA new quay was built in spring.\n\nThe baker called the new quay "
        "“dreadful” on Monday.",
        "Ferry news\n\nThe ferry company did not warn its passengers about the storm.\n\nThe storm came at "
        "noon.\n\nThe ferry "
        "company warned its passengers about the storm, records show.",
    ),
    passes=(
        "Court rejects request for harbour papers\n\nA judge spoke about the case on Friday.\n\nThe court refused the "
        "request for the harbour papers on Friday.",
        "Council news\n\nThe town will not allow dogs on the town beach in summer.\n\nIt met for three hours.\n\nThe "
        "town will ban dogs on the town beach in summer, the mayor wrote.",
        "Ferry news\n\nThe ferry company did not warn its passengers about the storm.\n\nThe storm came at "
        "noon.\n\nThe ferry "
        "company never warned its passengers about the storm, records show.",
        "Orchard town opens new cider press\n\nELM GREEN - A new cider press opened in Elm Green on Friday, replacing "
        "an old one.\n\nIt cost little.",
    ),
)
def summary_mismatch(analysis: Analysis) -> Iterator[Problem]:
    """Each sentence of headline, standfirst and lead against the sentences of the body that tell the same."""
    reading = _summary.read(analysis)
    if reading is None:
        return
    text = analysis.article.text
    quoted = [
        (_summary.Clash(*sides, "quoted"), t.sure)
        for t in _wording.twins(analysis)
        if (sides := _wording.of_top(analysis, t))
    ]
    told = {c.here.start for c, _ in quoted}
    for s in _summary.retold(reading):
        quoted += [
            (c, _summary.held(analysis, c) >= _COPY)
            for c in _head_quotes.altered(analysis, reading, s)
            if not any(c.here.start <= t < c.here.end for t in told)
        ]
    swaps = [c for s in reading.summaries for c in _head_names.swapped(analysis, reading, s)]
    clashes = [(c, _summary.held(analysis, c) >= _COPY) for c in (*swaps, *_summary.clashes(reading))]
    for clash, sure in (*quoted, *clashes):
        here, there = clash.here.of(text), clash.there.of(text)
        yield Problem(
            spans=(clash.here,),
            related=((clash.there, "the body"),),
            message=f"The top of the article says “{here}” where the body says “{there}”.",
            question="Which of the two is meant?",
            explanation="The two sentences share most of their words, and differ here.",
            likely=not (sure or _summary.in_standfirst(analysis, clash)),
        )


_COPY = 0.7
"""The share of a sentence of the top that one of the body holds, from which on it is the same told again."""


@rule(
    "E006",
    "swapped-sides",
    "warning",
    what="One result told with winner and loser swapped.",
    why="The same score between the same two, once won by the one and once by the other, is one match told wrong once.",
    fires=(
        "Malta beat Norway 3-0 in the opening match on Sunday.\n\nNorway 3-0 Malta was the score that nobody expected.",
        "Norway defeated Malta 2-1 on Sunday.\n\nIt rained. Malta beat Norway 2-1 with a late goal.",
    ),
    passes=(
        "Norway beat Malta 3-0 in the opening match on Sunday.\n\nMalta lost 0-3 to Norway, its worst start.",
        "Norway beat Malta 3-0 on Sunday.\n\nIn the second match Malta beat Norway 2-1.",
    ),
)
def swapped_sides(analysis: Analysis) -> Iterator[Problem]:
    """Each telling of a score against the others between the same two."""
    text = analysis.article.text
    for later, earlier in _contests.conflicts(analysis):
        here, there = later.span.of(text), earlier.span.of(text)
        yield Problem(
            spans=(later.span,),
            related=((earlier.span, "the other telling"),),
            message=f"“{here}” and “{there}” give the same score to different winners.",
            question="Who won?",
        )
