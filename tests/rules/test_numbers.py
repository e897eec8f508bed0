"""What the number rules show of a conflict."""

from verifier import Settings, check


def test_a_conflict_names_both_values_and_shows_both_places() -> None:
    text = "Ferry accident kills 12 passengers\n\nA ferry accident killed 15 passengers on the lake on Sunday."
    (finding,) = check(text, Settings(select=("N001",))).findings
    assert {finding.spans[0].text, finding.related[0].span.text} == {"12", "15"}
    assert "12" in finding.message
    assert "15" in finding.message
