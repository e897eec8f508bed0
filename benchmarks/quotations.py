"""How well quotations are held against their sources: ``quotations.py [--half even|odd] [FOLDER...]``.

Takes transcripts ("NAME: words", captions), by default those of our own in ``benchmarks/transcripts``; plants one
change of twelve kinds in a sentence of a turn, half of them such as every house lets stand, quotes it in an article of
its own and looks at what the rules about sources say. Then quotations that nobody said (sentences of other
transcripts), and sentences credited to another speaker of their transcript. At the end the time for an hour of
transcript with 40 quotations. ``--half`` takes the files whose name has an even or odd
CRC-32: tune on one, report on the other. ``--misses`` prints what went wrong.
"""

import argparse
import random
import re
import time
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from verifier import Report, Settings, check, source
from verifier.english.calendar import MONTHS, WEEKDAYS
from verifier.english.numbers import ORDINAL_WORDS
from verifier.sources import Card, Source, Wanted, gather
from verifier.sources._folding import fold
from verifier.sources._placing import Searchable
from verifier.sources._voices import read as read_label

OWN = Path(__file__).parent / "transcripts"
LEAST, MOST = 8, 45
SENTENCE = r"(?:[^.?!]|(?<=\d)\.(?=\d))+[.?!]"
NUMBER = re.compile(r"\b\d[\d,.]*\d\b|\b\d\b")
WRITTEN = {"2": "two", "3": "three", "4": "four", "6": "six", "7": "seven", "9": "nine", "10": "ten", "11": "eleven",
           "12": "twelve", "15": "fifteen", "20": "twenty", "25": "twenty-five", "30": "thirty", "40": "forty"}  # fmt: skip  # noqa: E501
SPOKEN = {words: figure for figure, words in WRITTEN.items()}
AUXILIARIES = r"is|are|was|were|will|would|can|could|should|must|may|have|has|had|do|does|did"
MODALS = {
    "will": "may",
    "may": "will",
    "can": "must",
    "could": "should",
    "should": "could",
    "must": "may",
    "would": "will",
}
CONTRACTED = {
    "do not": "don't", "did not": "didn't", "does not": "doesn't", "is not": "isn't", "was not": "wasn't",
    "I am": "I'm", "we are": "we're", "they are": "they're", "we have": "we've", "I have": "I've",
    "will not": "won't", "cannot": "can't", "should not": "shouldn't", "would not": "wouldn't",
}  # fmt: skip
EXPANDED = {short: long for long, short in CONTRACTED.items()}
NAMES = ("Ravenna", "Tolvik", "Okonjo", "Marchetti", "Halloran", "Nakagawa")


@dataclass(frozen=True)
class Said:
    """A sentence of a turn: its words, who says them under which label, and where it begins in the source."""

    words: str
    label: str
    at: int
    source: Source


@dataclass(frozen=True)
class Planted:
    """A quotation to be checked: as the article has it, and the source with what the plant needs changed."""

    quote: str
    source: Source


def sentences(one: Source) -> Iterator[Said]:
    """Sentences long enough to be quoted, none with marks of the transcript in them."""
    for turn in one.turns:
        if turn.label is None:
            continue
        text = one.text[turn.span.start : turn.span.end]
        for match in re.finditer(SENTENCE, text):
            words = " ".join(match.group().split())
            if LEAST <= len(words.split()) <= MOST and not re.search(r"[\[\]()\"“”…]|--|—", words):
                begins = turn.span.start + match.start() + len(match.group()) - len(match.group().lstrip())
                yield Said(words, turn.label, begins, one)


def swapped(pattern: str, words: str, rng: random.Random, made: Callable[[str], str | None]) -> str | None:
    """The words with one match of a pattern put otherwise; None where none can be."""
    places = list(re.finditer(pattern, words))
    rng.shuffle(places)
    for match in places:
        other = made(match.group())
        if other is not None and other != match.group():
            return words[: match.start()] + other + words[match.end() :]
    return None


def negation(said: Said, rng: random.Random) -> Planted | None:
    gone = swapped(r"\b(?:not|never) ", said.words, rng, lambda _: "")
    put = swapped(rf"\b(?:{AUXILIARIES})\b(?! not|n?['’]t| such)", said.words, rng, lambda w: f"{w} not")
    return planted(said, gone or put)


def figure(said: Said, rng: random.Random) -> Planted | None:
    def other(shown: str) -> str:
        return str(int(re.sub(r"\D", "", shown)) + rng.choice((1, 2, 10)))

    words = swapped(NUMBER.pattern, said.words, rng, other)
    spoken = swapped(
        r"\b(?:" + "|".join(SPOKEN) + r")\b", said.words, rng, lambda w: rng.choice([o for o in SPOKEN if o != w])
    )
    return planted(said, words or spoken)


def name(said: Said, rng: random.Random) -> Planted | None:
    days = "|".join((*MONTHS, *WEEKDAYS, *ORDINAL_WORDS)).title()
    known = rf"(?<=[a-z,] )(?!I\b|I['’]|{days})[A-Z][a-z]{{3,}}\b"
    return planted(said, swapped(known, said.words, rng, lambda _: rng.choice(NAMES)))


def modal(said: Said, rng: random.Random) -> Planted | None:
    return planted(
        said, swapped(r"\b(?:" + "|".join(MODALS) + r")\b(?! not|n?['’]t)", said.words, rng, lambda w: MODALS[w])
    )


def word(said: Said, rng: random.Random) -> Planted | None:
    pool = ["harbour", "garden", "quietly", "painted", "winter", "purple", "borrowed", "kitchen"]
    plain = r"(?<= )[a-z]{6,}\b"
    avoid = {*SPOKEN, "should", "because", "before", "million", "billion", "percent", "minutes", "though", "through",
             "between", "without", "nobody", "nothing", "always", "almost", "around", "another", "having", "hundred",
             "thousand", "dollars", "unless", "perhaps", "during", "seconds", "inside", "really"}  # fmt: skip
    return planted(said, swapped(plain, said.words, rng, lambda w: None if w in avoid else rng.choice(pool)))


def cut(said: Said, rng: random.Random) -> Planted | None:
    tokens = said.words.split()
    if len(tokens) < LEAST + 4 or " - " in said.words:
        return None
    size = rng.choice((3, 4))
    start = rng.randrange(3, len(tokens) - size - 2)
    return planted(said, " ".join(tokens[:start] + tokens[start + size :]))


def fillers(said: Said, rng: random.Random) -> Planted | None:
    tokens = said.words.split()
    at, stutter = rng.randrange(2, len(tokens) - 2), rng.randrange(1, len(tokens) - 1)
    spoken = " ".join([*tokens[:at], rng.choice(("um,", "uh,", "you know,")), *tokens[at:]])
    spoken = (
        spoken.replace(f" {tokens[stutter]} ", f" {tokens[stutter]} {tokens[stutter]} ", 1)
        if rng.random() < 0.4
        else spoken
    )
    spoken = re.sub(r"(\w+) you know,", r"\1, you know,", spoken)
    return changed(said, said.words, spoken)


def numerals(said: Said, rng: random.Random) -> Planted | None:
    digits = swapped(r"(?<![\d,.$€£:] )(?<![\d,.$€£:-])\b\d{1,2}\b(?![\d,.%:-]| -)", said.words, rng, WRITTEN.get)
    spoken = swapped(
        r"\b(?:" + "|".join(SPOKEN) + r")\b(?! ?-| (?:four|five|six|seven|eight|nine|ten|\w+teen)\b)",
        said.words,
        rng,
        SPOKEN.get,
    )
    return planted(said, digits or spoken)


def marks(said: Said, rng: random.Random) -> Planted | None:
    words = said.words.replace("'", "’")
    words = words.replace(",", "", 1) if rng.random() < 0.5 else words.replace(", ", " – ", 1)
    return planted(said, words[0].lower() + words[1:] if rng.random() < 0.3 else words)


def ellipsis(said: Said, rng: random.Random) -> Planted | None:
    del rng
    nearby = [other for other in sentences(said.source) if other.label == said.label and 0 < other.at - said.at < 600]
    turn = said.source.turn_at(said.at)
    nearby = [other for other in nearby if said.source.turn_at(other.at) == turn]
    if len(nearby) < 2:
        return None
    return planted(said, f"{said.words} … {nearby[-1].words}")


def bracket(said: Said, rng: random.Random) -> Planted | None:
    pronoun = r"(?<=[a-z,] )(?:he|she|they|it|them|him)\b(?!['’])"
    return planted(said, swapped(pronoun, said.words, rng, lambda _: f"[{rng.choice(NAMES)}]"))


def contraction(said: Said, rng: random.Random) -> Planted | None:
    short = swapped(r"\b(?:" + "|".join(CONTRACTED) + r")\b", said.words, rng, CONTRACTED.get)
    long = swapped(r"\b(?:" + "|".join(EXPANDED) + r")\b", said.words.replace("’", "'"), rng, EXPANDED.get)
    return planted(said, short or long)


def planted(said: Said, quote: str | None) -> Planted | None:
    return Planted(quote, said.source) if quote and quote != said.words else None


def changed(said: Said, quote: str, spoken: str) -> Planted:
    one = said.source
    end = said.at + len(re.match(SENTENCE, one.text[said.at :]).group())
    return Planted(
        quote, source(one.text[: said.at] + spoken + one.text[end:], one.id, card=replace(one.card, kind="transcript"))
    )


WRONG = {"negation": negation, "figure": figure, "name": name, "modal": modal, "word": word, "cut": cut}
RIGHT = {"fillers": fillers, "numerals": numerals, "marks": marks, "ellipsis": ellipsis, "bracket": bracket,
         "contraction": contraction}  # fmt: skip
AS = {"figure": {"figure", "date", "unit"}}


def story(quote: str, speaker: str) -> str:
    """An article of one quotation."""
    first = f"Pat {speaker.title()}"
    body = quote if quote.endswith(("?", "!")) else quote.rstrip(".") + ","
    return f"A day of talk\n\n{first} spoke at the meeting on Monday.\n\n“{body}” {first} said.\n"


def surname(label: str) -> str | None:
    """The last word of a label's name; None where it is an office, a question or nobody."""
    names = read_label(label).names
    words = [w for w in re.findall(r"[^\W\d_]+", label) if w.lower() in names]
    return words[-1] if words else None


def run(quote: str, speaker: str, against: Source) -> Report:
    return check(story(quote, speaker), Settings(select=("V",)), sources=[against])


def quotation(report: Report):
    return next((e for e in report.evidence if e.fact == "quotation"), None)


def gather_all(folders: list[Path], half: str | None) -> list[Source]:
    """The transcripts of these folders, all of them or those of one half."""
    library = gather(Wanted(folders=tuple(folders)))
    found = [shelf.source for shelf in library.shelves if "README" not in shelf.source.path]
    wanted = None if half is None else half == "odd"
    found = [s for s in found if wanted is None or bool(zlib.crc32(Path(s.path).name.encode()) % 2) == wanted]
    card = Card(kind="transcript")
    return [s if s.turns else source(s.text, s.id, path=s.path, card=card) for s in found]


def changes(pool: list[Said], count: int, rng: random.Random, show: bool) -> None:
    """Planted changes: how many were found and typed right, and how many legitimate ones were flagged."""
    scores: dict[str, Counter[str]] = defaultdict(Counter)
    for kind, plant in {**WRONG, **RIGHT}.items():
        rng.shuffle(pool)
        for said in pool:
            if scores[kind]["all"] == count // 12 + 1:
                break
            speaker = surname(said.label)
            made = plant(said, rng) if speaker else None
            if made is None or len(made.quote.split()) < LEAST:
                continue
            report = run(made.quote, speaker, made.source)
            told = quotation(report)
            kinds = {d.kind for d in told.differences if not d.allowed} if told else set()
            codes = {f.code for f in report.findings if f.evidence == (told.id if told else None)}
            score = scores[kind]
            score["all"] += 1
            score["placed"] += bool(told and told.span and told.status != "near")
            score["flagged"] += bool(codes)
            score["typed"] += bool(codes) and bool(kinds & AS.get(kind, {kind}))
            bad = (kind in WRONG and not kinds & AS.get(kind, {kind})) or (kind in RIGHT and codes)
            if show and bad:
                print(
                    f"  {kind}: {made.quote!r} -> {told.status if told else '-'} {sorted(kinds)} {sorted(codes)}; {said.words!r}"  # noqa: E501
                )
    for title, kinds in (("to be found", WRONG), ("legitimate", RIGHT)):
        total = sum((scores[k] for k in kinds), Counter())
        print(f"{title}: {total['all']}, placed {share(total['placed'], total['all'])}, flagged "
              f"{share(total['flagged'], total['all'])}, typed right {share(total['typed'], total['all'])}")  # fmt: skip  # noqa: E501
        for k in kinds:
            s = scores[k]
            print(
                f"    {k:12} {s['all']:4} flagged {s['flagged']:4}" + (f" typed {s['typed']:4}" if k in WRONG else "")
            )


def share(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "-"


def invented(pool: list[Said], count: int, rng: random.Random, show: bool) -> None:
    """Sentences that others said elsewhere, held against a transcript without them."""
    rng.shuffle(pool)
    everyone = list({id(p.source): p.source for p in pool}.values())
    done = found = 0
    for said in pool:
        others = [s for s in everyone if s is not said.source]
        speaker = surname(said.label)
        if done == count or not others or not speaker:
            continue
        done += 1
        codes = {f.code for f in run(said.words, speaker, rng.choice(others)).findings}
        found += "V001" in codes
        if show and "V001" not in codes:
            print(f"  invented: {said.words!r} {sorted(codes)}")
    print(f"invented: {done}, found out {share(found, done)}")


def misattributed(pool: list[Said], count: int, rng: random.Random, show: bool) -> None:
    """Sentences credited to another speaker of the same transcript."""
    rng.shuffle(pool)
    done = found = right = 0
    for said in pool:
        mine = surname(said.label)
        others = {n for t in said.source.turns if t.label and (n := surname(t.label)) and n != mine}
        if done == count or not others or not mine:
            continue
        done += 1
        report = run(said.words, rng.choice(sorted(others)), said.source)
        found += any(f.code == "V004" for f in report.findings)
        right += not any(f.code == "V004" for f in run(said.words, mine, said.source).findings)
        if show and not any(f.code == "V004" for f in report.findings):
            print(f"  other speaker: {said.label} {said.words!r}")
    print(
        f"credited to another speaker: {done}, found {share(found, done)}; credited to the right one and let be {share(right, done)}"  # noqa: E501
    )


def speed(sources: list[Source]) -> None:
    """An hour of transcript, some 9,000 words, with 40 quotations."""
    text = ""
    while len(text.split()) < 9_000:
        text += "\n\n".join(s.text for s in sources) + "\n\n"
    text = " ".join(text.split(" ")[:9_400])
    one = source(text, "hour", card=replace(sources[0].card, kind="transcript"))
    pool = list(sentences(one))[:: max(1, len(list(sentences(one))) // 40)][:40]
    quotes = "\n\n".join(f"“{s.words.rstrip('.')},” Pat Lee said." for s in pool)
    from verifier.article import from_text  # noqa: PLC0415
    from verifier.reading import analyse  # noqa: PLC0415
    from verifier.sources import compare, joined  # noqa: PLC0415

    analysis = analyse(from_text(f"A day of talk\n\n{quotes}\n"), Settings())
    empty = gather(Wanted())
    best_index = best = 1e9
    for _ in range(7):
        began = time.perf_counter()
        Searchable(fold(one.plain, one.hidden))
        best_index = min(best_index, time.perf_counter() - began)
        shelves = joined(empty, [one])
        began = time.perf_counter()
        compare(analysis, shelves)
        best = min(best, time.perf_counter() - began)
    print(
        f"{len(text.split())} words, {len(pool)} quotations: indexed in {best_index * 1000:.0f} ms, all compared in {best * 1000:.0f} ms"  # noqa: E501
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition(":")[0])
    parser.add_argument("folders", nargs="*", type=Path, default=[OWN])
    parser.add_argument("--half", choices=("even", "odd"))
    parser.add_argument("--count", type=int, default=360)
    parser.add_argument("--misses", action="store_true")
    given = parser.parse_args()
    sources = gather_all(given.folders, given.half)
    pool = [said for one in sources for said in sentences(one)]
    print(f"{len(sources)} transcripts, {len(pool)} sentences of {LEAST} words and more")
    changes(pool[:], given.count, random.Random(1), given.misses)  # noqa: S311 - repeatable, no secret
    invented(pool[:], 100, random.Random(2), given.misses)  # noqa: S311 - repeatable, no secret
    misattributed(pool[:], 100, random.Random(3), given.misses)  # noqa: S311 - repeatable, no secret
    speed(sources)


if __name__ == "__main__":
    main()
