from __future__ import annotations

import datetime as dt
import uuid

import pytest

from fenttui.notes.identity import IdSequence, login_name, new_id

NOW = dt.datetime(2025, 4, 3, 9, 12, 44, 123000, tzinfo=dt.UTC)


def test_an_id_is_a_uuid_of_version_7_with_the_time_in_milliseconds() -> None:
    identity = uuid.UUID(IdSequence().next(NOW))
    assert (identity.version, identity.variant) == (7, uuid.RFC_4122)
    assert identity.int >> 80 == int(NOW.timestamp() * 1000)


def test_ids_rise_within_a_millisecond_and_when_the_clock_goes_back() -> None:
    sequence = IdSequence()
    times = [NOW] * 2000 + [NOW - dt.timedelta(hours=1)] * 10 + [NOW + dt.timedelta(milliseconds=1)]
    ids = [sequence.next(time) for time in times]
    assert ids == sorted(set(ids))
    assert all(uuid.UUID(identity).version == 7 for identity in ids)


def test_all_notes_of_one_program_share_a_sequence() -> None:
    ids = [new_id(NOW) for _ in range(100)]
    assert ids == sorted(set(ids))


def test_two_programs_in_the_same_millisecond_get_different_ids() -> None:
    assert len({IdSequence().next(NOW) for _ in range(500)}) == 500


def test_a_time_before_1970_still_gives_an_id() -> None:
    assert uuid.UUID(IdSequence().next(dt.datetime(1900, 1, 1, tzinfo=dt.UTC))).version == 7


def test_the_login_name_is_empty_where_there_is_no_account(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise KeyError("uid not found")

    monkeypatch.setattr("getpass.getuser", nobody)
    assert login_name() == ""
