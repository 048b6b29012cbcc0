"""`python -m training DATA`: trains the recognizer of actors on `DATA/train` and scores it on `DATA/dev`."""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from fenttui.extract.names.recognizer.labels import Token
from fenttui.extract.names.recognizer.model import MODEL_FILE, load_model, save_model
from fenttui.extract.names.recognizer.recognizer import Recognizer
from training.corpus import Labeled, read_corpus
from training.lexicon import build_lexicon, sizes
from training.model import learn
from training.scoring import scored


def main() -> None:
    """Train, save, and print what the saved model reaches."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("data", type=Path, help="the folder with the splits train and dev")
    parser.add_argument("-o", "--output", type=Path, default=MODEL_FILE, help="where the model goes")
    given = parser.parse_args()
    began = time.perf_counter()

    def tell(what: str) -> None:
        print(f"{time.perf_counter() - began:6.1f} s  {what}", flush=True)

    lexicon = build_lexicon()
    tell(f"lexicon: {dict(sizes(lexicon))}")
    articles = read_corpus(given.data / "train")
    tell(f"{len(articles)} articles")
    save_model(learn(articles, lexicon, tell), given.output)
    tell(f"{given.output.name}: {given.output.stat().st_size:,} bytes")
    tell(str(judge(Recognizer(load_model(given.output)), read_corpus(given.data / "dev"))))


def judge(recognizer: Recognizer, articles: list[Labeled]) -> dict[str, float]:
    """The scores of a recognizer on labeled articles."""
    found: list[list[Token]] = [
        [(name.first, name.end, str(name.kind)) for name in recognizer.names(article.tokens)]
        for article in articles
    ]
    return scored([article.names for article in articles], found)


if __name__ == "__main__":
    main()
