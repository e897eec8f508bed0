"""Nouns of whoever and whatever can state something, joined once from the tables by subject."""

from __future__ import annotations

from verifier.english import nouns, people, titles

ONE_PERSON = titles.ROLES | people.NOUNS
"""What one person is: "the mayor", "a nurse"."""
PEOPLE_AND_BODIES = ONE_PERSON | nouns.PEOPLE | nouns.GROUPS
WITH_WORDS = PEOPLE_AND_BODIES | nouns.COLLECTIVES | nouns.DOCUMENTS | nouns.WORKS
"""Of these a statement can be, without a name: people, bodies, documents and other works that hold words."""
