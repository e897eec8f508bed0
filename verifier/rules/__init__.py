"""The catalogue: one file a family, each rule a function from what was read to the problems in it."""

from verifier.rules import dates, entities, numbers, quotes, references, sourcing, text, unaided
from verifier.rules._page import index, overview, page
from verifier.rules._rule import Check, Problem, Rule, catalogue, chosen, family, named, problem_with, ran, rule
from verifier.rules.text.style import problem_with_style

__all__ = [
    "Check",
    "Problem",
    "Rule",
    "catalogue",
    "chosen",
    "family",
    "index",
    "named",
    "overview",
    "page",
    "problem_with",
    "problem_with_style",
    "ran",
    "rule",
]

_FAMILIES = (
    dates,
    entities,
    numbers,
    quotes,
    references,
    sourcing,
    text,
    unaided,
)  # importing a family enters its rules
