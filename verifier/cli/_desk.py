"""What holds for each article, once flags, environment and files have had their say."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from verifier._exceptions import UsageError
from verifier.cli import _environment
from verifier.cli._choices import Choices
from verifier.cli._model_options import Asking
from verifier.config import MODEL_KEYS, Effective, FileConfig, Finder, Layer, Said, effective


@dataclass(slots=True)
class Desk:
    """Tells what holds for each article: flags before environment, environment before the file above the article."""

    choices: Choices
    asking: Asking
    _finder: Finder = field(default_factory=Finder)
    _environment: Layer = field(default_factory=_environment.layer)
    _named: FileConfig | None = None

    def __post_init__(self) -> None:
        if self.choices.config and self.choices.isolated:
            raise UsageError("--config and --isolated: which of the two?")
        if self.choices.quote_policy:
            from verifier.sources import problem_with  # noqa: PLC0415 - a run without sources does not need it

            if problem := problem_with(self.choices.quote_policy):
                raise UsageError(problem)
        if self.choices.config:
            self._named = self._finder.named(self.choices.config)

    def of(self, article: str) -> Effective:
        """What holds for an article of this name.

        Raises:
            UsageError: its configuration file is wrong.
        """
        path = Path(article)
        file = self._named
        if file is None and not self.choices.isolated:
            file = self._finder.above(path.parent)
        return effective(path, file, self._environment, self._flags())

    def _flags(self) -> Layer:
        said = {
            "select": self.choices.select,
            "ignore": self.choices.ignore,
            "fail-on": self.choices.fail_on,
            "comments": self.choices.comments,
            "candidates": self.choices.candidates,
            "language": self.choices.language,
        }
        sources = {
            "sources.files": Said((*self.choices.source, *self.choices.sources), "--source"),
            "sources.quote-policy": Said(self.choices.quote_policy, "--quote-policy"),
        }
        flags = {key: Said(value, f"--{key}") for key, value in said.items() if value not in (None, ())}
        told = {key: said for key, said in sources.items() if said.value}
        return {**flags, **told, **_about_model(self.asking)}

    def trusts(self, effective: Effective) -> bool:
        """Whether what the file says about a model counts: it may send the article, and with it the key, anywhere.

        A file that came with the articles must not do that: it counts from the folder we stand in or one above it,
        or where the caller names it.
        """
        file = effective.file
        return file is None or file is self._named or Path.cwd().is_relative_to(file.folder)

    def may_have_the_key(self, effective: Effective) -> bool:
        """Whether the endpoint was named by the caller: one that only a file found above us names gets no key, for the
        folder may be a stranger's."""
        file, endpoint = effective.file, effective.values.get("model.base-url")
        return endpoint is None or file is None or file is self._named or not endpoint.source.startswith(file.shown)


def _about_model(asking: Asking) -> Layer:
    """What the flags say that a configuration could say, too."""
    said = {key: (getattr(asking, key.replace("-", "_")), f"--{key}") for key in MODEL_KEYS if key != "name"}
    said["name"] = (asking.model, "--model")
    return {f"model.{key}": Said(value, flag) for key, (value, flag) in said.items() if value is not None}
