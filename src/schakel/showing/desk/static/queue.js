// The queue by keyboard: one key decides and goes on. Without this script the buttons of each row do the same.
"use strict";

(() => {
  const table = document.getElementById("leads");
  if (!table) return;
  const told = document.getElementById("told");
  const rows = [...table.tBodies[0].rows];
  const undone = []; // rows that were judged here, the last one last
  let at = -1;

  const say = (text) => { told.textContent = text; };
  const open = (row) => !row.classList.contains("is-judged");

  function go(to) {
    if (to < 0 || to >= rows.length) return;
    if (at >= 0) rows[at].removeAttribute("aria-current");
    at = to;
    rows[at].setAttribute("aria-current", "true");
    rows[at].focus({ preventScroll: true });
    const box = rows[at].getBoundingClientRect();
    if (box.top < 90 || box.bottom > innerHeight - 90) scrollTo({ top: scrollY + box.top - 110 });
  }

  function onward() {
    const next = rows.findIndex((row, place) => place > at && open(row));
    if (next >= 0) return go(next);
    const first = rows.findIndex(open);
    if (first >= 0) return go(first);
    location.reload(); // all of this page is judged: the next leads come
  }

  async function send(form, fields) {
    const body = new URLSearchParams(new FormData(form));
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    const answer = await fetch(form.getAttribute("action"), { method: "POST", body, headers: { accept: "application/json" } });
    return { ok: answer.ok, said: await answer.json() };
  }

  function mark(row, made) {
    const now = row.querySelector("[data-now]");
    now.replaceChildren();
    row.classList.toggle("is-judged", Boolean(made.answer));
    row.querySelector("input[name=seen]").value = made.verdict_id;
    row.querySelector("input[name=subject][form]").value = `${row.dataset.seller} ${made.verdict_id}`;
    if (!made.answer) return;
    const word = document.createElement("b");
    word.className = `is-${made.answer}`;
    word.textContent = table.getAttribute(`data-said-${made.answer}`);
    const by = document.createElement("span");
    by.className = "quiet";
    by.textContent = ` ${made.by}`;
    now.append(word, by);
  }

  async function judge(row, answer) {
    if (row.dataset.busy) return;
    row.dataset.busy = "yes";
    const form = row.querySelector("form.judge");
    try {
      const { ok, said } = await send(form, { answer });
      if (ok) {
        mark(row, said);
        undone.push({ row, number: said.verdict_id });
        say(`${table.getAttribute(`data-said-${answer}`)}: ${row.querySelector(".title").textContent}`);
        if (rows.indexOf(row) === at) onward();
      } else {
        if (said.newest && said.newest.verdict_id) mark(row, said.newest);
        warn(row, said.details || table.dataset.failed);
      }
    } catch {
      warn(row, table.dataset.failed);
    } finally {
      delete row.dataset.busy;
    }
  }

  function warn(row, text) {
    let note = row.querySelector(".ahead");
    if (!note) {
      note = document.createElement("p");
      note.className = "ahead";
      note.setAttribute("role", "alert");
      row.querySelector(".word").append(note);
    }
    note.textContent = text;
  }

  async function undo() {
    const last = undone.pop();
    if (!last) return;
    const form = last.row.querySelector("form.judge");
    const body = new URLSearchParams({ key: form.elements.key.value, number: last.number });
    const answer = await fetch("/verdict/undo", { method: "POST", body, headers: { accept: "application/json" } });
    if (!answer.ok) { warn(last.row, table.dataset.failed); return; }
    mark(last.row, await answer.json());
    go(rows.indexOf(last.row));
    say(table.dataset.undone);
  }

  table.addEventListener("submit", (event) => {
    if (!event.target.matches("form.judge") || !event.submitter) return;
    event.preventDefault();
    const row = event.target.closest("tr");
    at = rows.indexOf(row);
    judge(row, event.submitter.value);
  });

  const keys = {
    j: () => go(at + 1),
    k: () => go(at - 1),
    y: () => at >= 0 && judge(rows[at], "real"),
    n: () => at >= 0 && judge(rows[at], "ghost"),
    u: () => at >= 0 && judge(rows[at], "unsure"),
    x: () => { if (at >= 0) rows[at].querySelector("input[type=checkbox]").click(); },
    o: () => { if (at >= 0) rows[at].querySelector(".title").click(); },
    z: undo,
  };
  document.addEventListener("desk-key", (event) => {
    const act = keys[event.detail];
    if (act) { act(); event.preventDefault(); }
  });
  table.addEventListener("focusin", (event) => {
    const row = event.target.closest("tbody tr");
    if (row && rows.indexOf(row) !== at) {
      if (at >= 0) rows[at].removeAttribute("aria-current");
      at = rows.indexOf(row);
      row.setAttribute("aria-current", "true");
    }
  });

  if (table.querySelector("form.judge") && document.body.dataset.keys === "on") {
    at = Math.max(rows.findIndex(open), 0); // where the person stopped; the focus stays at the top of the page
    rows[at].setAttribute("aria-current", "true");
  }
  document.addEventListener("desk-here", (event) => {
    for (const row of rows) {
      const names = event.detail.others[row.dataset.seller] || [];
      row.querySelector("[data-others]").textContent = names.length ? table.dataset.there.replace("{names}", names.join(", ")) : "";
    }
  });
})();
