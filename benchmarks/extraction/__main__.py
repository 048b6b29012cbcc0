"""`python -m benchmarks.extraction DATA`: names, figures and times scored and timed, beside others."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path

from benchmarks.extraction.beside_quantulum import QuantulumProcess
from benchmarks.extraction.beside_spacy import SpacyProcess
from benchmarks.extraction.cost import first_mentions, memory
from benchmarks.extraction.rates import figures_rates, one_core, rates
from benchmarks.extraction.report import Line, print_lines
from benchmarks.extraction.scores import Spans, score_amounts, score_names, score_times
from benchmarks.extraction.sets import Sample, read_amounts, read_news, read_times
from benchmarks.extraction.worst import worst_texts
from fenttui.extract import extract
from fenttui.extract.mention import ActorMention, Amount, Measure, Mention

_PARTS = ("scores", "rates", "cost", "worst")
_NAMES_GOALS = {"typed": 0.85, "untyped": 0.92, "person": 0.84, "place": 0.84, "group": 0.84}
_NEWS_GOALS = (0.90, 0.82)
_SISTER_GOAL = 0.92
_TIME_GOALS = (0.88, 0.74)


def main() -> None:
    """Measure and print; a goal that is missed is no error."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.extraction", description=__doc__)
    parser.add_argument("data", type=Path, help="the folder with worldwide-ner, quantities and timeml")
    parser.add_argument("--split", default="dev", help="the split of worldwide-ner (dev)")
    parser.add_argument("--rounds", type=int, default=5, help="rounds of what is timed (5)")
    parser.add_argument(
        "--spacy", type=Path, metavar="PYTHON", help="the Python of an environment with spaCy"
    )
    parser.add_argument(
        "--quantulum", type=Path, metavar="PYTHON", help="the Python of an environment with quantulum3"
    )
    parser.add_argument("--only", nargs="+", choices=_PARTS, default=_PARTS, help="parts to measure (all)")
    chosen = parser.parse_args()
    news = read_news(chosen.data / "worldwide-ner" / chosen.split)
    if not news:
        sys.exit(
            f"{chosen.data / 'worldwide-ner' / chosen.split} holds no .tsv file; name the folder of the sets"
        )
    texts = [sample.text for sample in news]
    try:
        with (
            one_core(),
            SpacyProcess(chosen.spacy, texts) if chosen.spacy else nullcontext() as spacy,
            QuantulumProcess(chosen.quantulum) if chosen.quantulum else nullcontext() as quantulum,
        ):
            if "scores" in chosen.only:
                _print_scores(chosen.data, news, spacy, quantulum)
            if "rates" in chosen.only:
                print_lines("speed on one core", rates(news, spacy, chosen.rounds))
                if quantulum is not None:
                    print_lines("figures beside quantulum3", figures_rates(news, quantulum, chosen.rounds))
        if "cost" in chosen.only:
            print_lines("what the recognizer costs", [first_mentions(chosen.rounds), memory(texts)])
    except RuntimeError as error:
        sys.exit(f"not measured: {error}")
    if "worst" in chosen.only:
        with one_core():
            print_lines("the worst texts", worst_texts())


def _print_scores(
    data: Path, news: list[Sample], spacy: SpacyProcess | None, quantulum: QuantulumProcess | None
) -> None:
    ours = score_names(news, [_names(mentions) for mentions in _found(news)])
    theirs = score_names(news, spacy.read_all()[1]) if spacy is not None else {}
    lines = [
        Line(f"{name}, F1", value, least=_NAMES_GOALS.get(name),
             note=f"{spacy.name}: {theirs[name]:.3f}" if spacy is not None else "")
        for name, value in ours.items()
    ]  # fmt: skip
    print_lines(f"names of {len(news)} articles", lines)
    lines = []
    for path in sorted((data / "quantities").glob("*.json")):
        samples = read_amounts(path)
        value, both = score_amounts(samples, _found(samples))
        is_news = path.stem == "NewsQuant"
        note = ""
        if quantulum is not None:
            note = f"{quantulum.name}: {score_amounts(samples, _amounts(samples, quantulum))[0]:.3f}"
        least = _NEWS_GOALS[0] if is_news else _SISTER_GOAL
        lines.append(Line(f"{path.stem}: value, F1", value, least=least, note=note))
        lines.append(
            Line(f"{path.stem}: value and unit, F1", both, least=_NEWS_GOALS[1] if is_news else None)
        )
    for folder in sorted((data / "timeml").glob("*/")):
        samples = read_times(folder)
        figures = score_times(samples, _found(samples))
        for name, figure, goal in zip(("found", "value"), figures, _TIME_GOALS, strict=True):
            lines.append(Line(f"{folder.name}: {name}, F1", figure, least=goal))
    print_lines("figures and times", lines)


def _found(samples: list[Sample]) -> list[tuple[Mention, ...]]:
    return [extract(sample.text, sample.date) for sample in samples]


def _amounts(samples: list[Sample], quantulum: QuantulumProcess) -> list[Sequence[Mention]]:
    return [
        [
            Amount(0, 0, "quantity", Measure(low if high is None else (low, high), unit))
            for low, high, unit in found
        ]
        for found in quantulum.read([sample.text for sample in samples])[1]
    ]


def _names(mentions: tuple[Mention, ...]) -> Spans:
    return frozenset((each.start, each.end, each.kind) for each in mentions if isinstance(each, ActorMention))


if __name__ == "__main__":
    main()
