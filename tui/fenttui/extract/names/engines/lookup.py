"""The engine of a given name: the program's own, or one that an installed package registers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from fenttui.extract.names.engines.engine import Engine, SpanFinder, own_names
from fenttui.extract.names.engines.spacy_engine import SpacyEngine
from fenttui.extract.names.engines.spans import BadSpanError, names_from_spans
from fenttui.extract.text.tokens import Tokens, tokenize
from fenttui.problem import Problem, ProblemError
from fenttui.visible import visible_line

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from fenttui.extract.names.name import Name
    from fenttui.settings.types import ExtractSettings

GROUP = "fenttui.engines"
"""The group of entry points that engines are registered in."""
OWN_ENGINE = "fenttui"
"""The name of the program's own recognizer, which no other engine can take."""


@dataclass(frozen=True, slots=True)
class _OtherEngine:
    """An engine of another package behind our interface."""

    name: str
    find: SpanFinder

    def __call__(self, tokens: Tokens) -> list[Name]:
        try:
            return names_from_spans(self.find(tokens.text), tokens)
        except BadSpanError as error:
            raise _problem(self.name, f"it {error}; renew or uninstall its package") from None
        except ProblemError:
            raise
        except Exception as error:
            # Any error in a package that is not ours.
            raise _failure(self.name, error) from error


def engine_of(settings: ExtractSettings) -> Engine:
    """Return the engine that the settings ask for, ready for use: it has answered an empty text.

    Raises:
        ProblemError: no installed package has that engine, or it cannot be used.
    """
    if settings.engine == OWN_ENGINE:
        return own_names
    entry = _entry_point(settings.engine)
    try:
        find = entry.load()
    except Exception as error:
        raise _failure(settings.engine, error) from error
    if isinstance(find, SpacyEngine):
        find = replace(find, pipeline=settings.spacy_pipeline)
    if not callable(find):
        raise _problem(settings.engine, "it is nothing that can be called; renew or uninstall its package")
    engine = _OtherEngine(settings.engine, find)
    engine(tokenize(""))
    return engine


def check_engine(name: str) -> None:
    """Make sure that there is an engine of that name, without loading it.

    Raises:
        ProblemError: no installed package has it.
    """
    if name != OWN_ENGINE:
        _entry_point(name)


def engine_names() -> tuple[str, ...]:
    """The names of all engines that can be asked for, the program's own first."""
    from importlib.metadata import entry_points  # noqa: PLC0415 - not at start

    return OWN_ENGINE, *sorted(entry_points(group=GROUP).names - {OWN_ENGINE})


def _entry_point(name: str) -> EntryPoint:
    # ~15 ms to import and to look through the installed packages: only where another engine is asked for.
    from importlib.metadata import entry_points  # noqa: PLC0415

    registered = entry_points(group=GROUP)
    found = [entry for entry in registered if entry.name == name]
    if len(found) == 1:
        return found[0]
    if found:
        packages = ", ".join(sorted(entry.dist.name if entry.dist else entry.value for entry in found))
        raise _problem(name, f"several packages have one of that name: {packages}; uninstall all but one")
    names = ", ".join(f"`{each}`" for each in engine_names())
    raise _problem(name, f"no installed package brings it; choose one of {visible_line(names)}")


def _problem(name: str, message: str) -> ProblemError:
    return ProblemError(Problem(Path(f"engine {name[:40]}"), message))


def _failure(name: str, error: Exception) -> ProblemError:
    what = visible_line(f"{type(error).__name__}: {error}"[:200])
    return _problem(name, f"it failed with {what}; renew or uninstall its package, or choose `{OWN_ENGINE}`")
