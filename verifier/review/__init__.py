"""The review desk: a local web server on which a checker clears articles, and the file that keeps what was decided.

``records`` says what a decision is, ``library`` which articles are on the desk, ``ledger`` keeps every decision with
its history, ``door`` and ``guard`` let in who was invited and nobody else, ``web`` serves the pages, ``exports`` takes
the decisions out.
"""
