"""Articles of our own for the tests: short, with a conflict of dates, quotations with and without a speaker."""

STORY = """Ferry line to close for repairs

The Brent Island ferry will close on May 3, 2021, harbour chief Ana Ruiz said on Monday.

"We will not run a single boat until the pier is safe," Ruiz told reporters.

The operator, Northline, carries 1.2 million passengers a year. "That is a lot of people to leave on the quay."

Ruiz promised to pay the crews in full. "We will look at every contract," she said.

The ferry closed on February 30, 2021, a spokesman said.
"""
"""D003 (February 30) is a finding of the rules that nothing a model says may touch."""


def long_story(paragraphs: int) -> str:
    """A story of so many paragraphs, each of its own."""
    towns = ("Alder", "Birch", "Cedar", "Elm", "Fir", "Hazel", "Juniper", "Larch")
    told = [
        f"The council of {towns[at % len(towns)]} spent {at + 11} million dollars on road {at + 100}."
        for at in range(paragraphs)
    ]
    return "Councils spend more on roads\n\n" + "\n\n".join(told) + "\n"
