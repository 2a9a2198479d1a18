// Watches an export on its way, and takes files that are dropped on the form.
"use strict";

(() => {
  const form = document.querySelector("form.drop");
  form.addEventListener("dragover", (event) => { event.preventDefault(); form.classList.add("over"); });
  form.addEventListener("dragleave", () => form.classList.remove("over"));
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("over");
    form.querySelector("#files").files = event.dataTransfer.files;
  });
  async function look() {
    if (!document.querySelector("[data-going]")) return;
    try {
      const answer = await fetch("/intake");
      if (answer.redirected) { location.assign(answer.url); return; } // the session ended
      const fresh = parsed(await answer.text()).getElementById("job");
      if (fresh) document.getElementById("job").replaceWith(fresh);
    } catch { /* the desk was closed */ }
    setTimeout(look, 1500);
  }
  setTimeout(look, 1000);
})();
