// What the pages do beyond links and forms. Every page works without this script; it adds keys and swaps.
"use strict";

// The one place where text becomes markup: whole pages of this desk, in which the server escaped everything.
const markup = window.trustedTypes
  ? window.trustedTypes.createPolicy("schakel", { createHTML: (text) => text })
  : { createHTML: (text) => text };

function parsed(text) {
  return new DOMParser().parseFromString(markup.createHTML(text), "text/html");
}

// A form with data-swap="#id" changes that part of the page and not the whole of it.
document.addEventListener("submit", async (event) => {
  const form = event.target;
  const place = form.dataset.swap && document.querySelector(form.dataset.swap);
  if (!place || form.method.toLowerCase() !== "get") return;
  event.preventDefault();
  const address = `${form.action.split("?")[0]}?${new URLSearchParams(new FormData(form, event.submitter))}`;
  const answer = await fetch(address);
  const fresh = parsed(await answer.text()).querySelector(form.dataset.swap);
  if (!fresh) { location.assign(address); return; }
  place.replaceWith(fresh);
  history.replaceState(null, "", address);
  fresh.dispatchEvent(new CustomEvent("swapped", { bubbles: true }));
});

// Keys of one letter, unless the person turned them off or is typing.
const pages = { q: "/queue", c: "/cases", m: "/market", n: "/network", p: "/plan", s: "/search", h: "/" };
let went = 0;

function typing(target) {
  return target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
}

document.addEventListener("keydown", (event) => {
  if (document.body.dataset.keys !== "on" || event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === "Escape" && typing(event.target)) { event.target.blur(); return; }
  if (typing(event.target)) return;
  if (went && Date.now() - went < 1500 && pages[event.key]) { location.assign(pages[event.key]); return; }
  went = event.key === "g" ? Date.now() : 0;
  const help = document.getElementById("keys-help");
  if (event.key === "?" && help) { help.showModal(); return; }
  if (event.key === "/") {
    const search = document.querySelector("[role=search] :is(select, input:not([type=hidden]))");
    if (search) { event.preventDefault(); search.focus(); }
    return;
  }
  document.dispatchEvent(new CustomEvent("desk-key", { detail: event.key, cancelable: true }));
});

// A button with data-copy puts what it names on the clipboard, defanged as it is shown.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
  button.textContent = button.dataset.done;
});

// An open page says every half minute where its reader is, and hears who else is there.
async function here() {
  const subject = document.querySelector("[data-here]");
  const rows = [...document.querySelectorAll("[data-seller]")];
  if ((!subject && !rows.length) || document.hidden) return;
  const body = new URLSearchParams({ key: document.body.dataset.key });
  if (subject) body.set("subject", subject.dataset.here);
  for (const row of rows) body.append("also", row.dataset.seller);
  try {
    const answer = await fetch("/here", { method: "POST", body, headers: { accept: "application/json" } });
    if (answer.ok) document.dispatchEvent(new CustomEvent("desk-here", { detail: await answer.json() }));
  } catch { /* the desk was closed; the next page says so */ }
}
setInterval(here, 30000);
