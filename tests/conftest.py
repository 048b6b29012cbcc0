from __future__ import annotations

import gc


def pytest_collection_finish() -> None:
    """Spare the garbage collector what was imported: walking through it takes a third of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
