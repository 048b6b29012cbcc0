from __future__ import annotations

import datetime as dt
import errno
import os
import socket
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from fenttui.articles.article import Article, Entry
from fenttui.articles.dossier import open_dossier
from fenttui.articles.headline import HEAD_BYTES, read_headline
from fenttui.articles.quick_date import preliminary_date
from fenttui.articles.reading import read_article
from fenttui.problem import ProblemError
from fenttui.settings.types import ArticleSettings

Write = Callable[..., Entry]


def refusal(entry: Entry, settings: ArticleSettings) -> str:
    """The sentence that both readers give for a file that cannot be read."""
    headline = read_headline(entry, settings)
    with pytest.raises(ProblemError) as caught:
        read_article(entry, settings)
    assert headline.problem == caught.value.problem
    assert headline.title == entry.path.name
    assert str(entry.path) not in caught.value.problem.message
    return caught.value.problem.message


def read_both(entry: Entry, settings: ArticleSettings) -> Article:
    article = read_article(entry, settings)
    assert article.headline == read_headline(entry, settings)
    return article


def test_the_bundled_articles_are_read_as_a_reader_expects(seeds: Path, settings: ArticleSettings) -> None:
    first, second = (read_both(entry, settings) for entry in open_dossier([seeds]).entries)
    assert (first.headline.date, first.headline.date_source) == (dt.date(2025, 4, 2), "header")
    assert (second.headline.date, second.headline.date_source) == (dt.date(2025, 3, 13), "header")
    assert first.headline.title.startswith("China’s top diplomat called on the U.S. to remove tariffs")
    assert second.headline.title.startswith(
        "China has expressed its willingness to open dialogue with the US"
    )
    assert first.text.startswith("China’s top diplomat")
    assert second.text.startswith("Your support helps us")
    assert first.folds == ()
    assert len(second.folds) == 1
    assert first.problems == second.problems == ()


def test_a_date_is_looked_for_in_header_name_dateline_and_file_in_this_order(
    write: Write, settings: ArticleSettings
) -> None:
    dateline = "Published 3 April 2025\n\nChina said."
    found = [
        read_both(entry, settings).headline
        for entry in (
            write("date 2025-04-01 " + dateline, "2025-04-02 a.txt"),
            write(dateline, "2025-04-02 b.txt"),
            write(dateline, "c.txt"),
        )
    ]
    assert [(headline.date.day, headline.date_source) for headline in found] == [
        (1, "header"),
        (2, "name"),
        (3, "dateline"),
    ]


def test_a_folder_s_name_dates_what_the_text_does_not(write: Write, settings: ArticleSettings) -> None:
    address = "https://paper.example/2025/04/02/steel\n\nChina said."
    found = [
        read_both(entry, settings).headline
        for entry in (
            write("Published 3 April 2025\n\nChina said.", "2025-05-17 saved/a.txt"),
            write(address, "saved/2025/05/17/b.txt"),
            write("China said.", "2025-05-17/c.txt"),
        )
    ]
    assert [(headline.date.isoformat(), headline.date_source) for headline in found] == [
        ("2025-04-03", "dateline"),
        ("2025-04-02", "address"),
        ("2025-05-17", "name"),
    ]


def test_without_any_date_the_file_s_modification_in_utc_is_inferred(
    write: Write, settings: ArticleSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = write("China said.")
    os.utime(entry.path, (0, dt.datetime(2025, 4, 2, 23, 59, tzinfo=dt.UTC).timestamp()))
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    headline = read_both(entry, settings).headline
    assert (headline.date, headline.date_source) == (dt.date(2025, 4, 2), "modified")
    assert preliminary_date(entry) == dt.date(2025, 4, 2)


def test_the_preliminary_date_is_that_of_the_name_and_needs_no_file(tmp_path: Path) -> None:
    gone = Entry("2025-04-02", tmp_path / "2025-04-02.txt", tmp_path, "2025-04-02")
    assert preliminary_date(gone) == dt.date(2025, 4, 2)
    assert preliminary_date(replace(gone, path=tmp_path / "x.txt", name="x")) == dt.date(1970, 1, 1)


def test_front_matter_gives_the_origin_in_one_safe_line(write: Write, settings: ArticleSettings) -> None:
    entry = write('---\nsource: "The\\n\\eTimes"\nurl: https://example.org\nauthor: Ann\n---\nText.', "a.md")
    headline = read_both(entry, settings).headline
    assert (headline.source, headline.url, headline.author) == ("The ␛Times", "https://example.org", "Ann")


def test_the_headline_of_a_long_article_is_the_same_from_its_beginning(
    write: Write, settings: ArticleSettings
) -> None:
    long = "é" * (HEAD_BYTES - 5)
    for lead in ("", "x"):
        article = read_both(write(lead + long + ".\n\nThe end."), settings)
        assert article.text.endswith("The end.")
        assert "\ufffd" not in article.headline.title
    blank = read_both(write(" \n" * HEAD_BYTES + "China said.", "blank.txt"), settings)
    assert (blank.text, blank.headline.title) == ("China said.", "blank.txt")


def test_broken_bytes_are_replaced_and_told(write: Write, settings: ArticleSettings) -> None:
    article = read_both(write("Größe “so” ".encode() + b"\xff\xfe and more."), settings)
    assert article.text == "Größe “so” \ufffd\ufffd and more."
    (problem,) = article.problems
    assert problem.severity == "warning"
    assert problem.message.startswith("2 characters are not UTF-8")


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ("It’s the ministry’s café, they said.".encode("cp1252"), "windows-1252"),
        ("Президент России заявил, что переговоры о пошлинах продолжатся. ".encode("koi8_r") * 3, "koi8-r"),
        ("China said so — and left.".encode("utf-16-le"), "utf-16-le"),
    ],
)
def test_a_guess_at_the_encoding_is_told(
    write: Write, settings: ArticleSettings, content: bytes, name: str
) -> None:
    (problem,) = read_both(write(content), settings).problems
    assert problem.severity == "warning"
    assert problem.message == f"read as {name}; save it as UTF-8 if characters look wrong"


@pytest.mark.parametrize("encoding", ["ascii", "utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_what_tells_its_encoding_is_read_without_a_warning(
    write: Write, settings: ArticleSettings, encoding: str
) -> None:
    text = "China said so." if encoding == "ascii" else "China said “so”."
    article = read_both(write(text.encode(encoding)), settings)
    assert (article.text, article.problems) == (text, ())


def test_front_matter_that_does_not_parse_is_a_warning_with_its_line(
    write: Write, settings: ArticleSettings
) -> None:
    article = read_both(write("---\ntitle: 'open\n---\nChina said.", "a.md"), settings)
    assert article.text == "China said."
    (problem,) = article.problems
    assert problem.severity == "warning"
    assert problem.line is not None


def test_stray_nuls_stay_in_the_text(write: Write, settings: ArticleSettings) -> None:
    article = read_both(write(b"China said\0 so, and then it left the room."), settings)
    assert "\0" in article.text
    assert "␀" in article.headline.title


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b" \n\n\t\r\n", "no text"),
        (b"date 2025-04-02\n", "no text"),
        (b"---\ntitle: T\n---\n", "no text"),
        (b"%PDF-1.7\n\x00", "PDF"),
        (b"PK\x03\x04\x14\x00\x00\x00", "zip archive or an office document"),
        (b"\0\1\2\3" * 100, "binary data"),
    ],
)
def test_a_file_without_text_is_refused_in_one_sentence(
    write: Write, settings: ArticleSettings, content: bytes, words: str
) -> None:
    assert words in refusal(write(content), settings)


def test_a_file_that_is_too_large_names_the_sizes_and_the_setting(write: Write) -> None:
    message = refusal(write(b"x" * 2_500_000), ArticleSettings(max_bytes=1_000_000))
    assert "2.5 MB" in message
    assert "1.0 MB" in message
    assert "`max_bytes` under `[articles]` in config.toml" in message
    by_one = refusal(write(b"x" * 1_000_001), ArticleSettings(max_bytes=1_000_000))
    assert "1.000001 MB" in by_one


def test_a_file_of_exactly_the_limit_is_read(write: Write) -> None:
    assert len(read_both(write(b"x" * 100), ArticleSettings(max_bytes=100)).text) == 100


def test_a_file_that_has_vanished_is_told(tmp_path: Path, settings: ArticleSettings) -> None:
    entry = Entry("gone", tmp_path / "gone.txt", tmp_path, "gone")
    assert "not there any more" in refusal(entry, settings)


def test_a_file_that_may_not_be_read_is_told(
    write: Write, settings: ArticleSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = write("China said.")

    def denied(*_: object, **__: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("os.open", denied)
    assert "permission" in refusal(entry, settings)


def test_a_failing_disk_is_told_in_the_system_s_words(
    write: Write, settings: ArticleSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = write("China said.")

    def failing(*_: object) -> bytes:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr("os.read", failing)
    assert "input/output error" in refusal(entry, settings)


def test_what_is_no_file_is_refused_and_never_waited_for(tmp_path: Path, settings: ArticleSettings) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    for name, word in (("pipe.txt", "pipe"), ("folder.txt", "folder"), ("loop.txt", "symbolic links")):
        assert word in refusal(Entry(name, tmp_path / name, tmp_path, name), settings)


def test_a_socket_and_an_impossible_name_are_refused(
    tmp_path: Path, settings: ArticleSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("s.txt")
        assert refusal(Entry("s", Path("s.txt"), Path(), "s"), settings)
    assert read_headline(Entry("n", Path("n\0.txt"), Path(), "n"), settings).problem is not None
    assert refusal(Entry("n", Path("n" * 5000), Path(), "n"), settings)


@pytest.fixture(scope="module")
def anything(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("anything")


PIECES = st.sampled_from(
    [
        b"---\n",
        b"+++\n",
        b"date 2025-04-02 ",
        b"title: ",
        b"# ",
        b"\n\n",
        b"China said. ",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\0",
        b"\xe9",
        "中。".encode(),
        b"Read more",
        b"Subject: ",
        b"From: ",
        b"https://www.a.org/",
        b"\x1b[2J",
    ]
)


@hypothesis_settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.binary(max_size=300) | st.lists(PIECES | st.binary(max_size=8), max_size=12).map(b"".join),
    st.sampled_from([".txt", ".md"]),
)
def test_any_bytes_are_read_or_refused(
    anything: Path, settings: ArticleSettings, data: bytes, suffix: str
) -> None:
    path = anything / f"any{suffix}"
    path.write_bytes(data)
    entry = Entry("any", path, anything, "any")
    if read_headline(entry, settings).problem:
        assert refusal(entry, settings)
        return
    article = read_both(entry, settings)
    assert article.text
    assert article.headline.problem is None
    assert article.headline.title.strip()
    assert len(article.sha256) == 64
    assert article == read_article(entry, settings)
