// The queue by keyboard: one key decides and goes on. Without this script the buttons of each row do the same.
"use strict";

(() => {
  const table = document.getElementById("leads"); // not there once everything is judged
  const told = document.getElementById("told");
  const rows = table ? [...table.tBodies[0].rows] : [];
  const mine = told.dataset.mine.split(" ").filter(Boolean).map(Number); // verdicts that can be taken back, the last one last
  let at = -1;

  const say = (text) => { told.className = "sr"; told.textContent = text; };
  const show = (...parts) => { told.className = "toast"; told.replaceChildren(...parts); };
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

  async function send(address, body) {
    const answer = await fetch(address, { method: "POST", body, headers: { accept: "application/json" } });
    return { ok: answer.ok, status: answer.status, said: await answer.json() };
  }

  // What a person must know of an answer that was no: in words, and a link where only another page helps.
  function because({ status, said }) {
    if (status !== 401 && status !== 403) return [said.details || told.dataset.failed];
    const link = document.createElement("a");
    link.href = status === 401 ? `/login?to=${encodeURIComponent(location.pathname + location.search)}` : location.href;
    link.textContent = status === 401 ? told.dataset.logIn : told.dataset.loadAgain;
    return [status === 401 ? told.dataset.ended : told.dataset.changed, " ", link];
  }

  function count(which, more) {
    const shown = document.querySelector(`[data-count=${which}]`);
    if (!shown) return;
    shown.dataset.value = Number(shown.dataset.value) + more;
    shown.textContent = Number(shown.dataset.value).toLocaleString(document.documentElement.lang, { useGrouping: "always" });
  }

  function mark(row, made) {
    const now = row.querySelector("[data-now]");
    now.replaceChildren();
    const more = Number(Boolean(made.answer)) - Number(!open(row));
    count("done", more);
    count("open", -more);
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
      const body = new URLSearchParams(new FormData(form));
      body.set("answer", answer);
      const got = await send(form.getAttribute("action"), body);
      const { ok, said } = got;
      if (ok) {
        mark(row, said);
        mine.push(said.verdict_id);
        say(`${table.getAttribute(`data-said-${answer}`)}: ${row.querySelector(".title").textContent}`);
        if (rows.indexOf(row) === at) onward();
      } else {
        if (said.newest && said.newest.verdict_id) mark(row, said.newest);
        warn(row, because(got));
      }
    } catch {
      warn(row, [told.dataset.failed]);
    } finally {
      delete row.dataset.busy;
    }
  }

  function warn(row, parts) {
    let note = row.querySelector(".ahead");
    if (!note) {
      note = document.createElement("p");
      note.className = "ahead";
      note.setAttribute("role", "alert");
      row.querySelector(".word").append(note);
    }
    note.replaceChildren(...parts);
  }

  async function undo() {
    const number = mine.at(-1);
    if (!number) { show(told.dataset.nothing); return; }
    const row = rows.find((one) => Number(one.querySelector("input[name=seen]")?.value) === number);
    const body = new URLSearchParams({ key: document.body.dataset.key, number });
    let got;
    try {
      got = await send("/verdict/undo", body);
    } catch {
      show(told.dataset.failed);
      return;
    }
    if (!got.ok) { show(...because(got)); return; }
    mine.pop();
    if (!row) { // it was judged on another page, or before this one was loaded: the lead comes back with the page
      const again = new URL(location.href);
      again.searchParams.set("said", "undone");
      location.assign(again);
      return;
    }
    mark(row, got.said);
    go(rows.indexOf(row));
    say(told.dataset.undone);
  }

  table?.addEventListener("submit", (event) => {
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
    z: () => told.dataset.judges && undo(),
  };
  document.addEventListener("desk-key", (event) => {
    const act = keys[event.detail];
    if (act) { act(); event.preventDefault(); }
  });
  table?.addEventListener("focusin", (event) => {
    const row = event.target.closest("tbody tr");
    if (row && rows.indexOf(row) !== at) {
      if (at >= 0) rows[at].removeAttribute("aria-current");
      at = rows.indexOf(row);
      row.setAttribute("aria-current", "true");
    }
  });

  if (table?.querySelector("form.judge") && document.body.dataset.keys === "on") {
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
