// The agency's own script: what an online shop does to work well with the widget, and nothing a visitor would miss without it.
"use strict";

// Calls made before the widget has loaded wait in a queue.
window.kanal = window.kanal || function () {
  (window.kanal.q = window.kanal.q || []).push(arguments);
};

const { step, basket, items } = document.body.dataset;
if (step) {
  window.kanal("facts", {
    step,
    topic: "Booking",
    basket: basket ? { value: Number(basket.replace(",", ".")), currency: "DKK", items: Number(items) } : undefined,
  });
}

for (const button of document.querySelectorAll("[data-ask]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.kanal("open"));
}

// Names and addresses stay in this tab: not in the address bar, not on the server.
const kept = (name) => `fjordrejser.${name}`;
for (const field of document.querySelectorAll("[data-kept]")) {
  field.value = sessionStorage.getItem(kept(field.dataset.kept)) ?? "";
  field.addEventListener("input", () => sessionStorage.setItem(kept(field.dataset.kept), field.value));
}
for (const place of document.querySelectorAll("[data-show]")) {
  place.textContent = sessionStorage.getItem(kept(place.dataset.show)) || "–";
}
document.querySelector("[data-finish]")?.addEventListener("submit", () => {
  for (const name of ["name", "email", "phone"]) sessionStorage.removeItem(kept(name));
});
