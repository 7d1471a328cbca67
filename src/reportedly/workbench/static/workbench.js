// On every page: light and dark, and keys that lead somewhere.
"use strict";
const themeButton = document.getElementById("theme");
themeButton.hidden = false;
themeButton.addEventListener("click", () => {
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const now = document.documentElement.dataset.theme || (dark ? "dark" : "light");
  const next = now === "dark" ? "light" : "dark";
  document.documentElement.dataset.theme = next;
  localStorage.setItem("theme", next);
});

if (document.querySelector("[data-reload]")) setTimeout(() => location.reload(), 1500);

function typing(event) {
  return event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) event.target.blur();
  if (typing(event)) return;
  if (event.key === "/") {
    const field = document.querySelector(".top-search input");
    if (field) { field.focus(); event.preventDefault(); }
  } else if (event.key === "?") location.href = "/static/help.html";
  else if (event.key === "j" || event.key === "k") step(event.key === "j" ? 1 : -1);
});

// In a table, j and k go from row to row.
function step(by) {
  const rows = [...document.querySelectorAll("a.rowlink")];
  if (!rows.length) return;
  const at = rows.indexOf(document.activeElement);
  const next = rows[Math.min(rows.length - 1, Math.max(0, at + by))];
  next.focus();
  next.scrollIntoView({ block: "nearest" });
}
