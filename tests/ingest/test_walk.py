"""Which files are read, in which order, under which name."""

from __future__ import annotations

import os
from pathlib import Path

from reportedly.documents import Failure
from reportedly.ingest import Found, discover, printable


def names(*paths: str | Path) -> list[str]:
    return [item.file for item in discover(paths)]


def codes(*paths: str | Path) -> list[tuple[str, str]]:
    return [(item.file, item.code) for item in discover(paths) if isinstance(item, Failure)]


def test_a_folder_is_walked_in_byte_order_of_paths(folder: Path) -> None:
    """Order is that of the whole relative path, as `LC_ALL=C sort` would have it."""
    for name in ("b.txt", "a/z.txt", "a-b.txt", "a.txt", "a/é.txt", "Z.txt", "a0.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("x")
    expected = sorted(["b.txt", "a/z.txt", "a-b.txt", "a.txt", "a/é.txt", "Z.txt", "a0.txt"], key=os.fsencode)
    assert names(folder) == expected


def test_several_paths_keep_their_folder_in_the_name(folder: Path) -> None:
    """Two folders with a file of one name give two names."""
    other = folder.parent / "other"
    other.mkdir()
    (folder / "x.txt").write_text("x")
    (other / "x.txt").write_text("x")
    assert names(folder, other) == [f"{folder}/x.txt", f"{other}/x.txt"]


def test_a_found_file_can_be_handed_on(folder: Path) -> None:
    """What a first walk found is taken as it is, name and all: so workers share a folder."""
    (folder / "x.txt").write_text("x")
    (found,) = discover([folder])
    assert isinstance(found, Found)
    assert list(discover([found])) == [found]
    assert Path(found).read_text() == "x"


def test_links_out_of_the_folder_are_refused(folder: Path) -> None:
    """Neither a file nor a folder outside is reached; a link to a file inside is read."""
    secret = folder.parent / "secret.txt"
    secret.write_text("x")
    (folder / "in.txt").write_text("x")
    (folder / "link-in").symlink_to("in.txt")
    (folder / "link-out").symlink_to(secret)
    (folder / "link-up").symlink_to("..")
    (folder / "loop").symlink_to(".")
    (folder / "nowhere").symlink_to("gone.txt")
    assert codes(folder) == [
        ("link-out", "outside_folder"),
        ("link-up", "outside_folder"),
        ("nowhere", "not_found"),
    ]
    assert [item.file for item in discover([folder]) if isinstance(item, Found)] == ["in.txt", "link-in"]


def test_a_sibling_with_the_same_beginning_is_outside(folder: Path) -> None:
    """`reports-secret` is not inside `reports`."""
    sibling = folder.parent / "reports-secret"
    sibling.write_text("x")
    (folder / "link").symlink_to(sibling)
    assert codes(folder) == [("link", "outside_folder")]


def test_a_folder_without_files_is_named(folder: Path) -> None:
    """Also one that holds only folders and hidden files."""
    (folder / "sub").mkdir()
    (folder / ".hidden").write_text("x")
    assert codes(folder) == [(str(folder), "nothing_to_read")]


def test_a_missing_path_is_named(folder: Path) -> None:
    assert codes(folder / "none.txt") == [(str(folder / "none.txt"), "not_found")]


def test_a_pipe_in_a_folder_is_not_waited_for(folder: Path) -> None:
    """Opening it would hang until someone writes."""
    os.mkfifo(folder / "pipe")
    assert codes(folder) == [("pipe", "unreadable")]


def test_names_may_hold_anything(folder: Path) -> None:
    """Bytes that are no UTF-8, line breaks and direction marks are shown escaped, and the files are found."""
    raw = [b"a\nb.txt", b"bad\xff.txt", "\u202etxt.exe".encode(), "報告 書.txt".encode()]
    for name in raw:
        Path(os.path.join(os.fsencode(folder), name).decode("utf-8", "surrogateescape")).write_text("x")
    assert names(folder) == ["a\\nb.txt", "bad\\xff.txt", "\\u202etxt.exe", "報告 書.txt"]


def test_different_names_stay_different() -> None:
    """A name with a backslash and one with a line break do not become one."""
    assert printable("a\\nb") != printable("a\nb")


def test_very_deep_folders_are_walked(folder: Path) -> None:
    """Depth is not bounded by Python's recursion."""
    deep = folder
    for _ in range(300):
        deep = deep / "d"
        deep.mkdir()
    (deep / "x").write_text("x")
    assert names(folder) == ["d/" * 300 + "x"]
