from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fenttui.settings.loading import Loaded, load_settings, rows
from fenttui.settings.types import Settings


def told(loaded: Loaded) -> list[str]:
    """The problems as a reader sees them, without the file's path."""
    return [re.sub(r"^\S*/config.toml:", "", str(problem)) for problem in loaded.problems]


def test_without_any_file_the_defaults_are_in_force() -> None:
    loaded = load_settings()
    assert loaded.settings == Settings()
    assert loaded.problems == ()
    assert set(loaded.origins.values()) == {"default"}


def test_a_later_layer_wins_and_each_origin_is_told(
    own_config: Path, dossier: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    own_config.write_text('[reader]\nmeasure = 60\ntheme = "nord"\ntab_width = 4\n[notes]\nauthor = "Ada"\n')
    root = dossier('[reader]\n# wide\nmeasure = 70\ntheme = "dracula"\n')
    monkeypatch.setenv("FENTTUI_READER_MEASURE", "80")
    loaded = load_settings([root], {"reader.measure": 90, "reader.theme": None})
    assert loaded.settings.reader.measure == 90
    assert loaded.settings.reader.theme == "dracula"
    assert loaded.settings.reader.tab_width == 4
    assert loaded.settings.notes.author == "Ada"
    assert loaded.origins["reader.measure"] == "--measure"
    assert loaded.origins["reader.theme"] == f"{root / 'fenttui.toml'}:4"
    assert loaded.origins["reader.tab_width"] == f"{own_config}:4"
    assert loaded.origins["sidebar.order"] == "default"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[reader]\nmeasur = 9\n", "2: unknown key `measur` in [reader]; did you mean `measure`?"),
        ("[redaer]\nx = 1\ny = 2\n", "1: unknown table [redaer]; did you mean [reader]?"),
        ("xyzzy = 1\n", "1: unknown table [xyzzy]; delete it"),
        ("reader = 5\n", "1: `reader` must be a table, which starts with a line [reader]"),
        (
            '[reader]\nmeasure = "wide"\n',
            '2: `measure` in [reader] must be a whole number from 20 to 400, not "wide"',
        ),
        (
            "[reader]\nmeasure = 7\n",
            "2: `measure` in [reader] must be a whole number from 20 to 400, not 7",
        ),
        (
            "[reader]\nmeasure = true\n",
            "2: `measure` in [reader] must be a whole number from 20 to 400, not true",
        ),
        (
            "[articles]\nmax_bytes = 0\n",
            "2: `max_bytes` in [articles] must be a whole number, 1 or more, not 0",
        ),
        (
            '[sidebar]\norder = "new"\n',
            "2: `order` in [sidebar] must be one of `newest`, `oldest`, `title`, `unread`,"
            ' `notes`, not "new"',
        ),
        ('[ignore]\nwords = "US"\n', '2: `words` in [ignore] must be a list of texts, not "US"'),
        ("[ignore]\nwords = [\n  'a',\n  3,\n]\n", "2: `words` in [ignore] must be a list of texts, not 3"),
        ("[keys]\nquit = 'q'\n", '2: `quit` in [keys] must be a list of texts, not "q"'),
        (
            "[actors]\nWang = 'person'\n",
            "2: `Wang` in [actors] must be a table of `aliases` and `kind`",
        ),
        (
            '[actors."Wang Yi"]\nalias = ["Wang"]\n',
            "2: unknown key `alias` in [actors.Wang Yi]; did you mean `aliases`?",
        ),
        (
            '[actors.Wang]\nkind = "human"\n',
            "2: `kind` in [actors.Wang] must be one of `person`, `organization`, `place`, `group`,"
            ' not "human"',
        ),
        (
            '[notes]\nauthor = ["\\u001b[2J"]\n',
            "2: `author` in [notes] must be a text in quotes, not a list",
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_key_is_one_sentence_with_its_line(
    own_config: Path, text: str, sentence: str
) -> None:
    own_config.write_text(text)
    loaded = load_settings()
    assert told(loaded) == [sentence]
    assert loaded.settings == Settings()


def test_a_wrong_key_alone_is_left_out(own_config: Path) -> None:
    own_config.write_text('[reader]\nmeasur = 1\nmeasure = 50\ntab_width = "x"\n[notes]\ncolor = "red"\n')
    loaded = load_settings()
    assert loaded.settings.reader.measure == 50
    assert loaded.settings.notes.color == "red"
    assert [problem.line for problem in loaded.problems] == [2, 4]


def test_a_wrong_value_leaves_the_layer_below_in_force(
    own_config: Path, dossier: Callable[[str], Path]
) -> None:
    own_config.write_text("[reader]\nmeasure = 50\n")
    loaded = load_settings([dossier("[reader]\nmeasure = 5000\n")])
    assert loaded.settings.reader.measure == 50
    assert len(loaded.problems) == 1


def test_a_file_that_is_not_toml_is_skipped_with_its_line(
    own_config: Path, dossier: Callable[[str], Path]
) -> None:
    own_config.write_text("[reader]\nmeasure = 50\n")
    loaded = load_settings([dossier('[reader]\nmeasure = 60\ntheme "dark"\n')])
    (problem,) = loaded.problems
    assert problem.line == 3
    assert "not TOML" in problem.message
    assert loaded.settings.reader.measure == 50


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"[reader]\n# caf\xe9\nmeasure = 50\n", 2),
        (b"\nx = [" + b"[" * 100_000, 2),
        (b"\nx = " + b"[" * 1000 + b"]" * 1000, 2),
        (b"\nx = " + b"9" * 10_000, 2),
        (b"[reader]\nmeasure = 0x" + b"f" * 10_000, 2),
        (b"[reader]\n<<<<<<< a\nmeasure = 50\n=======\nmeasure = 60\n>>>>>>> b\n", 2),
        (b"\0" * 100, 1),
        (b"x = '''\nnever closed\n", 2),
        (b"#" * 300_000, None),
    ],
    ids=lambda value: repr(value)[:30],
)
def test_a_file_that_cannot_be_used_is_one_problem(own_config: Path, data: bytes, line: int | None) -> None:
    own_config.write_bytes(data)
    (problem,) = load_settings().problems
    assert problem.path == own_config
    assert problem.line == line


def test_a_byte_order_mark_and_carriage_returns_are_taken(own_config: Path) -> None:
    own_config.write_bytes(b"\xef\xbb\xbf[reader]\r\nmeasure = 50\r\nwrong = 1\r\n")
    loaded = load_settings()
    assert loaded.settings.reader.measure == 50
    assert [problem.line for problem in loaded.problems] == [3]


def test_a_folder_or_a_pipe_in_place_of_the_file_is_a_problem_and_does_not_block(
    own_config: Path, tmp_path: Path
) -> None:
    own_config.mkdir()
    os.mkfifo(tmp_path / "fenttui.toml")
    loaded = load_settings([tmp_path])
    assert [problem.path for problem in loaded.problems] == [own_config, tmp_path / "fenttui.toml"]


def test_a_loop_of_links_in_place_of_the_file_is_a_problem(own_config: Path) -> None:
    own_config.symlink_to(own_config)
    (problem,) = load_settings().problems
    assert problem.path == own_config


def test_a_dossier_may_not_say_what_is_read_or_where_files_are_written(
    own_config: Path, dossier: Callable[[str], Path]
) -> None:
    own_config.write_text('[export]\nfolder = "mine"\n')
    root = dossier('[dossier]\npath = "/etc"\n[export]\nfolder = "/tmp"\nformat = "csv"\n')
    loaded = load_settings([root])
    assert [problem.line for problem in loaded.problems] == [2, 4]
    assert loaded.settings.dossier.path == ""
    assert loaded.settings.export.folder == "mine"
    assert loaded.settings.export.format == "csv"


def test_actors_of_two_layers_are_joined_field_by_field(
    own_config: Path, dossier: Callable[[str], Path]
) -> None:
    own_config.write_text('[actors."Wang Yi"]\nkind = "person"\n[actors.Reuters]\nkind = "organization"\n')
    loaded = load_settings([dossier('[actors."Wang Yi"]\naliases = ["Wang"]\n')])
    assert loaded.settings.actors["Wang Yi"].kind == "person"
    assert loaded.settings.actors["Wang Yi"].aliases == ("Wang",)
    assert set(loaded.settings.actors) == {"Wang Yi", "Reuters"}


@pytest.mark.parametrize(
    "text",
    ["[keys]\n'reader.left' = ['a']\n", "[keys]\nreader.left = ['a']\n", "[keys.reader]\nleft = ['a']\n"],
)
def test_an_action_of_one_pane_may_be_written_in_each_way_that_toml_has(own_config: Path, text: str) -> None:
    own_config.write_text(text)
    loaded = load_settings()
    assert loaded.settings.keys == {"reader.left": ("a",)}
    assert loaded.origins["keys.reader.left"] == f"{own_config}:2"


@pytest.mark.parametrize(
    ("variable", "text", "setting", "value"),
    [
        ("FENTTUI_READER_TAB_WIDTH", "4", "reader.tab_width", 4),
        ("FENTTUI_NOTES_AUTHOR", "007", "notes.author", "007"),
        ("FENTTUI_READER_HIGHLIGHT", "person, date", "reader.highlight", ("person", "date")),
        ("FENTTUI_IGNORE_WORDS", "", "ignore.words", ()),
        ("FENTTUI_KEYS_QUIT", "q,ctrl+q", "keys.quit", ("q", "ctrl+q")),
    ],
)
def test_the_environment_is_read_as_the_type_of_the_setting(
    monkeypatch: pytest.MonkeyPatch,
    variable: str,
    text: str,
    setting: str,
    value: int | str | tuple[str, ...],
) -> None:
    monkeypatch.setenv(variable, text)
    loaded = load_settings()
    assert loaded.problems == ()
    assert (setting, value, variable) in list(rows(loaded))


def test_a_wrong_variable_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FENTTUI_READER_MEASURE", "wide")
    monkeypatch.setenv("FENTTUI_READER_THEMES", "dark")
    assert [str(problem) for problem in load_settings().problems] == [
        'FENTTUI_READER_MEASURE: `measure` in [reader] must be a whole number from 20 to 400, not "wide"',
        "FENTTUI_READER_THEMES: unknown key `themes` in [reader]; did you mean `theme`?",
    ]


def test_a_wrong_flag_is_named() -> None:
    (problem,) = load_settings(flags={"reader.measure": 5}).problems
    assert str(problem) == "--measure: `measure` in [reader] must be a whole number from 20 to 400, not 5"


def test_the_bundled_config_is_not_even_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    import tomllib

    monkeypatch.setattr(tomllib, "loads", lambda text: pytest.fail("the bundled file was parsed"))
    assert load_settings().settings == Settings()


def test_the_lines_of_several_lines_long_values_are_where_they_start(own_config: Path) -> None:
    own_config.write_text(
        "[ignore]\nwords = [\n  'x = 1', # ]\n  '''\n[reader]\nmeasure = 3\n''',\n]\n"
        '[notes]\nauthor = """\nmeasure = 4\n"""\n[reader]\nmeasure = 1\n'
    )
    loaded = load_settings()
    assert [problem.line for problem in loaded.problems] == [14]
    assert loaded.origins["notes.author"] == f"{own_config}:10"


_names = st.sampled_from(
    ["reader", "measure", "keys", "actors", "ignore", "words", "notes", "x", '"a b"', '""']
)
_values = st.sampled_from(
    ["1", '"x"', "[]", "[1]", "['a']", "{}", "{kind = 'person'}", "true", "2025-04-02", "1e400"]
)
_lines = st.one_of(
    st.builds("[{}]".format, _names),
    st.builds("[{}.{}]".format, _names, _names),
    st.builds("[[{}]]".format, _names),
    st.builds("{} = {}".format, _names, _values),
    st.builds("{}.{} = {}".format, _names, _names, _values),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.one_of(st.lists(_lines, max_size=8).map("\n".join), st.text(max_size=60)))
def test_no_text_in_a_config_file_raises(own_config: Path, text: str) -> None:
    own_config.write_bytes(text.encode("utf-8", "surrogatepass"))
    loaded = load_settings()
    assert isinstance(loaded.settings, Settings)
    assert all(str(problem).isprintable() for problem in loaded.problems)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(number=st.integers())
def test_a_number_is_taken_from_the_environment_exactly_where_its_limits_allow(
    monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setenv("FENTTUI_READER_MEASURE", str(number))
    loaded = load_settings()
    if 20 <= number <= 400:
        assert loaded.settings.reader.measure == number
    else:
        assert loaded.settings == Settings()
        assert len(loaded.problems) == 1


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.lists(
        st.text(st.characters(codec="ascii", exclude_characters=",\0"), min_size=1)
        .map(str.strip)
        .filter(bool)
    )
)
def test_a_list_is_taken_from_the_environment_split_at_its_commas(
    monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    monkeypatch.setenv("FENTTUI_IGNORE_WORDS", ", ".join(words))
    assert load_settings().settings.ignore.words == tuple(words)
