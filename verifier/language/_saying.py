"""Small closed classes that the direct quotations need beside the lexicon of cues."""

from __future__ import annotations

from functools import cache

from verifier.language.words import Words

PRONOUNS = frozenset("he she they i we you it who one".split())
COMMON = frozenset(
    """is was are were be has had have did does do made makes put puts gave gives took takes went goes came comes got
    read reads ran runs sent sends began begins offered offers issued issues posted posts used uses had left found finds
    wrote writes held holds kept summed sums took turned turns struck strikes""".split()
)
APPOSITIVE = (
    frozenset(
        """the a an his her its their who one now then former formerly chief president chairman chairwoman director head
    professor executive senior deputy co-founder founder editor author leader spokesman spokeswoman vice attorney
    secretary general manager owner analyst lawyer republican democrat jr""".split()
    )
    | frozenset(f"r-{x}" for x in "")
    | frozenset(str(n) for n in range(10, 100))
)
STOPS_A_NAME = frozenset(
    """in on at during after before when while as if although though and but because since where with about referring
    speaking adding noting following monday tuesday wednesday thursday friday saturday sunday yesterday today to that
    from via earlier later last this by amid""".split()
)
_STEMS = """
say says said saying tell tells told telling add adds added adding ask asks asked asking explain explains
explained write writes wrote writing written tweet tweets tweeted tweeting reply replies replied replying
respond responds responded note notes noted noting insist insists insisted insisting declare declares declared
declaring warn warns warned warning argue argues argued arguing continue continues continued continuing recall
recalls recalled state states stated stating announce announces announced announcing claim claims claimed
claiming conclude concludes concluded observe observes observed report reports reported reporting remark
remarks remarked joke jokes joked quip quips quipped shout shouts shouted shouting sing sings sang singing
chant chants chanted chanting demand demands demanded demanding scold scolds scolded boast boasts boasted
boasting admit admits admitted admitting acknowledge acknowledges acknowledged deny denies denied wonder
wonders wondered think thinks thought thinking predict predicts predicted suggest suggests suggested
""".split()


@cache
def _verbs() -> frozenset[str]:
    return frozenset(_STEMS)


def is_verb(low: str) -> bool:
    """Whether the word is a form of a verb that stands beside a direct quotation."""
    return low in _verbs()


def phrase(words: Words, i: int) -> int:
    """How many words of a phrase that names a source begin here ("according to"); 0 for none."""
    low = words.lows[i]
    if low == "according" and i + 1 < len(words) and words.lows[i + 1] == "to":
        return 2
    return 1 if low == "per" else 0
