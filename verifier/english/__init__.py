"""English: what the words are. Tables by subject, and the little code that only English needs; README.md is the guide.

The floor under all others: it knows nothing of articles, and everything above asks it.
"""
