"""The keys of a configuration: what may stand in each, and what is said where something else does.

A file, the environment and a program's own settings are held against the same tables, and told the same.
"""

from verifier.keys._problems import in_words, keys_of
from verifier.keys._programs import sensible, sensible_model
from verifier.keys._tables import MODEL_KEYS, TABLES, FailOn, FileTable

__all__ = [
    "MODEL_KEYS",
    "TABLES",
    "FailOn",
    "FileTable",
    "in_words",
    "keys_of",
    "sensible",
    "sensible_model",
]
