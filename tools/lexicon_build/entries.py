"""Reads and checks the YAML entries. Every complaint is one line that names file and entry; all are found
before it stops.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

import yaml

from reportedly.lexicon.entities import ActorCategory, EntityKind, MaterielLevel, NameType

KINDS = get_args(EntityKind)
NAME_TYPES = frozenset(get_args(NameType))
CATEGORIES: dict[str, frozenset[str]] = {
    "actor": frozenset(get_args(ActorCategory)),
    "state": frozenset({"state", "territory"}),
    "materiel": frozenset(get_args(MaterielLevel)),
    "place": frozenset(
        {
            "capital", "city", "town", "port", "airport", "air_base", "naval_base", "base",
            "border_crossing", "region",
            "province", "sea", "strait", "gulf", "canal", "river", "lake", "island", "mountains", "desert",
            "camp", "site",
            "road", "district", "continent",
        }
    ),
    "outlet": frozenset({"newspaper", "agency", "broadcaster", "magazine", "site"}),
}  # fmt: skip
UNROCA = frozenset({"I", "II", "III", "IV", "V", "VI", "VII", "SALW"})
ATT = frozenset("abcdefgh")
FIELDS = frozenset(
    {"id", "name", "category", "country", "parents", "names", "sources", "shared", "weak", "note"}
)
KIND_FIELDS: dict[str, frozenset[str]] = {
    "materiel": frozenset({"unroca", "att", "sipri"}),
    "outlet": frozenset({"domains", "languages"}),
    "place": frozenset({"latitude", "longitude"}),
    "state": frozenset({"latitude", "longitude", "cldr"}),
}
NAME_FIELDS = frozenset({"text", "type", "weak", "from", "to"})
_ID = re.compile(r"[a-z]+/[a-z0-9]+(-[a-z0-9]+)*\Z")
_LANGUAGE = re.compile(r"[a-z]{2,3}\Z|und\Z")
_COUNTRY = re.compile(r"[a-z]{2}\Z")
_YEAR = re.compile(r"\d{4}(-\d\d(-\d\d)?)?\Z")
_DOMAIN = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+\Z")
_FLAGS = {"true": True, "yes": True, "false": False, "no": False}


@dataclass(frozen=True)
class Label:
    """One name as listed."""

    text: str
    language: str | None
    type: str = "name"
    weak: bool = False
    since: str | None = None
    until: str | None = None


@dataclass
class Entry:
    """One entry as listed, with its place for complaints."""

    id: str
    where: str
    fields: dict[str, Any]
    labels: list[Label] = field(default_factory=list)
    shared: bool = False

    @property
    def kind(self) -> str:
        return self.id.partition("/")[0]


class Complaints(list[str]):
    """What is wrong with the entries, one line each."""

    def add(self, where: str, what: str) -> None:
        self.append(f"{where}: {what}")


def read_folder(folder: Path, complaints: Complaints) -> list[Entry]:
    """Every entry of the `*.yml` under `folder`, files in order of their paths."""
    return [
        entry
        for path in sorted(folder.rglob("*.yml"))
        for entry in read_file(path, path.relative_to(folder).as_posix(), complaints)
    ]


def read_file(path: Path, name: str, complaints: Complaints) -> Iterator[Entry]:
    """The entries of one file: a list, or a mapping of `default_sources` and `entries`."""
    try:
        # The base loader leaves scalars as written: country `no` is Norway, not false.
        loaded = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        complaints.add(name, "not YAML: " + " ".join(str(error).split()))
        return
    sources: list[str] = []
    if isinstance(loaded, dict):
        if loaded.keys() - {"default_sources", "entries"}:
            complaints.add(name, "top level has keys other than default_sources and entries")
        sources, loaded = loaded.get("default_sources") or [], loaded.get("entries")
    if not isinstance(loaded, list):
        complaints.add(name, "is neither a list of entries nor a mapping with `entries`")
        return
    for number, raw in enumerate(loaded, 1):
        entry = _entry(raw, f"{name}, entry {number}", name, sources, complaints)
        if entry is not None:
            yield entry


def _entry(raw: Any, at: str, name: str, sources: list[str], complaints: Complaints) -> Entry | None:
    if not isinstance(raw, dict) or not isinstance(raw.get("id"), str) or not raw["id"]:
        complaints.add(at, "is not a mapping with an id")
        return None
    entry = Entry(id=raw["id"], where=f"{name}, {raw['id']}", fields={"sources": sources} | raw)
    if not _ID.match(entry.id) or entry.kind not in KINDS:
        complaints.add(entry.where, "the id is not kind/lower-case-words with a known kind")
        return None
    before = len(complaints)
    _check_fields(entry, complaints)
    if len(complaints) == before:
        _read_labels(entry, complaints)
        entry.shared = bool(_flag(raw.get("shared", "false"), "shared", entry, complaints))
    return entry


def _check_fields(entry: Entry, complaints: Complaints) -> None:
    fields = entry.fields
    for unknown in sorted(fields.keys() - FIELDS - KIND_FIELDS.get(entry.kind, frozenset())):
        complaints.add(entry.where, f"unknown field `{unknown}`")
    if not isinstance(fields.get("name"), str) or not fields["name"].strip():
        complaints.add(entry.where, "has no name")
    for key in ("parents", "sources", "domains", "languages"):
        if not isinstance(fields.get(key, []), list) or not all(
            isinstance(v, str) and v for v in fields.get(key, [])
        ):
            complaints.add(entry.where, f"`{key}` is not a list of words")
            fields[key] = []
    if not fields["sources"]:
        complaints.add(entry.where, "has no sources")
    _check_closed(entry, "category", CATEGORIES[entry.kind], complaints, required=True)
    _check_closed(entry, "unroca", UNROCA, complaints)
    _check_closed(entry, "att", ATT, complaints)
    if fields.get("country") and not _COUNTRY.match(str(fields["country"])):
        complaints.add(entry.where, f"country `{fields['country']}` is not two lower-case letters")
    for domain in fields.get("domains", []):
        if not _DOMAIN.match(domain):
            complaints.add(entry.where, f"`{domain}` is not a domain")
    for key, limit in (("latitude", 90.0), ("longitude", 180.0)):
        if key in fields:
            _check_degrees(entry, key, limit, complaints)


def _check_closed(
    entry: Entry, key: str, allowed: frozenset[str], complaints: Complaints, *, required: bool = False
) -> None:
    value = entry.fields.get(key)
    if value is None and not required:
        return
    if value not in allowed:
        complaints.add(entry.where, f"{key} `{value}` is not one of {', '.join(sorted(allowed))}")


def _check_degrees(entry: Entry, key: str, limit: float, complaints: Complaints) -> None:
    try:
        entry.fields[key] = round(float(entry.fields[key]), 4)
    except (TypeError, ValueError):
        complaints.add(entry.where, f"{key} is not a number")
        return
    if abs(entry.fields[key]) > limit:
        complaints.add(entry.where, f"{key} is beyond {limit:g}")


def _read_labels(entry: Entry, complaints: Complaints) -> None:
    weak = _flag(entry.fields.get("weak", "false"), "weak", entry, complaints)
    entry.labels.append(Label(entry.fields["name"].strip(), "en", weak=weak))
    entry.labels += [Label(domain, None, "domain") for domain in entry.fields.get("domains", [])]
    names = entry.fields.get("names") or {}
    if not isinstance(names, Mapping):
        complaints.add(entry.where, "`names` is not a mapping of languages to lists")
        return
    for language, listed in names.items():
        if not _LANGUAGE.match(str(language)) or not isinstance(listed, list):
            complaints.add(entry.where, f"`names: {language}` is not a language with a list")
            continue
        for raw in listed:
            label = _label(raw, None if language == "und" else language, entry, complaints)
            if label is not None and label not in entry.labels:
                entry.labels.append(label)


def _label(raw: Any, language: str | None, entry: Entry, complaints: Complaints) -> Label | None:
    spec: Mapping[str, Any] = raw if isinstance(raw, Mapping) else {"text": raw}
    text = spec.get("text")
    if not isinstance(text, str) or not any(char.isalnum() for char in text):
        complaints.add(entry.where, f"has an empty name in {language or 'und'}")
        return None
    for unknown in sorted(spec.keys() - NAME_FIELDS):
        complaints.add(entry.where, f"name `{text}` has an unknown field `{unknown}`")
    kind = spec.get("type", "name")
    if kind not in NAME_TYPES:
        complaints.add(
            entry.where, f"name `{text}` has type `{kind}`, not one of {', '.join(sorted(NAME_TYPES))}"
        )
        return None
    for key in ("from", "to"):
        if spec.get(key) and not _YEAR.match(str(spec[key])):
            complaints.add(entry.where, f"name `{text}`: `{key}: {spec[key]}` is not a year or date")
    weak = _flag(spec.get("weak", "false"), "weak", entry, complaints)
    return Label(
        " ".join(text.split()), language, kind, weak, spec.get("from") or None, spec.get("to") or None
    )


def _flag(value: str, key: str, entry: Entry, complaints: Complaints) -> bool:
    if value not in _FLAGS:
        complaints.add(entry.where, f"`{key}: {value}` is not true or false")
    return _FLAGS.get(value, False)
