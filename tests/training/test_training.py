from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from fenttui.extract.names.recognizer.consistency import agreement, feature_table, second_scores
from fenttui.extract.names.recognizer.document import describe, outline
from fenttui.extract.names.recognizer.hashing import HashIndex
from fenttui.extract.names.recognizer.labels import LABELS, decode, encode
from fenttui.extract.names.recognizer.lexicon import CLASS, Lexicon, phrase_hash
from fenttui.extract.names.recognizer.model import load_model, save_model
from fenttui.extract.names.recognizer.recognizer import Recognizer
from fenttui.extract.names.recognizer.words import attributes
from fenttui.extract.text.tokens import tokenize
from tests.support.marked_text import MarkedText, marked_texts
from training.corpus import Labeled, read_corpus
from training.model import learn

LABEL = {"person": "Person", "organization": "Organization", "place": "Location", "group": "NORP"}


def write_article(folder: Path, name: str, marked: MarkedText) -> None:
    """An article as the corpus has it: its text, and beside it a word and a label a line."""
    (folder / name).write_text(marked.text, "utf-8")
    tokens = tokenize(marked.text)
    lines = []
    for word, start in zip(tokens.words, tokens.starts, strict=True):
        inside = [name for name in marked.names if name[0] <= start < name[1]]
        label = "O"
        if inside:
            label = ("B-" if inside[0][0] == start else "I-") + LABEL[inside[0][2]]
        lines.append("" if word.startswith("\n") else f"{word}\t{label}")
    (folder / f"{name}.tsv").write_text("\n".join(lines) + "\n", "utf-8")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> list[Labeled]:
    folder = tmp_path_factory.mktemp("corpus")
    for number, marked in enumerate(marked_texts("first")):
        write_article(folder, f"{number:02}.txt", marked)
    return read_corpus(folder)


def small_lexicon() -> Lexicon:
    phrases = {
        phrase_hash(["Kenya"]): (1, 0),
        phrase_hash(["Sri", "Lanka"]): (1, 0),
        phrase_hash(["Iraqi"]): (0, 1),
    }
    words = sorted({word.casefold(): 0 for word in ("said", "minister")})
    return Lexicon(
        np.array(sorted(phrase_hash([word]) for word in words), np.uint32),
        np.zeros(2, np.uint32),
        np.ones(2, np.uint8),
        np.full(2, CLASS["speech"], np.uint16),
        np.array(sorted(phrases), np.uint32),
        np.array([phrases[key] for key in sorted(phrases)], np.uint8),
    )


def silent(_: str) -> None:
    pass


def test_the_articles_are_read_with_their_names(corpus: list[Labeled]) -> None:
    texts = marked_texts("first")
    assert len(corpus) == len(texts)
    said = {article.tokens.said(first, end) for article in corpus for first, end, _ in article.names}
    assert {"Wang Yi", "Xi Jinping", "Kasanga National Union of Farmers"} & said
    assert sum(len(article.names) for article in corpus) >= 0.97 * sum(len(text.names) for text in texts)


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"holds no \.tsv file"):
        read_corpus(tmp_path)


def test_the_same_articles_give_the_same_bytes_and_a_model_that_finds_their_names(
    corpus: list[Labeled], tmp_path: Path
) -> None:
    for number in (1, 2):
        save_model(learn(corpus, small_lexicon(), silent), tmp_path / f"{number}.npz")
    assert (tmp_path / "1.npz").read_bytes() == (tmp_path / "2.npz").read_bytes()
    recognizer = Recognizer(load_model(tmp_path / "1.npz"))
    gold = {(number, *name) for number, article in enumerate(corpus) for name in article.names}
    found = {
        (number, name.first, name.end, name.kind)
        for number, article in enumerate(corpus)
        for name in recognizer.names(article.tokens)
    }
    assert len(gold & found) > 0.8 * len(gold)


def test_the_second_pass_scores_what_it_learned_from() -> None:
    tokens = tokenize(
        "Wang Yi met Mr Rubio. Rubio left. The U.N. and Rubio's aides, of Kenya, stayed in Kenya."
    )
    sketch = outline(tokens)
    assert sketch is not None
    lexicon = small_lexicon()
    document = describe(tokens, sketch, *attributes(sketch.words, lexicon), lexicon)
    random = np.random.default_rng(3)
    scores = random.normal(size=(len(document.chosen), len(LABELS))).astype(np.float32)
    seen = agreement(scores.argmax(axis=1), document)
    table = feature_table(scores, seen)
    weights = random.normal(size=(table.shape[1], len(LABELS))).astype(np.float32)
    np.testing.assert_allclose(second_scores(scores, seen, weights), table @ weights, rtol=1e-3, atol=1e-3)


def test_labels_spell_the_names_that_they_were_made_of() -> None:
    names = [(0, 1, "person"), (1, 4, "organization"), (5, 7, "place")]
    assert list(decode(encode(names, 8).tolist(), range(8))) == names


def test_every_hash_is_found_where_it_stands_and_no_other() -> None:
    random = np.random.default_rng(5)
    drawn = np.unique(random.integers(1, 1 << 32, 5000, dtype=np.uint64).astype(np.uint32))
    crowded = np.arange(1 << 20, (1 << 20) + 40, dtype=np.uint32)
    keys = np.union1d(drawn[::2], crowded)
    index = HashIndex(keys)
    assert index.rows(keys).tolist() == list(range(len(keys)))
    others = np.setdiff1d(drawn[1::2], keys)
    assert set(index.rows(others).tolist()) == {len(keys)}
    assert index.rows(np.zeros(3, np.uint32)).tolist() == [len(keys)] * 3
