from __future__ import annotations

import re
import tomllib
from itertools import pairwise
from pathlib import Path

from fenttui import paths
from fenttui.settings.loading import load_settings
from fenttui.settings.types import ActorSettings, Settings


def test_the_bundled_config_says_what_the_types_default_to(own_config: Path) -> None:
    own_config.write_bytes(paths.bundled("config.toml").read_bytes())
    loaded = load_settings()
    assert loaded.problems == ()
    assert loaded.settings == Settings()


def test_the_bundled_config_names_every_setting() -> None:
    document = tomllib.loads(paths.bundled("config.toml").read_text(encoding="utf-8"))
    defaults = Settings()
    for table in Settings.__struct_fields__:
        if table not in ("keys", "actors"):
            assert set(document[table]) == set(getattr(defaults, table).__struct_fields__)


def test_the_examples_in_the_bundled_config_hold_when_their_marks_are_removed(own_config: Path) -> None:
    text = paths.bundled("config.toml").read_text(encoding="utf-8")
    examples = re.sub(r"(?m)^# (?=\[actors|aliases =|kind =|quit =|reader\.)", "", text)
    own_config.write_text(examples, encoding="utf-8")
    loaded = load_settings()
    assert loaded.problems == ()
    assert loaded.settings.keys == {"quit": ("q", "ctrl+q"), "reader.half_page_down": ("ctrl+d", "J")}
    assert loaded.settings.actors == {
        "Wang Yi": ActorSettings(aliases=("Foreign Minister Wang", "Wang"), kind="person")
    }


def test_every_default_stands_under_a_comment() -> None:
    lines = paths.bundled("config.toml").read_text(encoding="utf-8").splitlines()
    for above, line in pairwise(lines):
        if re.match(r"[a-z_]+ =", line):
            assert above.startswith("# ")
