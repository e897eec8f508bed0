"""What templates are given is escaped, whatever it is and wherever it stands."""

from pathlib import Path

import pytest
from jinja2 import Environment, UndefinedError
from markupsafe import Markup, escape

from verifier.report._templates import environment


class Shouting:
    """An object that is neither text nor markup."""

    def __str__(self) -> str:
        return "<b>&'\""


TEMPLATE = """{% macro inner(words) %}<i>{{ words }}</i>{% endmacro %}
{% set kept %}<u>{{ words }}</u>{% endset %}
{{ words }}{{ inner(words) }}{{ kept }}{% for word in [words] %}{{ word }}{{ word ~ "&" }}{% endfor %}
<a title="{{ words if words else "&" }}">{{ words | string | lower | trim }}</a>{{ "<" }}"""


@pytest.mark.parametrize("words", ["plain", "<b>", "a & b", '"', "'", "&amp;", "<script>\x00", "", 7, None, Shouting()])
def test_whatever_stands_in_a_template_is_escaped_as_jinja_does_it(words: object, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(TEMPLATE, encoding="utf-8")
    shown = environment(tmp_path).get_template("a.html").render(words=words)
    jinja = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    assert shown == jinja.from_string(TEMPLATE).render(words=words)
    assert shown.count(str(escape(words))) >= 5
    assert "<b>" not in shown


def test_what_is_markup_already_stands_as_it_is_and_what_there_is_not_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("{{ words }}", encoding="utf-8")
    template = environment(tmp_path).get_template("a.html")
    assert template.render(words=Markup("<b>&amp;</b>")) == "<b>&amp;</b>"
    with pytest.raises(UndefinedError):
        template.render()
