"""What the README promises is true."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from verifier.cli import commands
from verifier.report import FORMATS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = "".join(re.findall(r"(?ms)^```\n(.*?)^```", README))
COMMANDS = re.findall(r"(?m)^(?:pbpaste \| )?(verifier [^#\n]*)", BLOCKS)


def test_the_python_example_runs(capsys: pytest.CaptureFixture[str]) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", README, re.S)
    exec(example, {})  # noqa: S102 - our own README
    assert capsys.readouterr().out.startswith("D003 ")


@pytest.mark.parametrize("line", [c for c in COMMANDS if not c.startswith(("verifier doctor", "verifier review"))])
def test_every_command_runs(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for folder in ("drafts", "wire", "seeds"):
        (tmp_path / folder).mkdir()
    for name in ("story.txt", "drafts/a.txt", "wire/b.html", "seeds/china-trade-talks.txt"):
        (tmp_path / name).write_text("<p>Council meets.</p>\n\n<p>The council met on Monday.</p>", encoding="utf-8")
    line = (
        re.sub(r"--model NAME --base-url \S+( --dry-run)?", "", line) if "check" in line else line
    )  # no endpoint here
    done = CliRunner().invoke(commands, shlex.split(line)[1:], input="Council meets.\n\nIt met on Monday.\n")
    assert done.exit_code in {0, 1}, done.output
    assert done.exception is None or isinstance(done.exception, SystemExit)


def test_every_format_is_described_and_no_other() -> None:
    assert re.findall(r"(?m)^\| `([\w-]+)` \|", README) == list(FORMATS)


def test_the_make_targets_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    contributing = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    for target in re.findall(r"make (\w+)", README + contributing):
        if target in {"demo", "test"} or f"`make {target}`" in contributing + README:
            assert re.search(rf"(?m)^{target}:", makefile), target
