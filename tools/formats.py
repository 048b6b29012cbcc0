"""Write the tables of formats in docs/notes.md and docs/articles.md from the registries: `make formats`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from fenttui.articles import registry
from fenttui.exports import FORMATS
from tools.page import ROOT, write_page

_START, _END = "<!-- made by `make formats` -->\n", "<!-- end -->\n"


def pages() -> dict[Path, str]:
    """Return each page with its table as the registries have it."""
    exports = (f"| `{form.name}` | `{form.suffix}` | {form.doc} |\n" for form in FORMATS.values())
    articles = (f"| {form.name} | {_code(form.suffixes)} |\n" for form in registry.FORMATS)
    docs = ROOT / "docs"
    return {
        docs / "notes.md": _with_table(
            docs / "notes.md", "| format | ends in | what it is |\n|---|---|---|\n", exports
        ),
        docs / "articles.md": _with_table(
            docs / "articles.md", "| format | ends in |\n|---|---|\n", articles
        ),
    }


def _code(suffixes: Iterable[str]) -> str:
    return " ".join(f"`{suffix}`" for suffix in suffixes)


def _with_table(path: Path, head: str, rows: Iterable[str]) -> str:
    before, _, rest = path.read_text("utf-8").partition(_START)
    _, _, after = rest.partition(_END)
    return f"{before}{_START}\n{head}{''.join(rows)}\n{_END}{after}"


if __name__ == "__main__":
    for path, text in pages().items():
        write_page(path, text)
