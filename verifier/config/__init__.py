"""Configuration: what a file, the environment and flags say, and which of them holds for an article.

The file is ``verifier.toml``, or ``[tool.verifier]`` in ``pyproject.toml``, found upward from each article. Nothing
here reads the environment or the command line: their values are handed in, each with the name it was said by.
"""

from verifier.config._effective import Effective, Layer, Said, effective
from verifier.config._files import FileConfig, Finder
from verifier.config._words import from_words
from verifier.keys import MODEL_KEYS, in_words, keys_of

__all__ = [
    "MODEL_KEYS",
    "Effective",
    "FileConfig",
    "Finder",
    "Layer",
    "Said",
    "effective",
    "from_words",
    "in_words",
    "keys_of",
]
