"""What a mail says around the article in it: a note to the desk before it, a name and a signature behind it.

Told by its shape, in any language: lines that address somebody end with a comma, and so does the line above a name.
"""

from __future__ import annotations

import re

GREETING = "the note above the article in the mail: left out"
SIGNATURE = "the signature of the mail: left out"
HEAD = "the head of a mail that was passed on: left out"
_SIGNATURE = re.compile(r"^-- $", re.MULTILINE)
"""What parts a signature from the text: RFC 3676, 4.3."""
_SIGNED = 8
"""Lines of a signature, at most: below a longer one there may be the mail that was answered."""
_HEAD = re.compile(
    r"(?:^[> ]*[-_]{5}[^\n]*\n\s{0,20})?"  # "-----Original Message-----", or a rule
    r"(?P<lines>(?:^[> *]*[^\W\d][^:\n]{0,24}:[^\S\n]*[*]?[^\S\n]{0,3}\S[^\n]*"
    r"(?:\n[^\S\n]+\S[^\n]*){0,20}(?:\n|\Z)){3,12})",
    re.MULTILINE,
)
"""What a program writes above a mail that it passes on: lines of a word, a colon and what is told."""
_ADDRESS = re.compile(r"\S@\w")
_TIME = re.compile(r"\d[:.]\d\d")
_QUOTING = re.compile("^> ?", re.MULTILINE)
_PASSED_ON = re.compile(r"(?:[^\W\d_]{1,4}: ?){1,9}")
"""What a program puts before the subject of one: "Fwd:", in any language."""
_BLANK = re.compile(r"\n[^\S\n]*\n\s*")
_STOPS = tuple(".!?,:;…\"”’'»)")
_ADDRESSED = 5
"""Words of a line that addresses somebody, at most."""
_NOTE = 300
"""Characters of a note, at most."""
_HEADLINE = range(3, 21)
"""Words of a headline."""


def story(text: str, sender: str) -> tuple[str, tuple[str, ...]]:
    """A mail's text without what is said around the article, and what was left out. Nothing is, where it is not sure
    that an article follows: the mail may be a statement itself."""
    signed = _signed(text, sender)
    begun = _begun(signed)
    left_out = (GREETING,) * (begun != signed) + (SIGNATURE,) * (signed != text)
    return begun, left_out


def forwarded(text: str, subject: str) -> tuple[str, str, tuple[str, ...]]:
    """A mail's text without the heads of mails that were passed on in it, its subject as the first one had it, and what
    was left out."""
    heads = [m for m in _HEAD.finditer(text) if _is_head(m)]
    if not heads:
        return text, subject, ()
    prefix = _PASSED_ON.match(subject)
    own = subject[prefix.end() :].strip() if prefix else subject
    told = {line.partition(":")[2].strip(" *\t") for line in heads[0]["lines"].splitlines()}
    pieces, at, quoted = list[str](), 0, False
    for start, end, shown in [*((m.start(), m.end(), m["lines"]) for m in heads), (len(text), len(text), "")]:
        between = text[at:start]
        pieces.append((_QUOTING.sub("", between) if quoted else between).strip())
        at, quoted = end, shown.startswith(">")  # Apple's program quotes what it passes on
    return "\n\n".join(filter(None, pieces)), own if own in told else subject, (HEAD,)


def headless(text: str) -> str:
    """A text in which the lines of such heads are empty."""
    return _HEAD.sub(lambda m: "\n" * m[0].count("\n") if _is_head(m) else m[0], text)


def _is_head(found: re.Match[str]) -> bool:
    """Whether the lines are a mail's, and no card's: an address and a time are among them."""
    return bool(_ADDRESS.search(found["lines"]) and _TIME.search(found["lines"]))


def _signed(text: str, sender: str) -> str:
    mark = _SIGNATURE.search(text)
    kept = text[: mark.start()] if mark and len(text[mark.end() :].strip().splitlines()) <= _SIGNED else text
    lines = [line for line in kept.rstrip().splitlines() if line.strip()]
    names = sender.split()
    if len(lines) > 2 and names and _is_name(lines[-1], names) and lines[-2].rstrip().endswith(","):
        before = lines[-2].split()
        kept = kept[: kept.rindex(lines[-2])] if len(before) <= _ADDRESSED else kept
    return kept if any(c.isalnum() for c in kept) else text


def _is_name(line: str, names: list[str]) -> bool:
    return bool(line.split()) and set(line.split()) <= set(names)


def _begun(text: str) -> str:
    """From the headline on, where a paragraph at most stands between it and a line that addresses somebody."""
    blocks = _BLANK.split(text.strip(), maxsplit=4)
    first = blocks[0]
    if "\n" in first or not first.endswith(",") or len(first.split()) > _ADDRESSED:
        return text
    for at in (1, 2):
        if len(blocks) > at + 1 and _may_be_headline(blocks[at]):
            return text[text.index(blocks[at], text.index(first) + len(first)) :]
        if len(blocks) > at and len(blocks[at]) > _NOTE:
            break
    return text


def _may_be_headline(block: str) -> bool:
    return "\n" not in block and not block.endswith(_STOPS) and len(block.split()) in _HEADLINE
