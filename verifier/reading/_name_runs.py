"""Where names stand: runs of capitalised words, with particles, initials and the small words of an organisation."""

from __future__ import annotations

from verifier.article import Article
from verifier.english import inflection, names, places, titles
from verifier.english.everyday import CALENDAR, FUNCTION, everyday
from verifier.english.inflection import Form
from verifier.reading import tags
from verifier.reading._name_kinds import capital, initial
from verifier.reading.capitals import behind_heading, title_case
from verifier.reading.words import Words

_NICKNAME_OPENS = frozenset(("“", '"', "‘", "'", "''", "``"))
_NICKNAME_CLOSES = frozenset(("”", '"', "’", "'", "''"))
NICKNAME_MARKS = _NICKNAME_OPENS | _NICKNAME_CLOSES
_LONGEST = 24
"""No name has more words; a longer run of capitals is cut here."""
_MOST_FIELDS = 6
"""What a body may be for; a longer list is looked through once for each of its words."""
_LONGEST_FIELD = 4  # words from "and" to the end of a body's name
_TOP = 2
"""The first blocks, which may be a headline also where nothing says so."""


class Runs:
    """How far each run of capitals goes, and where the name in it begins."""

    def __init__(self, article: Article, words: Words, table: dict[str, str]) -> None:
        self.article = article
        self.words = words
        self.plain = article.plain
        self.outlets = table
        self.known = places.PLACES
        self.cap = [f[0].isupper() or ("-" in f and _opens_a_title(f)) for f in words.forms]
        self.small = words.small
        self.borne: dict[str, list[int]] = {}  # where a word stands as a surname, as far as that was asked
        self.blocks = {words.inside(p.span).start for p in article.paragraphs}
        self.heads = {words.inside(s.span).start for s in article.sentences}
        self.title_case = self._headings()

    def _headings(self) -> list[tuple[int, int]]:
        """Token ranges of headline-like blocks written with capitals throughout."""
        ranges = []
        for p in self.article.paragraphs:
            headline = p.kind in ("headline", "heading", "standfirst") or (
                p.index < _TOP and len(self.article.paragraphs) > _TOP
            )
            if headline and title_case(self.words, p.span):
                inside = self.words.inside(p.span)
                ranges.append((inside.start, inside.stop))
        return ranges

    def adjacent(self, i: int, j: int) -> bool:
        """Whether only blanks stand between tokens i and j, and no end of a paragraph."""
        return 0 < self.words.starts[j] - self.words.ends[i] <= 2 and j not in self.blocks

    def _extent(self, i: int) -> int:
        """The last token of the capitalised run from token i, with particles, initials and "of the" inside."""
        words, forms, lows = self.words, self.words.forms, self.words.lows
        n, last, j = len(forms), i, i
        while last - i < _LONGEST:
            if initial(words, j) and j + 2 < n and self.adjacent(j + 1, j + 2) and self.cap[j + 2]:
                last = j = j + 2
                continue
            j = last + 1
            if j < n and forms[j] == "," and (beyond := self._past_fields(i, last, j)) is not None:
                last = j = beyond
                continue
            if j >= n or not self.adjacent(last, j):
                return self._suffix(last)
            form = forms[j]
            if form in _NICKNAME_OPENS and (beyond := self._past_nickname(last, j)) is not None:
                last = j = beyond
                continue
            if capital(form) and lows[j] not in CALENDAR:
                if form == "I" or form.startswith(titles.PARTY_MARKS) or behind_heading(forms, i, j) == j:
                    return last
                last = j
                continue
            step = self._joint(i, last, j)
            if step is None:
                return self._suffix(last)
            last = j = step
        return last

    def _past_nickname(self, last: int, mark: int) -> int | None:
        """The word after a nickname in marks inside a name: Robert “Bob” [Hallam], Rolf "The Bull" [Dahl]."""
        forms = self.words.forms
        for close in range(mark + 2, min(mark + 5, len(forms) - 1)):
            if forms[close] in _NICKNAME_CLOSES:
                inside = forms[mark + 1 : close]
                named = all(f[0].isupper() for f in inside) and self.cap[close + 1] and self.adjacent(close, close + 1)
                return close + 1 if named and self.words.lows[last] not in FUNCTION else None
        return None

    def _past_fields(self, first: int, last: int, comma: int) -> int | None:
        """The last word of a body called by what it is for, told as a list: "the Culture[, Sports and Tourism Bureau]",
        "Department for Culture[, Media and Sport]"; None where it is no such body."""
        forms, lows = self.words.forms, self.words.lows
        fields, j = [last], comma
        while forms[j] == "," and j + 2 < len(forms) and self.cap[j + 1] and len(fields) < _MOST_FIELDS:
            fields.append(j + 1)
            j += 2
        if lows[j] != "and" or j + 1 >= len(forms) or not self.cap[j + 1]:
            return None
        end = j + 1
        while end + 1 < len(forms) and end - j < _LONGEST_FIELD and self.cap[end + 1] and self.adjacent(end, end + 1):
            end += 1
        headed = end > j + 1 and lows[end] in names.ORGANISATION_WORDS
        alone = lows[last - 1] == "the" and last - first <= 1
        of_what = any(map(_is_a_body, lows[first:last])) and not names.BODIES_OF_WHAT.isdisjoint(lows[first:last])
        fields += range(j + 1, end + (not headed))
        plain = all(map(_may_be_a_field, (lows[t] for t in fields)))
        return end if plain and ((headed and alone) or (of_what and end == j + 1)) else None

    def _suffix(self, last: int) -> int:
        lows = self.words.lows
        j = last + 1
        if j + 1 < len(lows) and lows[j] == "," and lows[j + 1] in names.GENERATIONS:
            return j + 1
        return last

    def _joint(self, first: int, last: int, j: int) -> int | None:
        """Where the run goes on behind a small word at j: "van der Berg", "Department of Justice"."""
        forms, lows = self.words.forms, self.words.lows
        k, n = j, len(forms)
        while k < n and k - j < 3 and lows[k] in names.PARTICLES and not self.cap[k] and self.adjacent(k - 1, k):
            k += 1
        if k < n and k > j and self.cap[k] and self.adjacent(k - 1, k) and lows[k] not in CALENDAR:
            return k
        if lows[j] not in names.JOINTS and not self._is_for_a_deed(last, j):
            return None
        k = j + 1
        if k < n and lows[k] == "the" and lows[j] in ("of", "for"):
            k += 1
        if k >= n or not self.cap[k] or lows[k] in CALENDAR or not self.adjacent(k - 1, k):
            return None
        return k if self._goes_on(first, last, k) else None

    def _is_for_a_deed(self, last: int, j: int) -> bool:
        """Whether "to" at j says what a body is there to do, in capitals: "Committee [to] Protect Journalists"."""
        lows = self.words.lows
        deed = lows[j] == "to" and j + 2 < len(lows) and tags.verb_forms().get(lows[j + 1], 0) & Form.BASE
        return (
            bool(deed)
            and _is_a_body(lows[last])
            and self.cap[j + 1]
            and self.cap[j + 2]
            and self.adjacent(j + 1, j + 2)
        )

    def _goes_on(self, first: int, last: int, k: int) -> bool:
        """Whether the name goes on at k behind a small word: "Department [of Justice]", "Minister [for Trade] Lee"."""
        lows = self.words.lows
        small = lows[last + 1]
        if small == "to":
            return True
        head = any(_is_a_body(lows[t]) for t in range(first, last + 1))
        holds = titles.office_holder(lows[last]) in titles.ROLES and lows[k] in names.OFFICES
        if holds and (small == "of" or lows[k] not in names.ORGANISATION_WORDS):
            return True  # "Minister for Trade", not "spokesman for House Speaker Lee"
        in_office = any(titles.office_holder(lows[t]) in titles.ROLES for t in range(first, last + 1))
        if in_office and small in ("of", "for") and self._field(k) > k:
            return True
        members = lows[last] in names.MEMBERS  # "Communications [Workers] of America", "[Citizens] for Clean Harbours"
        if small == "of":
            return head or lows[last] in names.BEFORE_OF or (members and first < last)
        if small in ("for", "on"):
            joined = members and small == "for" and not titles.is_given(self.words.forms[k])
            return (head or joined) and lows[k] not in FUNCTION
        return small == "&" or self._and_inside(first, k)

    def _field(self, k: int) -> int:
        """Where somebody's name begins behind the plain words from token k that say what he is in office for: "Director
        of News and [Sport] Ann Lee", "Chief of [Staff] Ann Lee"; k itself where it is not so."""
        forms, lows = self.words.forms, self.words.lows
        t = k
        while (
            t + 2 < len(forms)
            and t - k < _LONGEST_FIELD
            and self.cap[t]
            and (everyday(lows[t]) or lows[t] in names.OFFICES)
            and not titles.is_given(forms[t])
            and self.adjacent(t, t + 1)
        ):
            t += 1
        somebody = titles.is_given(forms[t]) and t + 1 < len(forms) and self.cap[t + 1] and self.adjacent(t, t + 1)
        return t if somebody else k

    def _and_inside(self, first: int, k: int) -> bool:
        """Whether "and" before token k belongs to one organisation's name, whose head word comes later:
        "House Oversight and Government Reform Committee", "Department of Health and Human Services"."""
        forms, lows = self.words.forms, self.words.lows
        t = k
        while t + 1 < len(forms) and self.cap[t + 1] and self.adjacent(t, t + 1) and t - k < 4:
            t += 1
        if lows[t] in names.BODIES_BEFORE_ON:
            return not any(lows[u] in titles.HONORIFICS for u in range(first, k))
        if self._is_of_two_fields(first, k, t) or self._is_of_two_quarters(k, t):
            return True
        before = lows[first : k - 1]
        of_what = not names.BODIES_OF_WHAT.isdisjoint(before) and not names.BODIES_WITH_AND.isdisjoint(before)
        field = lows[k : t + 1]  # "Public Affairs", not "Goldman Sachs", nor "Republican" before "lawmakers"
        plain = any(map(everyday, field)) and names.ORGANISATION_WORDS.isdisjoint(field)
        somebody = titles.is_given(forms[k]) or not names.PARTISANS.isdisjoint(field)
        return of_what and (t == k or plain) and not somebody

    def _is_of_two_fields(self, first: int, k: int, last: int) -> bool:
        """Whether a body is called by two plain things that it does: "the Health [and Safety Executive]", "Fire [and
        Rescue Service]"."""
        forms, lows = self.words.forms, self.words.lows
        if lows[last] not in names.BODIES_OF_TWO_FIELDS or last == k or not everyday(lows[k - 2]):
            return False
        fields = [k - 2, *range(k, last)]
        somebody = any(titles.is_given(forms[i]) or forms[i] in self.known or forms[i] in self.outlets for i in fields)
        return not somebody and names.ORGANISATION_WORDS.isdisjoint(lows[first : k - 1])

    def _is_of_two_quarters(self, k: int, last: int) -> bool:
        """Whether a body is called by two parts of one region: "the Central [and East European Coalition]"."""
        lows = self.words.lows
        quarters = lows[k - 2] in places.QUARTERS and lows[k] in places.QUARTERS
        return quarters and last > k and _is_a_body(lows[last])

    def _named(self, first: int, last: int) -> str:
        return self.plain[self.words.starts[first] : self.words.ends[last]]


def _opens_a_title(form: str) -> bool:
    """Whether a word in small letters has a title behind its hyphen: "then-Secretary"."""
    office = titles.office_holder(form)
    return office != form and office[0].isupper() and office.lower() in titles.ROLES


def _is_a_body(low: str) -> bool:
    """Whether a word is that of a body, or of several that bear one name: "National [Institutes] of Health"."""
    return low in names.ORGANISATION_WORDS or (low.endswith("s") and low[:-1] in names.ORGANISATION_WORDS)


def _may_be_a_field(low: str) -> bool:
    """Whether a body may be for what the word says: "media", "tourism", "agriculture"."""
    endings = inflection.NOUN_ENDINGS + inflection.OF_ADJECTIVES
    return everyday(low) or low in names.OFFICES or low.endswith(endings) or low.endswith("ism")
