"""What a person sees on the terminal."""

import re

from tests.report import samples
from verifier.report import FORMATS, Look
from verifier.report.models import Report

TEXT = "Talks end soon\n\nThe truce ends on March 1, they said.\n\nA tariff comes on March 2, he said.\n"
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def written(*reports: Report, name: str = "text", **look: bool | int) -> str:
    return FORMATS[name].open(len(reports), Look(**look)).whole(reports)  # type: ignore[arg-type]


def conflict() -> Report:
    sides = [(samples.span(TEXT, "March 2"), "the other date")]
    found = samples.finding([samples.span(TEXT, "March 1")], "warning", "March 1 and March 2.", sides, "D002")
    return samples.report(TEXT, findings=[found])


def test_a_finding_with_both_sides_and_its_question() -> None:
    assert written(conflict()) == (
        "desk/story.txt  Talks end soon\n"
        "\n"
        "  3:19  warning  D002 conflicting-dates\n"
        "    March 1 and March 2.\n"
        "    3 | The truce ends on March 1, they said.\n"
        "      |                   ^^^^^^^\n"
        "    5 | A tariff comes on March 2, he said.\n"
        "      |                   ------- the other date\n"
        "    → Ask the desk which one holds.\n"
        "\n"
        "  1 warning; 0 quotes, 0 claims\n"
        "\n"
    )


def test_two_places_on_one_line_share_it() -> None:
    text = "The truce ends on March 1 or March 2.\n"
    found = samples.finding([samples.span(text, "March 1")], related=[(samples.span(text, "March 2"), "here too")])
    out = written(samples.report(text, findings=[found]))
    assert out.count("The truce ends") == 1
    assert "                  ^^^^^^^    ------- here too\n" in out


def test_a_span_over_several_lines_is_marked_on_the_first() -> None:
    text = "One line here\nand another there\n"
    found = samples.finding([samples.span(text, "here\nand another")])
    out = written(samples.report(text, findings=[found]))
    assert "1 | One line here\n      |          ^^^^\n" in out


def test_many_places_are_counted_not_all_shown() -> None:
    text = "".join(f"Line {i} says US.\n" for i in range(9))
    found = samples.finding([samples.span(text, "US", i) for i in range(9)])
    out = written(samples.report(text, findings=[found]))
    assert out.count("^^") == 6
    assert "and 3 more places: 7:13, 8:13, 9:13" in out


def test_colours_only_when_asked_for_and_nothing_else_changes() -> None:
    plain, coloured = written(conflict()), written(conflict(), colour=True)
    assert "\x1b" not in plain
    assert "\x1b[" in coloured
    assert COLOUR.sub("", coloured) == plain


def test_escape_sequences_in_article_title_path_and_message_do_not_reach_the_terminal() -> None:
    evil = "\x1b]0;owned\x07\x1b[2J\x9b31m\u202e\u2066\x85\u2028"
    text = f"Head {evil} line\n\nThe word {evil} stands here.\n"
    found = samples.finding([samples.span(text, "word " + evil)], message=f"It says {evil} here.")
    report = samples.report(text, path=f"desk/{evil}.txt", findings=[found])
    for name in ("text", "concise"):
        out = written(report, name=name)
        assert not set(out) & set("\x1b\x07\x9b\u202e\u2066\x85\u2028")
        assert all(c.isprintable() or c == "\n" for c in out)
    assert "␛" in written(report)


def test_quiet_shows_findings_alone() -> None:
    assert "quotes" not in written(conflict(), quiet=True)
    assert written(samples.report(TEXT), quiet=True) == ""


def test_verbose_says_why() -> None:
    assert "stops trusting" in written(conflict(), verbose=True)
    assert "stops trusting" not in written(conflict())


def test_several_articles_end_with_a_line_for_all() -> None:
    assert written(conflict(), samples.report(TEXT)).endswith("2 articles: 1 warning; 0 quotes, 0 claims\n")


def test_the_summary_counts_quotes_by_whether_they_are_attributed() -> None:
    text = 'He said "yes".\n\n"No", "maybe".\n'
    claim = samples.claim(1, samples.span(text, "yes"), samples.speaker(samples.span(text, "He")))
    quotes = [samples.quote(1, samples.span(text, "yes"), claim), samples.quote(2, samples.span(text, "No"), None)]
    scare = samples.quote(3, samples.span(text, "maybe"), None, "scare")
    out = written(samples.report(text, quotes=[*quotes, scare], claims=[claim]))
    assert "no findings; 2 quotes (1 attributed, 1 unattributed), 1 claim\n" in out


def test_concise_is_one_line_a_finding() -> None:
    assert written(conflict(), name="concise") == "desk/story.txt:3:19: warning D002 March 1 and March 2.\n"
