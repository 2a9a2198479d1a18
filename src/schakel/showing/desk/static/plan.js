// A slider of weight says the factor it stands for while it moves.
"use strict";
for (const slider of document.querySelectorAll("input[data-factor]")) {
  const told = slider.nextElementSibling;
  slider.addEventListener("input", () => {
    told.textContent = `×${Number((2 ** (slider.valueAsNumber / 2)).toPrecision(2))}`;
  });
}
