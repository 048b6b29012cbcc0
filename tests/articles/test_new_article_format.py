"""A format of articles is one module: dropped into the package, its files are articles."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.support.new_format import NewFormat

SOURCE = '''
"""A wire: `NEWS`, a line of title and date, a line to fold, the text; more articles after lines of `+`."""

import datetime as dt

from fenttui.articles.article import Fold
from fenttui.articles.document import Document


class Wire:
    """The format."""

    name = "wire"
    suffixes = (".wire",)
    first_bytes = (b"NEWS\\x00\\x01\\x02\\x03\\x04\\x05\\x06\\x07",)

    def headline(self, head, *, complete):
        """Return the first article."""
        return (self.articles(head) or [Document("")])[0]

    def articles(self, data):
        """Return all articles."""
        return [self._article(part) for part in data[12:].decode("latin-1").split("+\\n") if part]

    def _article(self, part):
        title, date, slug, body = part.split("\\n", 3)
        text = f"{slug}\\n\\n{body.strip()}"
        day, folds = dt.date.fromisoformat(date), (Fold(0, len(slug)),)
        return Document(text, date=day, title=title, folds=folds, encoding="latin-1")


FORMAT = Wire()
'''
START = b"NEWS\x00\x01\x02\x03\x04\x05\x06\x07"
TALKS = START + "Talks\n2025-04-02\nSLUG 12\nCafé owners in China spoke.\n".encode("latin-1")


@pytest.fixture
def wire(tmp_path: Path) -> NewFormat:
    return NewFormat("fenttui.articles.formats", "wire", SOURCE, tmp_path)


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    root = tmp_path / "dossier"
    root.mkdir()
    (root / "talks.wire").write_bytes(TALKS)
    (root / "plain.txt").write_text("date 2025-03-13\nPeru spoke.\n", encoding="utf-8")
    return root


def test_its_files_are_listed_and_read(wire: NewFormat, dossier: Path) -> None:
    rows = [json.loads(line) for line in wire.run("list", dossier, "--json").stdout.splitlines()]
    assert {(row["id"], row["date"], row["title"]) for row in rows} == {
        ("talks", "2025-04-02", "Talks"),
        ("plain", "2025-03-13", "Peru spoke."),
    }
    texts = [json.loads(line)["text"] for line in wire.run("extract", dossier).stdout.splitlines()]
    assert "SLUG 12\n\nCafé owners in China spoke." in texts


def test_what_the_format_folds_is_folded_with_the_boilerplate(wire: NewFormat, dossier: Path) -> None:
    (dossier / "talks.wire").write_bytes(TALKS + b"\nSubscribe now\n\nIt ended.")
    code = """
from pathlib import Path
from fenttui.articles.dossier import open_dossier
from fenttui.articles.reading import read_article
from fenttui.settings.types import ArticleSettings
(entry,) = open_dossier([Path(sys.argv[1])]).entries
article = read_article(entry, ArticleSettings())
print([article.text[fold.start : fold.end] for fold in article.folds], article.encoding)
"""
    command = wire.python(code, str(dossier / "talks.wire"))
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout == "['SLUG 12', 'Subscribe now'] latin-1\n"


def test_its_first_bytes_tell_it_whatever_the_name(wire: NewFormat, dossier: Path) -> None:
    other = dossier / "plain.txt"
    other.write_bytes(TALKS.replace(b"Talks", b"Other"))
    assert "\tOther" in wire.run("list", other).stdout


def test_articles_of_a_file_that_are_not_read_are_told(wire: NewFormat, dossier: Path) -> None:
    (dossier / "talks.wire").write_bytes(TALKS + b"+\nMore\n2025-04-03\nSLUG 13\nIt ended.\n")
    done = wire.run("check", dossier)
    assert (
        f"{dossier / 'talks.wire'}: warning: the file holds 2 articles and the first alone is read"
        in done.stdout
    )


def test_a_file_without_an_article_holds_no_text(wire: NewFormat, dossier: Path) -> None:
    (dossier / "talks.wire").write_bytes(START + b"+\n")
    done = wire.run("check", dossier)
    assert done.returncode == 1
    assert f"{dossier / 'talks.wire'}: the file holds no text" in done.stdout


def test_an_empty_folder_names_its_ending(wire: NewFormat, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert (
        "they are files that end in .txt, .text, .md, .markdown, .wire"
        in wire.run("check", tmp_path / "empty").stdout
    )


def test_the_table_of_the_documents_has_a_row_for_it(wire: NewFormat) -> None:
    code = "from tools.formats import pages\nprint(*pages().values())\n"
    done = subprocess.run(wire.python(code), capture_output=True, text=True, check=True, timeout=60)
    assert "\n| wire | `.wire` |\n" in done.stdout
