"""A raw mention of a name, and what stands behind it: letters in brackets, an age, a role in apposition."""

from __future__ import annotations

from dataclasses import dataclass

from verifier.english import closed, names, saying, titles
from verifier.english.inflection import Form
from verifier.reading import _saying, tags
from verifier.reading._model import EntityKind
from verifier.reading._name_openings import Openings


@dataclass(slots=True)
class Run:
    """A raw mention: token range of the bare name, where its title begins, and a guess at its kind."""

    first: int
    last: int
    start: int
    kind: EntityKind | None
    title: str | None = None
    alias: str | None = None
    canonical: str | None = None
    after_title: str | None = None
    gender: str | None = None
    headline: bool = False


class Behind(Openings):
    """What is read behind a name, of whom it makes somebody."""

    def _letters(self, run: Run) -> None:
        """Letters in brackets behind the name: an organisation's acronym, a lawmaker's party and state."""
        forms = self.words.forms
        t = run.last + 1
        if t + 2 >= len(forms) or forms[t] != "(":
            return
        inner = forms[t + 1]
        if (
            forms[t + 2] == ")"
            and not inner.startswith(titles.PARTY_MARKS)
            and len(inner) > 1
            and sum(c.isupper() for c in inner) > 1
        ):
            run.alias = inner.replace(".", "")
            if run.kind is None or run.kind == "person":
                run.kind = "organisation"
        elif inner.startswith(titles.PARTY_MARKS) or (
            inner.lower() in titles.PARTIES and forms[t + 2] in ("-", "–", "—", ".", ",")
        ):
            run.kind = "person"
            run.after_title = "lawmaker"

    def _behind(self, run: Run) -> None:
        """What follows shows a person: an age, a verb of saying, a role in apposition."""
        forms = self.words.forms
        t = run.last + 1
        n = len(forms)
        if t + 1 < n and forms[t] == "," and run.kind in ("person", None):
            if forms[t + 1].isdigit() and len(forms[t + 1]) <= 2 and t + 2 < n and forms[t + 2] in (",", "."):
                run.kind, run.after_title = "person", run.after_title
                return
            if not self._does_something(run, t + 1) and not self._is_where(run):
                self._apposition(run, t + 1)

    def _is_where(self, run: Run) -> bool:
        """Whether the sentence opens with where something is: "In [Ayr], the mayor, Ann Lee, said"."""
        before = run.start - 1
        return before in self.heads and self.words.lows[before] in closed.WHERE - {"of"}

    def _does_something(self, run: Run, t: int) -> bool:
        """Whether the comma behind a name closes what it is, and the verb follows: "The miller, [Jo Poe], leaned over
        to her brother"."""
        acts = tags.verb_forms().get(self.words.lows[t], 0) & Form.PAST
        return bool(acts) and run.start > 1 and self.words.forms[run.start - 1] == ","

    def _apposition(self, run: Run, t: int) -> None:
        """A role after a comma: "Jo Poe, the chief executive of Acme,"."""
        lows, forms = self.words.lows, self.words.forms
        stop = min(t + 9, len(forms))
        start = t
        if lows[t] in names.AFTER_A_COMMA:
            t += 1
        for u in range(t, stop):
            low = lows[u]
            if low in names.ENDED_BY or (not forms[u][0].isalpha() and low not in ("'s", "’s")):
                return
            if low in titles.ROLES:
                if (u == start and self.cap[u] and u + 1 < stop and self.cap[u + 1]) or self._says_it(u):
                    return
                run.after_title = self._named(start if lows[start] not in names.BEFORE_A_ROLE else t, u)
                run.kind = run.kind or "person"
                run.gender = run.gender or role_gender(low)
                return
            if low in names.FOLLOWED_BY:
                return

    def _says_it(self, role: int) -> bool:
        """Whether the role is the subject of a verb of saying: "the boat is Ann Lee's, [the captain said]"."""
        lows = self.words.lows
        for u in range(role + 1, min(role + 6, len(lows))):
            if lows[u] in saying.BY_PEOPLE or _saying.is_verb(lows[u]):
                return True
            if not lows[u][0].isalnum():
                return False
        return False


def role_gender(low: str) -> str | None:
    """The gender of whoever has a role, where its word tells."""
    if low in titles.FEMALE_ROLES:
        return "female"
    return "male" if low in titles.MALE_ROLES else None
