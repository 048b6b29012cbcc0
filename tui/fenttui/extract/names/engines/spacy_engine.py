"""Names by an installed pipeline of spaCy (https://spacy.io), of which only what finds names is run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from fenttui.extract.names.engines.engine import FoundSpan
from fenttui.problem import Problem, ProblemError
from fenttui.visible import visible_line

if TYPE_CHECKING:
    from fenttui.kinds import ActorKind

KINDS: dict[str, ActorKind] = {
    "PERSON": "person",
    "PER": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
}
"""The labels of OntoNotes, which the English pipelines have, and of CoNLL."""

_BEST_FIRST = ("en_core_web_trf", "en_core_web_lg", "en_core_web_md", "en_core_web_sm")
_FINDS_NAMES = frozenset(("ner", "beam_ner", "entity_ruler", "span_ruler"))
_VECTORS = frozenset(("tok2vec", "transformer", "curated_transformer"))
"""Components that others may listen to."""
_AT_ONCE = 50_000
"""Code points of a part of a long text: spaCy refuses more than a million, and takes ~1 kB for each."""
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_RUNNING = Lock()


@dataclass(frozen=True)
class SpacyEngine:
    """The engine `spacy`; may be called from any thread."""

    pipeline: str = ""
    """The name of an installed pipeline; empty for the best English one."""

    def __call__(self, text: str) -> list[FoundSpan]:
        """Return the names in `text`.

        Raises:
            ProblemError: spaCy or the pipeline is not installed, or the pipeline finds no names.
        """
        with _RUNNING:
            nlp = load_pipeline(self.pipeline)
            return [
                (start + entity.start_char, start + entity.end_char, KINDS[entity.label_])
                for start, part in _parts(_SURROGATE.sub("\ufffd", text))
                for entity in nlp(part).ents
                if entity.label_ in KINDS
            ]


find_names = SpacyEngine()
"""What the entry point leads to."""


@cache
def load_pipeline(pipeline: str) -> Any:
    """Return the pipeline, ready to run: ~1.5 s with spaCy's own import.

    Raises:
        ProblemError: spaCy or the pipeline is not installed, or the pipeline finds no names.
    """
    try:
        # ~1 s, and only for whoever chose this engine.
        import spacy  # noqa: PLC0415
    except ModuleNotFoundError as error:
        if error.name != "spacy":
            raise
        how = "call `pip install 'fenttui[spacy]'`, or choose the engine `fenttui`"
        raise _problem(f"spaCy is not installed; {how}") from None
    installed = _installed()
    if not pipeline and not any(map(_is_english, installed)):
        raise _problem("spaCy has no English pipeline; call `python -m spacy download en_core_web_sm`")
    if pipeline and pipeline not in installed:
        raise _problem(
            f"spaCy has no pipeline `{visible_line(pipeline[:40])}`; call `python -m spacy download` with its"
            " name, or leave `spacy_pipeline` in [extract] empty for an installed one"
        )
    for name in [pipeline] if pipeline else sorted(filter(_is_english, installed), key=_preference):
        if (nlp := _with_names_only(spacy, name)) is not None:
            return nlp
    raise _problem(
        f"the pipeline {visible_line(pipeline) or 'of spaCy'} finds no names; choose one with the component"
        " `ner` as `spacy_pipeline` in [extract]"
    )


def _installed() -> list[str]:
    """Return the packages that register themselves as pipelines of spaCy; a folder is never taken for one."""
    from importlib.metadata import entry_points  # noqa: PLC0415 - not at start

    return sorted(entry_points(group="spacy_models").names)


def _is_english(pipeline: str) -> bool:
    return pipeline.startswith("en_")


def _preference(pipeline: str) -> tuple[int, str]:
    return (_BEST_FIRST.index(pipeline) if pipeline in _BEST_FIRST else len(_BEST_FIRST), pipeline)


def _with_names_only(spacy: Any, pipeline: str) -> Any:
    """Return the pipeline without the components that no name depends on; None where none finds names."""
    import warnings  # noqa: PLC0415 - not at start

    with warnings.catch_warnings():
        # That it was made for another version of spaCy: on the program's screen nobody could read it.
        warnings.simplefilter("ignore")
        nlp = spacy.load(pipeline)
    finders = {name for name in nlp.pipe_names if nlp.get_pipe_meta(name).factory in _FINDS_NAMES}
    if not finders:
        return None
    listened_to = {
        name
        for name in nlp.pipe_names
        if nlp.get_pipe_meta(name).factory in _VECTORS
        and not finders.isdisjoint(getattr(nlp.get_pipe(name), "listening_components", ()))
    }
    nlp.select_pipes(enable=sorted(finders | listened_to))
    return nlp


def _parts(text: str) -> Iterator[tuple[int, str]]:
    """Yield the text in parts of at most `_AT_ONCE` code points, each with its start.

    Cut at white space if any.
    """
    start = 0
    while len(text) - start > _AT_ONCE:
        limit, least = start + _AT_ONCE, start + _AT_ONCE // 2
        line, space = text.rfind("\n", least, limit), text.rfind(" ", least, limit)
        end = next((at + 1 for at in (line, space) if at >= 0), limit)
        yield start, text[start:end]
        start = end
    yield start, text[start:]


def _problem(message: str) -> ProblemError:
    return ProblemError(Problem(Path("engine spacy"), message))
