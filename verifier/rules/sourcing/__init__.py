"""Where statements come from (S). One module a rule; importing a module enters its rule into the catalogue."""

from verifier.rules.sourcing import conflict, secondhand, unsourced

__all__ = ["conflict", "secondhand", "unsourced"]
