"""Nouns, and words that only look like plurals."""

from __future__ import annotations

from verifier.english.lexicon import lexicon

PLURALS = lexicon("people men women children police feet teeth troops mice media cattle")
ENDS_LIKE_A_PLURAL = lexicon("was is has does as his its this us less plus versus thus yes")
NOT_TAKEN_UP = """
first last next past other others remaining additional another further extra previous former earlier initial original
following coming top average more fewer same average minimum maximum final second third each per ago old
"""
WHOLES = lexicon("money total sum amount funds cash haul donations proceeds")
NO_PLURALS = lexicon(
    "is was has his this its as us yes thus plus always perhaps besides does says news less across series means "
    "politics economics whereas unless towards afterwards sometimes business process access congress press success "
    "progress status gas bus class loss pass address virus crisis basis analysis plans"
)
SINGULARS = {"people": "people", "men": "man", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth"}
PLURAL_HEADS = lexicon("people police many some")
PEOPLE = lexicon("people men women children")
NO_MATTER = lexicon("percent million billion year people dollars")
