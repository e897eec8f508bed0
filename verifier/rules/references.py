"""Mentions that nothing introduces (R)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from verifier.article import Sentence, Span
from verifier.reading import Analysis
from verifier.reading.words import Words
from verifier.rules._quoted import Quoted
from verifier.rules._rule import Problem, rule

# Things that a reader has to have been told of, each with the words that tell of it.
_TELLS: dict[str, frozenset[str]] = {
    "letter": frozenset(
        """
        letters write writes writing wrote written sign signed signs send sends sent correspondence email emails e-mail
        missive memo note petition mail mailed addressed urged asked called
        """.split()
    ),
    "memo": frozenset(
        "memos memorandum memoranda document documents note notes email emails wrote written leaked".split()
    ),
    "petition": frozenset("petitions petitioned signatures signature signed sign campaign".split()),
    "lawsuit": frozenset(
        "lawsuits sue sues sued suing suit suits complaint court filed file legal litigation case".split()
    ),
    "ruling": frozenset(
        """
        rulings rule ruled rules court courts judge judges justices decision verdict struck upheld appeal
        tribunal
        """.split()
    ),
    "verdict": frozenset(
        "verdicts jury juries trial guilty convicted acquitted court case judge ruling sentenced".split()
    ),
    "indictment": frozenset("indictments indicted charge charged charges grand prosecutors arrested court".split()),
    "subpoena": frozenset("subpoenas subpoenaed summoned summons demanded court investigators committee".split()),
    "affidavit": frozenset("affidavits court sworn filing filed documents lawsuit".split()),
    "dossier": frozenset("dossiers document documents file files report compiled".split()),
    "memorandum": frozenset("memorandums memoranda memo memos document agreement signed order".split()),
    "resolution": frozenset(
        "resolutions vote voted council assembly motion passed adopted draft measure resolve".split()
    ),
    "transcript": frozenset(
        "transcripts hearing interview call testimony recording deposition spoke speech trial".split()
    ),
    "communique": frozenset("communiques summit meeting statement declaration joint talks ministers".split()),
}
_ADJECTIVES = frozenset(
    "three-page two-page one-page joint bipartisan latest new final leaked open second first".split()
)
_FOLLOWS = frozenset(
    """
    said says was is were reads read came comes has had also argued argues warned warns reminded reminds called
    calls cited cites accused accuses alleged alleges asked asks urged urges claimed claims described describes
    stated states noted notes added adds demanded demands criticized criticised names named follows followed
    arrived concluded concludes found will would could does did
    """.split()
)
_UNIQUE = frozenset(
    "president government court company state city police public prime house senate white committee council".split()
)
# Verbs that are never nouns, so that "those" before them stands alone ("those violate the rules").
_VERBS = frozenset(
    """
    violate include require remain seem suggest indicate constitute demonstrate contain involve provide allow
    prevent represent undermine contravene infringe contradict exceed depend exist apply affect prove harm hurt
    threaten erode reflect show make give go come take bring keep become cause create destroy reduce explain
    """.split()
)
_SAYS = frozenset(
    """
    say says said believe believes believed argue argues argued claim claims claimed complain complains
    complained contend contends contended insist insists insisted maintain maintains maintained think thinks
    thought warn warns warned fear fears feared that because
    """.split()
)
_PEOPLE = frozenset(
    """
    officials leaders senators lawmakers partners people reporters critics experts analysts ministers voters men
    women police children workers members residents students sources investors traders soldiers troops families
    friends aides republicans democrats americans judges doctors teachers activists protesters players fans
    negotiators allies governments companies countries nations firms states groups others thursdays fridays
    """.split()
)
_LOOK_BACK = 80  # words; a longer sentence is no sentence
_NO_PLURALS = frozenset(
    """
    is was has his this its as us yes thus plus always perhaps besides does says news less across series means
    politics economics whereas unless towards afterwards sometimes business process access congress press
    success progress status gas bus class loss pass address virus crisis basis analysis plans
    """.split()
)


@rule(
    "R001",
    "dangling-reference",
    "warning",
    what="A mention that takes for granted what the article has not said yet: a letter, a ruling or a lawsuit that "
    'nothing introduces, or a bare "those" with nothing before it to mean.',
    why="What introduced it was cut or lost, and readers will tie the mention to whatever stands nearest.",
    fires=(
        "Dam plan stalls\n\nThe dam was to open in May.\n\nThe letter from the northern mayors said it would not.",
        "Dam plan stalls\n\nWork on the dam stopped in May.\n\nThe lawsuit said nobody had asked the farmers.",
        "Dam plan stalls\n\nThe dam was to open in May.\n\nEngineers say those violate the safety code.",
        "Dam plan stalls\n\nWork on the dam stopped in May.\n\nThe ruling came on a Friday.",
    ),
    passes=(
        "Dam plan stalls\n\nSix mayors wrote to the minister.\n\nThe letter from the northern mayors was curt.",
        "Dam plan stalls\n\nFarmers sued the builder in May.\n\nThe lawsuit said nobody had asked them.",
        "Dam plan stalls\n\nThe builder cut the walls and the pumps.\n\nEngineers say those violate the safety code.",
        "Dam plan stalls\n\nWork stopped in May.\n\nThe letter carrier was late. The letters page was full.",
        "Dam plan stalls\n\nWork stopped in May.\n\nThe letter from Ana Silva, a farmer, arrived on Friday.",
        "Dam plan stalls\n\nWork stopped in May. Engineers say those who built it left.",
    ),
)
def dangling(analysis: Analysis) -> Iterator[Problem]:
    """Definite documents as subjects, and bare demonstratives after a word of saying."""
    quoted = Quoted(analysis)
    for span, thing in [*_documents(analysis), *_demonstratives(analysis)]:
        if span.start not in quoted:
            yield Problem(
                spans=(span,),
                message=f'Nothing before "{" ".join(span.of(analysis.article.plain).split())}" says {thing}.',
                question="What does it refer to, and was the passage that introduced it cut?",
            )


def _documents(analysis: Analysis) -> Iterator[tuple[Span, str]]:
    words, article = analysis.words, analysis.article
    for i in words.places.get("the", ()):
        if words.forms[i] != "The":
            continue
        noun = i + 2 if words.lows[i + 1 : i + 2] and words.lows[i + 1] in _ADJECTIVES else i + 1
        if noun >= len(words) or words.lows[noun] not in _TELLS or _told(words, words.lows[noun], i):
            continue
        sentence, paragraph = article.sentence_at(words.starts[i]), article.paragraph_at(words.starts[i])
        if not sentence or not paragraph or paragraph.kind != "body" or sentence.span.start != words.starts[i]:
            continue
        last = _end_of_phrase(words, noun, i)
        if last is not None and sentence.index >= 2 and _FOLLOWS.issuperset(words.lows[last + 1 : last + 2] or ["."]):
            yield words.span(i, last), f"which {words.lows[noun]} this is"


def _told(words: Words, noun: str, before: int) -> bool:
    """Whether any word that tells of the noun stands before token ``before``."""
    return any(words.places[w][0] < before for w in (noun, *_TELLS[noun]) if w in words.places)


def _end_of_phrase(words: Words, noun: int, opener: int) -> int | None:
    """The last token of "the letter" or "the letter from the senators"; None where whom it is from says enough."""
    lows = words.lows
    if lows[noun + 1 : noun + 2] and lows[noun + 1] in {"from", "by"}:
        if lows[noun + 2 : noun + 3] != ["the"]:
            return None
        for last in range(noun + 3, min(noun + 6, len(lows))):
            low = lows[last]
            if low.endswith("s") and words.forms[last].islower():
                known = low in words.places and words.places[low][0] < opener
                return None if known or lows[noun + 3] in _UNIQUE else last
        return None
    return noun


def _demonstratives(analysis: Analysis) -> Iterator[tuple[Span, str]]:
    words, article = analysis.words, analysis.article
    for low in ("those", "these"):
        for i in words.places.get(low, ()):
            if i == 0 or i + 1 >= len(words) or words.lows[i + 1] not in _VERBS or words.lows[i - 1] not in _SAYS:
                continue
            sentence = article.sentence_at(words.starts[i])
            if sentence and not _has_antecedent(analysis, sentence, i):
                yield words.span(i, i + 1), f'what "{words.forms[i]}" are'


def _has_antecedent(analysis: Analysis, sentence: Sentence, i: int) -> bool:
    """Whether a plural that could be meant stands before, in this sentence or in the main clause of the last one."""
    words, sentences = analysis.words, analysis.article.sentences
    own = range(max(words.inside(sentence.span).start, i - _LOOK_BACK), i)
    if _plural(words, own):
        return True
    if sentence.index == 0:
        return False
    before = words.inside(sentences[sentence.index - 1].span)
    return _plural(words, range(before.start, min(_main_clause(words, before), before.start + _LOOK_BACK)))


def _main_clause(words: Words, inside: range) -> int:
    """Where the first trailing participle clause begins (", lifting hopes for talks"): nothing there is a topic."""
    for i in inside[:_LOOK_BACK]:
        if words.lows[i] == "," and words.lows[i + 1 : i + 2] and words.lows[i + 1].endswith("ing"):
            return i
    return inside.stop


def _plural(words: Words, indexes: Iterable[int]) -> bool:
    return any(
        words.lows[i].endswith("s")
        and len(words.lows[i]) > 3
        and words.forms[i].islower()
        and words.lows[i].isalpha()
        and words.lows[i] not in _PEOPLE
        and words.lows[i] not in _NO_PLURALS
        and words.lows[i] not in _SAYS
        for i in indexes
    )
