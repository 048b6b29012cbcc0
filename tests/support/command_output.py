"""What a command printed."""

from __future__ import annotations

import json
from typing import Any

from click.testing import Result


def records(result: Result) -> list[dict[str, Any]]:
    """Return the objects that a command printed, one a line."""
    return [json.loads(line) for line in result.stdout.splitlines()]
