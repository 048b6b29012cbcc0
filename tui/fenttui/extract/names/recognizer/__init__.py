"""The trained recognizer of actors: tokens to names with their kinds. Its numpy is loaded on first use."""

from __future__ import annotations

import os

_THREADS = "OPENBLAS_NUM_THREADS"
_given = os.environ.get(_THREADS)
# Read once, as numpy is loaded: for a few hundred rows a second thread takes longer to wake than to work.
os.environ.setdefault(_THREADS, "1")

import numpy as np  # noqa: E402, F401

if _given is None:
    del os.environ[_THREADS]
