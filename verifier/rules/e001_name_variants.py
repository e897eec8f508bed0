"""Two spellings of what looks like one name (E001)."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.reading import Analysis
from verifier.rules import _given, _surnames, _variants
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
        "Ada Orlovski will not sing in Tarrow. Orlovski is ill.\n\nOrlovsky has a cold, her agent said.",
        "The survey was led by Professor Ines Hartwell.\n\nIt took two years. Professor Hartnell said the lake was "
        "clean.",
        'A lawyer for the town, Ian MacTavish, spoke first.\n\n"We wait for the paper," McTarish said.',
        "Zoran Petrovic won the race on Sunday.\n\nIt rained. Zoran Petrovich thanked the fans.",
        "Deborah Whitcombe runs the ferry line.\n\nIt lost money. Deborah Witcombe gave no figure.",
        "The governor, Phillip Hartman, came on Monday.\n\nPhilip Hartman left on Friday.",
        "Marta Okwell runs the port.\n\nIt made money, Okwell said.\n\nOkwelll will stay, the town said.",
        "Daniel Brekke built the quay.\n\nThe quay leaks, Brekke said.\n\nThe town will sue Martin Brekke for it.",
        "Ted Holm runs the port. Holm is from Wick.\n\nIt made money, Holm said. Holm will stay.\n\nWick likes "
        "Holm.\n\nThe mayor unloaded on Hoolm in a speech, accusing Holm of greed.",
        "Daniel J. Brekke built the quay.\n\nThe quay leaks, Brekke said.\n\nThe town will sue Ana Ruiz and Martin "
        "Brekke for it.",
        "Kathryn Bell, the fire chief, said the blaze was set.\n\nThe cause is not known. Katherine Bell has "
        "led the service since 2019.",
        "Nigel Thorne, the bank's chairman, resigned on Monday.\n\nShares fell. Neil Thorne, who has chaired the bank "
        "for six years, gave no reason.",
        '"It was loud," said Dorinda Brintel, who lives next door.\n\nDarinda Brintal has lived there since 1990.',
        "Paul Hendrick asked for time. Mr Hendrick said his client was ill.\n\nThe judge told Mr Hendricks "
        "to be brief.",
        "Seán Ó Dónaill sang first. Ó Dónaill comes from Donegal.\n\nÓ Donaill sang again at ten, and Ó Dónaill "
        "thanked them.",
    ),
    passes=(
        "Maria Larsen married on Monday.\n\nMarie Larson played the organ.",
        "The survey was led by Ines Hartwell and Bo Hartnell.\n\nProfessor Hartnell said the lake was clean.",
        "Eric Hartman married on Monday.\n\nErica Hartman, his sister, was there.",
        "Ines Hartwell spoke first.\n\nThe Hartwells live by the lake. Hartwell's brother, Tom, spoke next.",
        "Poe met voters in Iran.\n\nHe then went on to Iraq.",
        "Daniel Brekke built the quay.\n\nIt leaks, Brekke said.\n\nHis brother Martin Brekke painted it.",
        "Daniel Brekke built the quay.\n\nIt leaks, Brekke said.\n\nMartin Brekke, a painter from Oslo, laughed.",
        "Daniel Brekke built the quay.\n\nIt leaks, Brekke said.\n\nThe town will sue Ana and Martin Brekke for it.",
        "Daniel J. Brekke built the quay.\n\nIt leaks.\n\nThe town has hired the crisis consultant Martin Brekke.",
        "Ted Holm runs the port. Holm is from Wick.\n\nIt made money, Holm said. Holm will stay.\n\nWick likes "
        "Holm.\n\nThe mayor unloaded on Holm and Hoolm in a speech.",
        "Mark Olsen, the chief executive, said the deal was done.\n\nMartin Olsen, 41, a plumber in Oslo, has bought "
        "three.",
        "Finance Minister Ada Klein spoke. Transport Minister Otto Klein did not.\n\nKlein, the transport minister, "
        "left.",
        "Jon Harker teaches maths.\n\nJohn Harker, his cousin, teaches French.",
        "Elena Marti rows. Marti won.\n\nThe mayor, Marty, was there. Marti and Marty shook hands.",
        "Coach Marti spoke first.\n\nReferee Marty said it was easy.",
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
            message=f"“{other.odd.of(text)}” here and “{other.usual.of(text)}” elsewhere: "
            f"{'one first name in two spellings' if other.spelling else 'two first names'} for what reads as one.",
            question="Is this one person? If there are two, the text should say who the other is.",
            likely=not other.sure,
        )
