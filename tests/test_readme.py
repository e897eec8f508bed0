"""What README, CONTRIBUTING and the pages in docs/ promise is true: every command in them runs."""

import json
import os
import re
import shlex
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner

from tests import ready
from tests.model.scripted import endpoint
from verifier import check, read
from verifier.cli import commands
from verifier.report import FORMATS

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
STORY = "Council meets\n\nThe council met on Monday, the mayor said.\n"
ENDPOINT = re.compile(r"(--base-url )\S+")


def blocks(language: str = "") -> Iterator[tuple[str, str]]:
    """Every block of a language in the pages, with where it stands; the command pages are the commands' own help."""
    for page in PAGES:
        words = page.read_text(encoding="utf-8")
        if page.name == "commands.md":
            continue
        for found in re.finditer(rf"(?ms)^```{language}\n(.*?)^```", words):
            yield f"{page.name}:{words[: found.start()].count(chr(10)) + 2}", found[1]


def is_command(line: str) -> bool:
    return bool(re.match(r"(?:[a-z]+ [^|#]*\| |[a-z]+ \| )?verifier [a-z]", line))


# A block that begins with something else shows what a command says.
SESSIONS = [(where, block.splitlines()) for where, block in blocks() if is_command(block)]
PYTHON = list(blocks("python"))


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A desk's folder with everything that the pages speak of."""
    folder = tmp_path_factory.mktemp("desk")
    for name in ("drafts", "news", "wire", "mine", "gold", "seeds", "cassettes", "bin"):
        (folder / name).mkdir()
    for name in ("story.txt", "story.md", "before.txt", "after.txt", "drafts/a.txt", "news/a.txt"):
        (folder / name).write_text(STORY, encoding="utf-8")
    (folder / "wire" / "b.html").write_text("<p>Council meets.</p>\n\n<p>It met on Monday.</p>", encoding="utf-8")
    for name in ("seeds/china-trade-talks.txt", "seeds/china-trade-talks.yaml", "cassettes/china-trade-talks.json"):
        shutil.copy(ROOT / name, folder / name)
    shutil.copy(ROOT / "seeds/ferry-fares.txt", folder / "seeds")
    for seed in (folder / "seeds").iterdir():
        shutil.copy(seed, folder / "gold")
    shutil.copytree(ROOT / "seeds/sources", folder / "seeds/sources")
    shutil.copy(ROOT / "prompts" / "statements.md", folder / "mine")
    report = check(read(folder / "story.txt")).model_dump_json()
    for name in ("monday.json", "tuesday.json"):
        (folder / name).write_text(report, encoding="utf-8")
    ready.tool(folder / "bin" / "verifier")
    (folder / "bin" / "pbpaste").write_text("#!/bin/sh\ncat story.txt\n", encoding="utf-8")
    (folder / "bin" / "pbpaste").chmod(0o755)
    for git in ("init -q", "add story.md", "-c user.name=a -c user.email=a@example.org commit -qm story"):
        subprocess.run(["git", *git.split()], cwd=folder, check=True)  # noqa: S607
    return folder


@pytest.fixture
def desk(kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it, to work in; no key, no cache and no endpoint but what a test gives."""
    folder = tmp_path / "desk"
    shutil.copytree(kept, folder)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("PATH", f"{folder / 'bin'}:{os.environ['PATH']}")
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "VERIFIER_MODEL"):
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.mark.parametrize(("where", "lines"), SESSIONS, ids=[where for where, _ in SESSIONS])
@pytest.mark.usefixtures("desk")
def test_every_command_runs(where: str, lines: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    if "--compare before.json" in " ".join(lines):
        assert run("verifier eval seeds/ -o json=before.json")[0] in {0, 1}
    if "-o json=report.json" not in lines[0] and "report.json" in " ".join(lines):
        assert run("verifier check story.txt -o json=report.json")[0] in {0, 1}
    with endpoint() as at:
        monkeypatch.setenv("OPENAI_BASE_URL", at.url)
        for line in lines:
            assert is_command(line), f"{where}: {line}"
            code, said = run(ENDPOINT.sub(rf"\g<1>{at.url}", line))
            assert code in {0, 1}, f"{where}: {line}\n{said}"


def test_what_is_named_in_passing_exists() -> None:
    """Commands within a sentence have places for names, and do not run; their options must be real ones."""
    context = commands.make_context("verifier", [], resilient_parsing=True)
    for page in [*PAGES, ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md"]:
        for name, rest in re.findall(r"`verifier ([a-z]+)([^`]*)`", page.read_text(encoding="utf-8")):
            command = commands.get_command(context, name)
            assert command is not None, f"{page.name}: verifier {name}"
            below = getattr(command, "commands", {}).get((rest.split() or [""])[0])
            params = [*command.params, *(below.params if below else [])]
            known = {option for param in params for option in (*param.opts, *param.secondary_opts)}
            assert set(re.findall(r"--[a-z-]+", rest)) <= known, f"{page.name}: verifier {name}{rest}"


def run(line: str) -> tuple[int, str]:
    """One line of a page, as a shell would take it: the exit code, and what was said."""
    words = shlex.split(line, comments=True)
    if words[1] in ("review", "desk") and "--export" not in words:
        return served(words)
    if words[0] != "verifier":
        piped = subprocess.run(["sh", "-c", line], capture_output=True, text=True, check=False)  # noqa: S607
        return piped.returncode, piped.stdout + piped.stderr
    done = CliRunner().invoke(commands, words[1:])
    return (2 if isinstance(done.exception, Exception) else done.exit_code), f"{done.output}{done.exception or ''}"


def served(words: list[str]) -> tuple[int, str]:
    """A server, until it has told its address."""
    server = ready.start(*words[1:])
    said = server.stdout.readline()
    server.send_signal(signal.SIGTERM)
    _, errors = server.communicate(timeout=60)
    return (0 if "http://127.0.0.1" in said else 2), said + errors


@pytest.mark.parametrize(("where", "example"), PYTHON, ids=[where for where, _ in PYTHON])
def test_every_python_example_runs(where: str, example: str, desk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = docx.Document()
    for paragraph in STORY.split("\n\n"):
        document.add_paragraph(paragraph)
    document.save(str(desk / "story.docx"))
    if "verifier_report" in example:
        (desk / "test_articles.py").write_text(example, encoding="utf-8")
        named = ("-p", "verifier.pytest_plugin", "-p", "no:cacheprovider")
        alone = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}  # what else lies here takes seconds
        done = ready.pytest("-q", "--rootdir", str(desk), *named, "test_articles.py", cwd=desk, env=alone).ended()
        assert done.returncode == 0, f"{where}\n{done.stdout}"
        return
    with endpoint() as at:
        exec(example.replace("http://127.0.0.1:8080/v1", at.url), {"text": STORY})  # noqa: S102 - our own pages
    if "February 30" in example:
        assert capsys.readouterr().out.startswith("D003 ")


def test_the_ci_example_gives_its_exit_code_and_files_on_the_recorded_cassette(desk: Path) -> None:
    readme = PAGES[0].read_text(encoding="utf-8")
    (line,) = re.findall(r"(?m)^verifier check .*--cassette.*$", readme)
    code, said = run(line)
    assert "exit code 1" in readme
    assert code == 1
    assert "missing" not in said
    (sarif,) = json.loads((desk / "verifier.sarif").read_text(encoding="utf-8"))["runs"]
    assert [r["level"] for r in sarif["results"]].count("error") == 2


def test_every_format_is_described_and_no_other() -> None:
    page = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
    assert re.findall(r"(?m)^\| `([\w-]+)` \| [^|]*\|$", page) == list(FORMATS)


def test_every_link_leads_somewhere() -> None:
    for page in [*PAGES, ROOT / "CONTRIBUTING.md"]:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[\w-]+)?\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_every_page_can_be_reached_from_the_readme() -> None:
    linked = set(re.findall(r"\]\(docs/([^)#]+\.md)", PAGES[0].read_text(encoding="utf-8")))
    assert {page.name for page in PAGES[1:]} - linked == {"segmenters.md"}


def test_the_make_targets_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    pages = [*PAGES, ROOT / "CONTRIBUTING.md"]
    for target in set(re.findall(r"(?m)(?:`|^)make (\w+)", "\n".join(p.read_text(encoding="utf-8") for p in pages))):
        assert re.search(rf"(?m)^{target}:", makefile), target
