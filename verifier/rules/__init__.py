"""The catalogue: one file a family, each rule a function from what was read to the problems in it."""

from verifier.rules import dates, entities, numbers, quotes, references, sourcing, text, unaided
from verifier.rules._page import index, overview, page
from verifier.rules._rule import Check, Problem, Rule, catalogue, chosen, family, named, rule

__all__ = ["Check", "Problem", "Rule", "catalogue", "chosen", "family", "index", "named", "overview", "page", "rule"]

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
