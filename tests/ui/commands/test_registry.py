"""The one registry: every command whole, tested, and the same wherever it is read."""

from __future__ import annotations

import ast
from importlib import import_module
from pathlib import Path

import pytest
from click.testing import CliRunner

from fenttui.cli.program import program
from fenttui.keymap.command import Command
from fenttui.keymap.keymap import layers
from fenttui.keymap.problems import key_problems
from fenttui.keymap.sequence import is_sequence, show_sequence
from fenttui.ui.commands import contexts
from fenttui.ui.commands.registry import all_commands
from fenttui.ui.dialogs.help import help_text
from tests.support.checkout import ROOT
from tests.support.covering import COVERED
from tests.support.pilot import open_app
from tools import keys

HERE = Path(__file__).parent

ARTICLES = "ui/test_articles_pane.py"
FIGURES, TIMELINE = "ui/test_figures_table.py", "ui/test_timeline_table.py"
KEYS, NOTING, ACTORS = "ui/test_reader_keys.py", "ui/test_noting.py", "ui/test_actors_screen.py"
MOTIONS = f"{KEYS}::test_motions_go_where_they_go_in_vim"
PAGING = f"{KEYS}::test_paging_goes_by_the_height_of_the_pane"
JUMPS = f"{KEYS}::test_jumps_go_to_mentions"
SELECTIONS = f"{KEYS}::test_a_selection_grows_with_motions"
MATCHES = f"{KEYS}::test_n_and_shift_n_go_through_the_matches_and_say_when_they_pass_an_end"
QUOTES = "ui/test_quotes_on_screen.py::test_keys_go_from_quote_to_quote_and_the_status_line_names_the_speaker"
NOTES = f"{KEYS}::test_jumps_between_notes_go_in_text_order"
AT_CARET = f"{NOTING}::test_the_note_at_the_caret_is_edited_tagged_and_deleted"
COPIES = f"{NOTING}::test_y_copies_what_is_selected_to_the_terminals_own_clipboard"
NEIGHBORS = f"{ARTICLES}::test_the_next_and_the_previous_article_of_the_list"
TURNS = "ui/test_panes.py::test_tab_and_shift_tab_go_around_the_panes"
DIALOG_MOTIONS = "ui/test_dialog_keys.py::test_a_card_and_the_help_answer_the_motions_of_lists_with_counts"
DIALOG_SEARCH = "ui/test_dialog_keys.py::test_a_card_and_the_help_are_searched_while_typing"

KEPT = "ui/test_draft_offers.py::test_a_kept_draft_is_reminded_of_where_its_article_is_opened"

ELSEWHERE = {
    **dict.fromkeys(("reader.continue_draft", "annotations.continue_draft"), KEPT),
    **dict.fromkeys(
        (
            *("reader.left", "reader.right", "reader.word_forward", "reader.word_end", "reader.word_back"),
            *("reader.sentence_forward", "reader.sentence_back"),
            *("reader.paragraph_forward", "reader.paragraph_back"),
            *("reader.line_start", "reader.line_end", "reader.top", "reader.bottom", "reader.percent"),
        ),
        MOTIONS,
    ),
    **dict.fromkeys(
        ("reader.half_page_down", "reader.half_page_up", "reader.page_down", "reader.page_up"), PAGING
    ),
    **dict.fromkeys(
        (
            *("reader.next_actor", "reader.previous_actor", "reader.next_figure", "reader.previous_figure"),
            *("reader.same_actor", "reader.same_actor_back"),
        ),
        JUMPS,
    ),
    "reader.search": f"{KEYS}::test_a_search_goes_to_the_first_match_while_it_is_typed",
    "reader.search_next": MATCHES,
    "reader.search_previous": MATCHES,
    "reader.next_quote": QUOTES,
    "reader.previous_quote": QUOTES,
    "reader.next_note": NOTES,
    "reader.previous_note": NOTES,
    "reader.card": f"{KEYS}::test_the_card_shows_what_is_known_and_every_occurrence",
    "reader.set_mark": f"{KEYS}::test_a_mark_brings_back_to_its_location_from_another_article",
    **dict.fromkeys(
        (
            *("reader.select", "reader.select_lines", "reader.select_inner_word"),
            *("reader.select_inner_sentence", "reader.select_inner_paragraph"),
        ),
        SELECTIONS,
    ),
    "reader.yank": COPIES,
    "reader.annotate": f"{NOTING}::test_a_annotates_the_selection",
    "reader.annotate_article": f"{NOTING}::test_ga_annotates_the_whole_article",
    "reader.edit_here": AT_CARET,
    "reader.delete_here": AT_CARET,
    "reader.tags_here": AT_CARET,
    "reader.mark_with_tag": "ui/test_tagging.py::test_a_key_of_the_codebook_tags_in_one_press",
    "reader.annotate_matches": ("ui/test_tagging.py::test_all_matches_of_a_search_are_annotated_as_one_step"),
    "articles.cycle_order": f"{ARTICLES}::test_o_goes_through_the_orders",
    "articles.toggle_read": f"{ARTICLES}::test_opened_articles_count_as_read_and_r_takes_that_back",
    "annotations.show": "ui/test_page_keys.py::test_each_key_that_shows_a_note_goes_to_its_passage",
    "annotations.yank": COPIES,
    "next_article": NEIGHBORS,
    "previous_article": NEIGHBORS,
    "next_pane": TURNS,
    "previous_pane": TURNS,
    "zen": "ui/test_panes.py::test_z_hides_the_side_panes_and_shows_them",
    "export": "ui/test_exporting.py::test_x_exports_in_each_format",
    "reload": "ui/test_panes.py::test_reading_again_shows_new_files_and_notes_of_others",
    "theme": "ui/test_panes.py::test_T_turns_between_dark_and_light",
    "palette": "ui/test_panes.py::test_the_palette_finds_a_function_and_does_it",
    "redraw": "ui/test_panes.py::test_ctrl_l_paints_the_same_screen_again",
    "suspend": "terminal/test_job_control.py",
    "actors.split": f"{ACTORS}::test_a_name_is_split_off_by_its_words_from_the_table",
    "actors.rename": f"{ACTORS}::test_an_actor_is_renamed_everywhere",
    "actors.kind": f"{ACTORS}::test_a_kind_is_changed_by_one_key",
    "figures.disagreements": f"{FIGURES}::test_figures_of_two_articles_that_differ_stand_together",
    "timeline.plot": f"{TIMELINE}::test_the_plot_goes_through_articles_actor_and_figure_and_away",
    **dict.fromkeys(
        (
            *("dialog.down", "dialog.up", "dialog.half_page_down", "dialog.half_page_up"),
            *("dialog.page_down", "dialog.page_up", "dialog.top", "dialog.bottom"),
        ),
        DIALOG_MOTIONS,
    ),
    "dialog.percent": "ui/test_dialog_keys.py::test_a_percentage_goes_through_a_card_and_the_help",
    "dialog.leave": "ui/test_dialog_keys.py::test_a_card_and_the_help_are_left",
    **dict.fromkeys(("dialog.search", "dialog.search_next", "dialog.search_previous"), DIALOG_SEARCH),
    "dialog.yank": "ui/test_dialog_keys.py::test_y_copies_the_line_of_a_card_and_of_the_help",
}
"""Commands whose test stands with what it belongs to: by name, the file and the function."""


def covered() -> set[str]:
    for path in HERE.glob("test_*.py"):
        import_module(f"{__package__}.{path.stem}")
    return {*COVERED, *ELSEWHERE}


def test_every_command_has_a_test() -> None:
    missing = [each.name for each in all_commands().commands if each.name not in covered()]
    assert not missing, (
        f"no test shows that {', '.join(missing)} does what its sentence says: write one under "
        "tests/ui/commands and mark it with @covers, or name one in ELSEWHERE"
    )


def test_every_test_of_a_command_is_of_a_command_that_there_is() -> None:
    gone = covered() - {each.name for each in all_commands().commands}
    assert not gone, f"tests are named for commands that do not exist: {', '.join(sorted(gone))}"


@pytest.mark.parametrize("test", sorted(set(ELSEWHERE.values())))
def test_a_test_that_stands_elsewhere_is_there(test: str) -> None:
    file, _, function = test.partition("::")
    tree = ast.parse((ROOT / "tests" / file).read_text("utf-8"))
    defined = {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}
    assert function in defined or not function, f"{test} is gone"
    assert any(name.startswith("test_") for name in defined)


def test_every_command_has_keys_a_sentence_a_function_and_a_context() -> None:
    by_name = {context.name: context for context in contexts.CONTEXTS}
    for command in all_commands().commands:
        assert command.sentence, command.name
        assert command.sentence == command.sentence.strip(), command.name
        assert command.group, command.name
        assert callable(command.run), command.name
        assert command in by_name[command.context].commands, command.name
        assert command.keys, command.name
        assert all(map(is_sequence, command.keys)), command.name
        general = by_name[command.context].general
        assert command.name.startswith(f"{command.context}.") or general, command.name


def test_every_context_is_active_somewhere_and_listed_once() -> None:
    names = [context.name for context in contexts.CONTEXTS]
    assert len(names) == len(set(names))
    for context in contexts.CONTEXTS:
        for layer in layers(context):
            assert layer.name in names


def test_every_module_of_commands_has_its_tests() -> None:
    modules = {path.stem for path in (ROOT / "tui" / "fenttui" / "ui" / "commands").glob("*.py")}
    without = (
        modules - {"__init__", "contexts", "targets"} - {path.stem[5:] for path in HERE.glob("test_*.py")}
    )
    assert not without, f"tests/ui/commands has no test_{', test_'.join(sorted(without))}"


@pytest.mark.parametrize("command", all_commands().commands, ids=lambda command: command.name)
def test_a_key_that_is_changed_is_changed_wherever_it_is_read(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = {command.name: ("ctrl+x Q",)}
    registry = all_commands(own)
    assert key_problems(registry, own) == []
    context = registry.context(command.context)
    active = registry.keymap(context).commands
    assert active["ctrl+x", "Q"].name == command.name
    assert command.name not in {each.name for keys, each in active.items() if keys != ("ctrl+x", "Q")}
    (line,) = [
        line
        for line in help_text(registry, context).plain.splitlines()
        if "ctrl+x Q" in line or "^x Q" in line
    ]
    assert line.endswith(f" {command.sentence}")
    (row,) = [row for row in keys.page().splitlines() if row.endswith(f"| `{command.name}` |")]
    assert all(show_sequence(each).replace("|", "\\|") in row for each in command.keys)
    assert f"| {command.sentence} |" in row


async def test_a_key_changed_in_the_settings_changes_help_palette_and_check(
    dossier: Path, own_config: Path
) -> None:
    own_config.write_text('[keys]\n"reader.sentence_forward" = ["Q"]\n', encoding="utf-8")
    async with open_app(dossier, size=(120, 180)) as pilot:
        await pilot.press("Q")
        assert pilot.text[pilot.caret :].startswith("They spoke")
        await pilot.press(")")
        assert ") is no key here" in pilot.status
        await pilot.press("?")
        (line,) = [line for line in pilot.screen().splitlines() if " next sentence" in line]
        assert line.split()[1] == "Q"
        await pilot.press("escape", "ctrl+p")
        await pilot.type("next sentence")
        assert "key Q" in pilot.screen()
    own_config.write_text('[keys]\n"reader.sentence_forward" = ["w"]\n', encoding="utf-8")
    checked = CliRunner().invoke(program, ["check", str(dossier)])
    assert checked.exit_code == 1
    assert "calls both `reader.word_forward` and `reader.sentence_forward`" in " ".join(
        checked.output.split()
    )
