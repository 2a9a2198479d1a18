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
