"""From bytes to rows: what can be read is read, and the rest says why not."""

import json

import pytest

from directory.importing.errors import Unreadable
from directory.importing.read.rows import read

ROWS = [{"id": "a", "name": "Café Åen"}, {"id": "b", "hours": [{"days": "mandag"}]}]


def test_a_plain_file_gives_its_rows_with_numbers():
    assert [(row.number, row.value) for row in read(json.dumps(ROWS).encode())] == [(1, ROWS[0]), (2, ROWS[1])]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_no_obstacle(encoding):
    data = json.dumps(ROWS, ensure_ascii=False).encode(encoding)
    assert [row.value for row in read(data)] == ROWS


@pytest.mark.parametrize(
    "data", [b"", b"   \n", b'{"offers": []}', b"hello", b"null", b"<html></html>", b"\x00\x01\x02", b"\xff\xfe"]
)
def test_a_file_without_a_list_is_unreadable_as_a_whole(data):
    with pytest.raises(Unreadable):
        read(data)


@pytest.mark.parametrize(
    "broken",
    [
        '{"id": "x", "name": }',
        '{"id": "x" "name": "y"}',
        "not json at all",
        '{"id": "x", "hours": [{"days": "mandag"}, {"days": oops}]}',
        "<p>hello</p>",
        '{"id": "x", "deep": ' + "[" * 100_000 + "}",
        '{"id": "x", "age": ' + "9" * 5000 + "}",
    ],
)
def test_a_broken_row_costs_that_row_alone(broken):
    text = f"[{json.dumps(ROWS[0])},\n{broken},\n{json.dumps(ROWS[1])}]"
    rows = list(read(text.encode()))
    assert [row.value for row in rows if not row.fault] == ROWS
    assert len([row for row in rows if row.fault]) == 1


def test_a_broken_row_at_the_end_is_told_and_nothing_else():
    rows = list(read(b'[{"id": "a"}, {"id": ]'))
    assert [bool(row.fault) for row in rows] == [False, True]


def test_a_file_that_was_cut_off_keeps_its_whole_rows_and_says_so():
    rows = list(read(b'[{"id": "a"}, {"id": "b"}, {"id": "c", "na'))
    assert [row.value for row in rows if not row.fault] == [{"id": "a"}, {"id": "b"}]
    assert rows[-1].fault


def test_text_after_the_list_is_told():
    assert [bool(row.fault) for row in read(b'[{"id": "a"}] and more')] == [False, True]


def test_an_empty_list_has_no_rows():
    assert list(read(b"[]")) == []
