"""What a reader of the page minds: findings in their own words, speakers told apart, whom to ring, nothing doubled."""

import re
from html import unescape
from pathlib import Path

from tests.report import samples
from tests.report.test_text import written
from verifier import check, source
from verifier._shortening import whole
from verifier.report import Look
from verifier.report._sides import around
from verifier.report._tally import Tally
from verifier.report.decisions import Decision
from verifier.report.html import HtmlWriter
from verifier.report.models import Report

TEXT = 'It waits until March 1, Ada Holm said.\n\nThe hike of March 2 hurts.\n\n"We never agreed."\n'


def conflict() -> Report:
    sides = [samples.span(TEXT, words) for words in ("March 2", "March 1")]
    said = samples.span(TEXT, "It waits until March 1,")
    return samples.report(
        TEXT,
        findings=[samples.finding(sides), samples.finding([samples.span(TEXT, '"We never agreed."')], code="Q001")],
        claims=[samples.claim(1, said, samples.speaker(samples.span(TEXT, "Ada Holm")), kind="indirect")],
        quotes=[samples.quote(1, samples.span(TEXT, '"We never agreed."'), None)],
    )


def bare(page: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", "", page)).split())


def part(page: str, start: str, end: str) -> str:
    return page.split(start, 1)[1].split(end, 1)[0]


def test_errors_stand_before_warnings_in_what_is_to_check_and_keep_their_numbers() -> None:
    text = "Tram opens\n\nMany say so. It costs 4 crowns. Some doubt it. It costs 5 crowns.\n"
    found = [
        samples.finding([samples.span(text, words)], severity=severity, message=f"Look at {words}.")
        for words, severity in (
            ("Many", "warning"), ("4 crowns", "error"), ("Some", "warning"), ("5 crowns", "error"),
        )
    ]  # fmt: skip
    todo = part(written(samples.report(text, findings=found), name="html"), '<ol class="todo">', "</ol>")
    order = re.findall(r'<li value="(\w+)" class="(\w+)', todo)
    assert order == [("2", "error"), ("4", "error"), ("1", "warning"), ("3", "warning")]


def test_the_list_on_top_gives_both_values_and_the_quotation_each_with_its_line() -> None:
    todo = bare(part(written(conflict(), name="html"), '<ol class="todo">', "</ol>"))
    assert "line 3 March 2, line 1 March 1" in todo
    assert 'line 5 "We never agreed."' in todo


def test_the_list_on_top_comes_before_what_is_covered() -> None:
    page = written(conflict(), name="html")
    assert page.index('class="todo"') < page.index('class="lanes"')


def test_what_was_decided_stands_in_the_list_on_top_and_is_escaped() -> None:
    ruled = Decision(decision="mend", should_read="March <3>")
    first, second = conflict().findings
    report = conflict().model_copy(update={"findings": (first, second.model_copy(update={"fingerprint": "1" * 16}))})
    page = HtmlWriter(1, Look(), {first.fingerprint: ruled}).whole([report])
    todo, decided = page.split('<ol class="todo">')[1:]
    assert "Mend: <bdi>“March &lt;3&gt;”</bdi>" in decided.partition("</ol>")[0]
    assert "We never agreed." in todo
    assert "March" not in todo.partition("</ol>")[0]
    assert "The hike of March 2 hurts." not in bare(part(page, 'class="panel calls"', "</section>"))


def test_what_is_to_be_read_again_is_asked_of_no_person() -> None:
    text = 'Fares rise\n\n"The fare will be 4 crowns," Ada Holm said.\n'
    page = written(check(text, sources=[source("Ada Holm: The fare may be 4 crowns.", "release")]), name="html")
    sheet = bare(part(page, 'class="panel calls"', "</section>"))
    assert "In the sources" in sheet
    assert "Ada Holm" not in sheet.partition("In the sources")[0]


def test_questions_are_ticked_and_grouped_by_whom_to_ring_with_both_sides() -> None:
    sheet = part(written(conflict(), name="html"), 'class="panel calls"', "</section>")
    ada, nobody = sheet.split('<div class="call">')[1:]
    assert "Ada Holm" in ada
    assert "Line 3: The hike of March 2 hurts." in bare(ada)
    assert "Line 1: It waits until March 1, Ada Holm said." in bare(ada)
    assert "The writer, or whoever can tell" in nobody
    assert sheet.count('type="checkbox"') == 2


def test_words_cut_out_of_their_line_have_dots_where_it_goes_on() -> None:
    text = "Fares\n\nThe board of the harbour said in May that 14 boats sail in the summer and nine in the winter.\n"
    found = samples.finding([samples.span(text, "14 boats"), samples.span(text, "Fares")])
    page = bare(written(samples.report(text, findings=[found]), name="html"))
    assert "… in May that 14 boats sail in the summer and nine …" in page
    assert "Fares …" not in page


def test_a_passage_of_a_source_has_dots_where_its_sentence_is_cut() -> None:
    said = (
        "The members of the harbour board have told everybody here for a long time that the fare will be 4 crowns"
        " in the summer and perhaps also in the winter, as long as the grant that was promised to all comes in time."
    )
    text = 'Fares rise\n\n"The fare will be 4 crowns in the summer," the board told a meeting.\n'
    report = check(text, sources=[source(said, "release")])
    (one,) = [e for e in report.evidence if "4 crowns in" in e.article.text]
    before, after = around(one)
    assert before.startswith("… ")
    assert after.endswith(" …")
    assert before[2:] + one.span.text + after[:-1] in said


def test_quotation_marks_are_not_doubled() -> None:
    page = written(conflict(), name="html")
    assert "“We never agreed.”" in bare(page.split('class="panel accounts"')[1])
    assert not re.search('[“”]["“”]|["“”][“”]', bare(page))


def test_a_figure_that_is_accounted_for_stands_among_its_words() -> None:
    page = written(
        check("Fares\n\nThe board, which met at noon, sold 412 tickets for the ferry in May.\n"), name="html"
    )
    (row,) = re.findall(r'<li class="open">.*?</li>', page.split('class="panel accounts"')[1])
    assert "at noon, sold 412 tickets for the ferry in May." in bare(row)


def test_speakers_beyond_the_tenth_look_like_nobody_else() -> None:
    names = [f"Ada {c}olm" for c in "ABCDEFGHIJKLMN"]
    text = "\n\n".join(f"It will rain, {name} said." for name in names)
    claims = [
        samples.claim(n, samples.span(text, "It will rain,", n - 1), samples.speaker(samples.span(text, name)))
        for n, name in enumerate(names, 1)
    ]
    page = written(samples.report(text, claims=claims), name="html")
    chips = re.findall(r'class="chip (s\d+)" href', page)
    assert len(chips) == len(set(chips)) == len(names)
    style = part(page, "<style>", "</style>")
    assert all(re.search(rf"\.{chip}\b", style) for chip in chips)


def test_an_age_and_a_handful_in_words_want_no_source() -> None:
    figures = check("Fire\n\nA 29-year-old came. Four of her colleagues left. Some 300 people stayed.").coverage.figures
    assert [s.text for s in figures.uncovered] == ["300"]
    assert figures.total == 1


def test_a_file_without_prose_says_so_and_one_with_prose_does_not() -> None:
    rows = check("name,town\n\nHolm,Hexley\n\nLund,Brill\n")
    for name in ("text", "markdown"):
        assert "no sentence of prose" in written(rows, name=name)
    assert "no sentence of prose" in written(rows, name="html")
    assert "no findings" in written(check("The ferry sails on Monday."), name="text")
    assert (
        (Tally.of(rows) + Tally.of(check("It sails on Monday."))).found().startswith("no findings (1 article without")
    )


def test_a_cut_parts_no_letter_from_its_accent() -> None:
    assert whole("ae\u0301a", 2) == 1
    assert whole("x\U0001f469\u200d\U0001f680", 2) == 1
    assert whole("x\U0001f469\u200d\U0001f680", 3) == 1
    assert whole("plain", 3) == 3


def test_the_words_of_both_places_stand_without_the_comma_of_their_sentence() -> None:
    text = '"We sail in May," Lee said.\n\n"We sail in June," Lee said.\n'
    sides = [samples.span(text, words) for words in ("We sail in May,", "We sail in June,")]
    page = written(samples.report(text, findings=[samples.finding(sides)]), name="html")
    assert "line 1 We sail in May, line 3 We sail in June" in bare(part(page, '<ol class="todo">', "</ol>"))
    assert ",," not in bare(page)


def test_a_place_in_a_word_file_is_told_by_its_paragraph_on_the_page() -> None:
    page = written(conflict().model_copy(update={"article": samples.report(TEXT, path="a.docx").article}), name="html")
    assert "paragraph 2 March 2, paragraph 1 March 1" in bare(page)
    assert not re.search(r"\b[Ll]ine \d", bare(page))


def test_a_blank_between_two_marks_is_no_link_to_whoever_listens() -> None:
    text = "It closed on May 4 at noon.\n"
    found = [samples.finding([samples.span(text, words)]) for words in ("May 4 at noon", "May 4", "at noon")]
    page = written(samples.report(text, findings=found), name="html")
    assert re.search(r'<a [^>]*aria-hidden="true"[^>]*> </a>', page)
    assert not re.search(r'<a (?![^>]*aria-hidden)[^>]*tabindex="-1"[^>]*>\s*</a>', page)


def test_a_source_that_the_article_was_not_held_against_is_told_on_top() -> None:
    story = (Path(__file__).parents[2] / "seeds" / "ferry-fares.txt").read_text(encoding="utf-8")
    report = check(story, sources=[source(story, name="copy")])
    head = bare(part(written(report, name="html"), "<main>", "</header>"))
    assert "copy, not compared: holds the article itself" in head
