// The file of a seller: printing, keys for a verdict, and who else has it open.
"use strict";

(() => {
  const button = document.querySelector("[data-print]");
  if (button) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }
  document.addEventListener("desk-key", (event) => {
    const wanted = document.querySelector(`button[data-key="${CSS.escape(event.detail)}"]`);
    if (wanted) { wanted.click(); event.preventDefault(); }
    const way = { j: "a[rel=next]", k: "a[rel=prev]" }[event.detail];
    const link = way && document.querySelector(way);
    if (link) link.click();
  });
  const place = document.querySelector("[data-here]");
  document.addEventListener("desk-here", (event) => {
    const { others, newest } = event.detail;
    const names = others[place.dataset.here] || [];
    const there = names.length ? place.dataset.there.replace("{names}", names.join(", ")) : "";
    const stale = newest.verdict_id && String(newest.verdict_id) !== place.dataset.newest ? ` ${newest.by}: ${place.dataset.stale}` : "";
    place.textContent = there + stale;
  });
})();
