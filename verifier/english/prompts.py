"""Instructions to language models, and what models leave behind."""

from __future__ import annotations

from verifier.english.lexicon import lexicon

# The rarest word of each instruction, and the words that make it one: all of a set must follow or precede nearby.
TRIGGERS: dict[str, tuple[tuple[frozenset[str], frozenset[str]], ...]] = {
    "ignore": (
        (frozenset("previous prior above preceding earlier all any".split()), frozenset(["instructions", "prompts"])),
    ),
    "disregard": (
        (frozenset("previous prior above preceding earlier all any".split()), frozenset(["instructions", "prompts"])),
    ),
    "forget": ((frozenset("previous prior above all your".split()), frozenset(["instructions", "prompts"])),),
    "ai": (
        (frozenset(["as"]), frozenset("language model assistant".split())),
        (
            frozenset("note instructions attention message".split()),
            frozenset(
                frozenset("reviewer reviewers checker checkers fact-checker fact-checkers model models".split()),
            ),
        ),
    ),
    "model": ((frozenset(["as"]), frozenset(["cannot", "can't", "trained"])),),
    "llm": (
        (
            frozenset("note instructions attention message if you".split()),
            frozenset("must should report output".split()),
        ),
    ),
    "prompt": ((frozenset(["system"]), frozenset([":"])),),
}
LEFT_BY_MODELS = (
    "as an ai language model",
    "as a language model",
    "i cannot fulfill that request",
    "i can't fulfill that request",
    "as of my last knowledge update",
    "as of my knowledge cutoff",
    "regenerate response",
    "here is a rewritten version",
    "here's a rewritten version",
    "here is the rewritten article",
    "here is the article rewritten",
)
DISCARD = lexicon("ignore disregard forget")
GIVEAWAYS = lexicon("ai language fulfill knowledge regenerate rewritten")
