// Adding reports: a folder, dropping, and progress while they are read.
"use strict";
const form = document.getElementById("drop");
if (form) {
  const files = document.getElementById("files"), folder = document.getElementById("folder");
  document.getElementById("folder-choice").hidden = false;
  document.getElementById("drop-hint").hidden = false;
  const chosen = document.getElementById("chosen");
  const tell = () => { const n = files.files.length + folder.files.length; chosen.textContent = n ? `${n} files chosen` : ""; };
  files.addEventListener("change", tell);
  folder.addEventListener("change", tell);
  form.addEventListener("dragover", (event) => { event.preventDefault(); form.classList.add("over"); });
  form.addEventListener("dragleave", () => form.classList.remove("over"));
  form.addEventListener("drop", async (event) => {
    event.preventDefault();
    form.classList.remove("over");
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry()).filter(Boolean);
    const found = (await Promise.all(entries.map((entry) => walk(entry, "")))).flat();
    send(found);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send([...files.files, ...folder.files].map((file) => [file, file.webkitRelativePath || file.name]));
  });

  async function send(found) {
    if (!found.length) { chosen.textContent = "Choose files first."; return; }
    chosen.textContent = `Handing over ${found.length} files …`;
    const data = new FormData();
    for (const [file, name] of found) data.append("files", file, name);
    const answer = await fetch("/add", { method: "POST", body: data });
    if (answer.redirected) location.href = answer.url;
    else chosen.textContent = "They were not taken; try fewer at once.";
  }

  async function walk(entry, path) {
    if (entry.isFile) return [[await new Promise((done, failed) => entry.file(done, failed)), path + entry.name]];
    const reader = entry.createReader(), all = [];
    for (;;) {
      const some = await new Promise((done, failed) => reader.readEntries(done, failed));
      if (!some.length) break;
      all.push(...some);
    }
    return (await Promise.all(all.map((child) => walk(child, path + entry.name + "/")))).flat();
  }
}

const job = document.getElementById("job");
if (job && "running" in job.dataset) follow(Number(job.dataset.since));

async function follow(since) {
  const answer = await fetch(`/add/${job.dataset.job}.json?since=${since}`);
  if (!answer.ok) return;
  const now = await answer.json();
  document.getElementById("bar").value = now.done;
  document.getElementById("bar").max = Math.max(now.total, now.done);
  document.getElementById("counts").textContent = `${now.done} of ${Math.max(now.total, now.done)}, ${now.claims} claims` + (now.counts.failed ? `, ${now.counts.failed} failed` : "");
  const rows = document.getElementById("outcomes");
  for (const outcome of now.outcomes) rows.append(row(outcome));
  if (now.running) setTimeout(follow, 400, since + now.outcomes.length);
  else {
    document.getElementById("job-title").textContent = "Done";
    document.getElementById("after").hidden = false;
    const error = document.getElementById("job-error");
    error.textContent = now.error;
    error.hidden = !now.error;
  }
}

function row(outcome) {
  const tr = document.createElement("tr");
  const name = document.createElement(outcome.digest ? "a" : "bdi");
  name.textContent = outcome.file;
  if (outcome.digest) name.href = "/documents/" + outcome.digest.slice(0, 16);
  const state = document.createElement("span");
  state.className = "state state-" + ({ read: "accept", failed: "reject" }[outcome.state] || "open");
  state.textContent = outcome.state;
  for (const content of [[name], [state, " " + outcome.reason], [outcome.state === "read" ? String(outcome.claims) : ""]]) {
    const cell = document.createElement("td");
    cell.append(...content);
    tr.append(cell);
  }
  tr.lastChild.className = "num";
  return tr;
}
