// The reading desk: keys, jumping between the claim and its words, and picking words for a correction.
"use strict";
const text = document.getElementById("text");
const active = text.dataset.active;
const marked = [...text.querySelectorAll("mark[data-claims]")];

for (const mark of marked) {
  const claims = mark.dataset.claims.split(" ");
  if (claims.includes(active)) mark.classList.add("on");
  mark.addEventListener("click", () => {
    if (!getSelection().isCollapsed) return;
    const at = claims.indexOf(active);
    const next = claims[(at + 1) % claims.length];
    if (next !== active) location.href = "/claims/" + encodeURIComponent(next);
  });
}

// Where to begin reading: the words asked for, else the active claim's, else a hit of the search.
const wanted = new URLSearchParams(location.search).get("at");
const start = (wanted && at(Number(wanted))) || text.querySelector("mark.on") || text.querySelector("mark.w-hit");
if (start) start.scrollIntoView({ block: "center" });

// The element that holds the code point at `offset`.
function at(offset) {
  let found = null;
  for (const piece of text.querySelectorAll("[data-s]")) {
    if (Number(piece.dataset.s) > offset) break;
    found = piece;
  }
  return found;
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-goto]");
  if (!link) return;
  event.preventDefault();
  const piece = at(Number(link.dataset.goto));
  if (!piece) return;
  piece.scrollIntoView({ block: "center" });
  piece.classList.remove("flash");
  requestAnimationFrame(() => piece.classList.add("flash"));
});

document.addEventListener("keydown", (event) => {
  if (typing(event)) return;
  const to = { j: "next", k: "previous" }[event.key];
  if (to) { document.getElementById(to)?.click(); event.stopImmediatePropagation(); return; }
  if (event.key === "e") { document.getElementById("reason")?.focus(); event.preventDefault(); return; }
  const button = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (button) { button.click(); event.preventDefault(); }
}, true);

// Words for a correction: offsets count code points of the document's text, as the ledger's do.
let picked = null;
document.addEventListener("selectionchange", () => {
  const selection = getSelection();
  if (selection.isCollapsed || !selection.rangeCount) return;
  const range = selection.getRangeAt(0);
  if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return;
  const from = offset(range.startContainer, range.startOffset, true), to = offset(range.endContainer, range.endOffset, false);
  if (from !== null && to !== null && from < to) picked = { from, to, words: selection.toString() };
});

function offset(node, within, opening) {
  let piece = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-s]");
  if (!piece) {
    const child = node.childNodes?.[opening ? within : within - 1];
    piece = child?.nodeType === Node.ELEMENT_NODE ? (child.matches("[data-s]") ? child : child.querySelector("[data-s]")) : null;
    if (!piece) return null;
    return Number(piece.dataset.s) + (opening ? 0 : size(piece));
  }
  if (piece.classList.contains("hid")) return Number(piece.dataset.s) + (opening ? 0 : 1);
  const before = node.nodeType === Node.TEXT_NODE ? node.data.slice(0, within) : "";
  return Number(piece.dataset.s) + [...before].length;
}

function size(piece) {
  return piece.classList.contains("hid") ? 1 : [...piece.textContent].length;
}

for (const button of document.querySelectorAll(".pick-words")) {
  button.hidden = false;
  button.addEventListener("mousedown", (event) => event.preventDefault()); // keeps the selection
  button.addEventListener("click", () => {
    if (!picked) { button.textContent = "Select words in the document first"; return; }
    const row = button.closest(".row");
    row.querySelector("[name$='.start']").value = picked.from;
    row.querySelector("[name$='.end']").value = picked.to;
    row.querySelector(".said").textContent = picked.words;
    const name = row.querySelector(".name");
    if (!name.value) { name.value = picked.words; row.querySelector(".id").value = ""; }
    button.textContent = "Pick words";
  });
}

// Entities of the lexicon while typing a name.
const known = document.getElementById("known");
const ids = new Map();
for (const field of document.querySelectorAll(".row .name")) {
  field.addEventListener("input", async () => {
    const row = field.closest(".row");
    row.querySelector(".id").value = ids.get(field.value) || "";
    if (field.value.length < 2 || ids.has(field.value)) return;
    const answer = await fetch("/known.json?q=" + encodeURIComponent(field.value));
    if (!answer.ok) return;
    known.replaceChildren(...(await answer.json()).entities.map((entity) => {
      ids.set(entity.name, entity.id);
      const option = document.createElement("option");
      option.value = entity.name;
      option.label = entity.id;
      return option;
    }));
  });
}
