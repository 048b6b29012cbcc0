from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from fenttui.extract import extract
from fenttui.extract.mention import ActorMention, Amount
from fenttui.extract.names.engines.engine import Engine
from fenttui.extract.names.engines.lookup import check_engine, engine_of
from fenttui.problem import ProblemError
from fenttui.settings.types import ExtractSettings
from tests.support.engine_package import CAPITALIZED, install

TEXT = "Mary Odinga leads the Harbor Office. Odinga paid $5 million in Oslo."


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., None]:
    """Installs packages with engines where imports find them."""

    def put(engine: str, code: str = CAPITALIZED, package: str = "capitalized") -> None:
        install(tmp_path / "packages", engine, code, package)
        monkeypatch.syspath_prepend(tmp_path / "packages")
        # What one test has imported under a name is not what the next one installs.
        monkeypatch.delitem(sys.modules, package, raising=False)

    return put


def chosen(name: str) -> Engine:
    return engine_of(ExtractSettings(engine=name))


def refusal(name: str) -> str:
    with pytest.raises(ProblemError) as refused:
        extract(TEXT, engine=chosen(name))
    return str(refused.value)


def actors(engine: Engine) -> list[tuple[str, str, str | None]]:
    return [
        (TEXT[m.start : m.end], m.kind, m.actor)
        for m in extract(TEXT, engine=engine)
        if isinstance(m, ActorMention)
    ]


def test_a_package_needs_a_plain_function_and_an_entry_point(installed: Callable[..., None]) -> None:
    installed("capitals")
    assert actors(chosen("capitals")) == [
        ("Mary Odinga", "organization", "Mary Odinga"),
        ("Harbor Office", "organization", "Harbor Office"),
        ("Odinga", "organization", "Odinga"),
        ("Oslo", "organization", "Norway"),
    ]


def test_names_of_any_engine_are_linked_and_figures_are_found_beside_them(
    installed: Callable[..., None],
) -> None:
    installed("people", CAPITALIZED.replace("organization", "person"))
    engine = chosen("people")
    assert ("Odinga", "person", "Mary Odinga") in actors(engine)
    assert [TEXT[m.start : m.end] for m in extract(TEXT, engine=engine) if isinstance(m, Amount)] == [
        "$5 million"
    ]


def test_the_programs_own_recognizer_is_the_engine_unless_another_is_asked_for(
    installed: Callable[..., None],
) -> None:
    installed("fenttui")
    assert extract(TEXT, engine=engine_of(ExtractSettings())) == extract(TEXT)
    assert actors(chosen("fenttui"))[0] == ("Mary Odinga", "person", "Mary Odinga")


def test_an_unknown_engine_is_refused_with_those_that_are_there(installed: Callable[..., None]) -> None:
    installed("capitals")
    said = refusal("capital")
    assert said.startswith("engine capital: no installed package brings it; choose one of `fenttui`")
    assert "`capitals`" in said
    with pytest.raises(ProblemError, match="no installed package"):
        check_engine("capital")
    check_engine("capitals")
    check_engine("fenttui")


def test_an_engine_is_looked_for_without_being_loaded(installed: Callable[..., None]) -> None:
    installed("broken", "raise RuntimeError('loaded')")
    check_engine("broken")
    assert "RuntimeError: loaded" in refusal("broken")


def test_two_packages_with_engines_of_one_name_are_both_named(installed: Callable[..., None]) -> None:
    installed("twin", package="castor")
    installed("twin", package="pollux")
    assert refusal("twin") == (
        "engine twin: several packages have one of that name: castor, pollux; uninstall all but one"
    )


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("find = 5", "it is nothing that can be called"),
        ("other = 5", "it failed with AttributeError"),
        ("def find(text): raise ValueError('\\x1b[2J' + 'x' * 900)", "it failed with ValueError: ␛[2Jxxx"),
        ("def find(text): yield [][len(text)]", "it failed with IndexError"),
        ("find = len", "it failed with TypeError"),
        (
            "def find(text): return [(0, 9999, 'place')][: len(text)]",
            "it gave (0, 9999, 'place'), which is no",
        ),
        ("def find(text): return [(0, 4, 'GPE')][: len(text)]", "it gave the kind 'GPE', which is none of"),
    ],
)
def test_whatever_is_wrong_with_an_engine_is_one_sentence_that_names_it(
    installed: Callable[..., None], code: str, said: str
) -> None:
    installed("wrong", code)
    sentence = refusal("wrong")
    assert sentence.startswith(f"engine wrong: {said}")
    assert len(sentence) < 400
    assert sentence.isprintable()
    assert "uninstall" in sentence


def test_what_an_engine_lacks_is_told_before_the_first_text(installed: Callable[..., None]) -> None:
    installed("lacking", "def find(text):\n    raise OSError('no weights')\n")
    with pytest.raises(ProblemError, match="engine lacking: it failed with OSError: no weights"):
        chosen("lacking")
