"""The clauses of a row before their verbs are read: which stretch belongs to which, and what opens it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from reportedly.extract.cases.items import CasePhrase, Item
from reportedly.extract.clauses import Clause
from reportedly.extract.things import Reader

Kind = Literal["main", "complement", "relative", "adverbial", "gerund", "participle", "coordinate", "gap"]
_MARKS = frozenset({",", ";", ":", "—", "?", "!", ".", "…"})
_EMBEDDED = frozenset({"relative", "gerund", "participle"})
_CONTRAST = frozenset({"а", "но", "однако", "зато", "але", "проте"})


@dataclass(slots=True)
class Node:
    """One clause: its items in order, what opens it, and the clause that it hangs on."""

    kind: Kind
    items: list[Item] = field(default_factory=list)
    parent: Node | None = None
    marker: str = ""
    opener: Item | None = None
    antecedent: CasePhrase | None = None
    clauses: list[Clause] = field(default_factory=list)
    mark: str = ""

    @property
    def complete(self) -> bool:
        return any(_predicate(i) for i in self.items)


def _predicate(item: Item) -> bool:
    return item.vg is not None and (item.kind == "PART" or item.vg.finite or item.vg.form == "ger")


def segment(row: Sequence[Item], reader: Reader) -> list[Node]:
    """The nodes of a row, parents before children."""
    builder = _Builder(reader)
    for mark, items in _stretches(row):
        builder.add(mark, items)
    return builder.nodes


def _stretches(row: Sequence[Item]) -> list[tuple[str, list[Item]]]:
    """The row cut at its marks: (mark before, items)."""
    out: list[tuple[str, list[Item]]] = []
    mark, items = "", list[Item]()
    for item in row:
        if item.kind in _MARKS:
            if items:
                out.append((mark, items))
                mark, items = item.kind, []
            elif mark in ("", ","):
                mark = item.kind
            continue
        items.append(item)
    if items:
        out.append((mark, items))
    return out


class _Builder:
    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.nodes: list[Node] = []
        self.stack: list[Node] = []

    def add(self, mark: str, items: list[Item]) -> None:
        kind, opener = self._opening(items)
        if not self.stack or mark == ";" or (mark in (".", "!", "?", "…")):
            self._push(
                Node("main" if kind in ("coordinate", "gap") else kind, items, None, "", opener, mark=mark)
            )
            self._introduce(self.nodes[-1], None)
            return
        top = self.stack[-1]
        if kind == "main":
            self._plain(mark, items)
            return
        node = Node(kind, items, top, opener=opener, mark=mark)
        self._introduce(node, top)
        self._push(node)

    def _push(self, node: Node) -> None:
        self.nodes.append(node)
        self.stack.append(node)

    def _opening(self, items: Sequence[Item]) -> tuple[Kind, Item | None]:
        for k, item in enumerate(items):
            if item.kind in ("CC", "ADV", "NEG", "ABOUT"):
                continue
            if item.kind == "COMP":
                return "complement", item
            if item.kind == "SUB":
                return "adverbial", item
            if item.kind == "REL":
                return "relative", item
            if item.kind == "P" and k + 1 < len(items) and items[k + 1].kind == "REL":
                return "relative", items[k + 1]
            if item.kind == "PART":
                return "participle", item
            break
        first = next(
            (i for i in items if i.kind == "VG" and i.vg is not None and (i.vg.finite or i.vg.form == "ger")),
            None,
        )
        if first is not None and first.vg is not None and first.vg.form == "ger":
            return "gerund", first
        return "main", None

    def _introduce(self, node: Node, top: Node | None) -> None:
        """Parent, marker and antecedent of a node that something opens."""
        opener = node.opener
        if node.kind == "complement" and opener is not None:
            node.marker = (
                "so that"
                if opener.word in ("чтобы", "щоб")
                else opener.word
                if opener.word in ("будто", "ніби", "нібито")
                else ""
            )
            if top is not None and top.kind == "complement" and any(i.kind == "CC" for i in node.items[:2]):
                node.parent = top.parent
        elif node.kind == "adverbial" and opener is not None:
            node.marker = {
                "если": "if",
                "якщо": "if",
                "если бы": "if",
                "якби": "if",
                "ли": "whether",
                "чи": "whether",
            }.get(opener.word, opener.word)
        elif node.kind in ("relative", "participle") and top is not None and opener is not None:
            mask = self._mask(opener)
            node.antecedent = self._antecedent(top, mask, node.kind)

    def _mask(self, opener: Item) -> int:
        return opener.vg.word.mask if opener.vg is not None else opener.mask

    def _antecedent(self, top: Node, mask: int, kind: Kind) -> CasePhrase | None:
        plural, singular = bool(mask >> 6), bool(mask & 0b111111)
        last = next((i.np for i in reversed(top.items) if i.np is not None), None)
        if last is None:
            return None
        chain: list[CasePhrase] = []
        at: CasePhrase | None = last.members[-1] if last.members and not plural else last  # type: ignore[assignment]
        while at is not None:
            chain.append(at)
            at = at.of  # type: ignore[assignment]
        for np in reversed(chain):
            if kind == "participle" and not np.mask & mask:
                continue
            if (plural and (np.mask >> 6 or np.members)) or (singular and np.mask & 0b111111):
                return np
        if kind == "participle":
            for item in reversed(top.items):
                if item.np is not None and item.np.mask & mask:
                    return item.np
        return chain[-1] if chain and kind == "relative" else None

    # -- stretches that nothing opens ---------------------------------------------------------------

    def _plain(self, mark: str, items: list[Item]) -> None:
        finite = any(_predicate(i) for i in items)
        top = self.stack[-1]
        if not finite:
            self._continue(mark, items, top)
            return
        waiting = next((n for n in reversed(self.stack) if not n.complete), None)
        if waiting is not None and mark in (",", "—"):
            self._resume(waiting, items)
            return
        if mark == ":" and self._speaks(top):
            node = Node("complement", items, top, mark=mark)
            self._push(node)
            return
        base = next(
            (n for n in reversed(self.stack) if n.kind not in _EMBEDDED and n.kind != "adverbial"), None
        )
        if base is None:
            node = Node("main", items, None, mark=mark)
            for earlier in self.stack:
                earlier.parent = earlier.parent or node
            self.stack.clear()
            self.nodes.insert(0, node)
            self.stack.append(node)
            return
        node = Node("coordinate", items, base, mark=mark)
        while self.stack and self.stack[-1] is not base:
            self.stack.pop()
        self._push(node)

    def _speaks(self, node: Node) -> bool:
        return any(i.vg is not None and i.vg.word.lemma in self.reader.pack.report_verbs for i in node.items)

    def _resume(self, node: Node, items: list[Item]) -> None:
        node.items.extend(items)
        while self.stack[-1] is not node:
            self.stack.pop()

    def _continue(self, mark: str, items: list[Item], top: Node) -> None:
        """Without a verb: more of the clause that the last stretch belongs to, or of the one that an embedded
        clause interrupted; after "а X —" the same verb again.
        """
        if mark == "—" and top.kind == "gap":
            top.items.extend([Item("—", 0, 0), *items])
            return
        if items[0].kind == "CC" and items[0].word in _CONTRAST and any(i.np is not None for i in items):
            base = next((n for n in reversed(self.stack) if n.kind not in _EMBEDDED and n.complete), None)
            if base is not None:
                self._push(Node("gap", items, base, mark=mark))
                return
        if top.kind in _EMBEDDED and len(self.stack) > 1 and top.complete and mark in (",", "—"):
            self._resume(self.stack[-2], items)
            return
        top.items.extend(items)
