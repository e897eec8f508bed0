"""What an article is held against: transcripts, releases and other documents; places found, differences typed.

``gather`` reads files and folders, ``from_text`` takes a text, ``compare`` holds an article against them. Nothing here
is loaded by a run without sources.
"""

from verifier.sources._against import compare
from verifier.sources._held import Fact, Held
from verifier.sources._library import Library, Wanted, gather, joined
from verifier.sources._model import Card, Source
from verifier.sources._paraphrased import Paraphrase, Rest, paraphrases
from verifier.sources._policy import DEFAULT, POLICIES, problem_with
from verifier.sources._reading import from_text
from verifier.sources._typing import Difference

__all__ = [
    "DEFAULT",
    "POLICIES",
    "Card",
    "Difference",
    "Fact",
    "Held",
    "Library",
    "Paraphrase",
    "Rest",
    "Source",
    "Wanted",
    "compare",
    "from_text",
    "gather",
    "joined",
    "paraphrases",
    "problem_with",
]
