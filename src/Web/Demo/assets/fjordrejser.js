// The agency's own script: what an online shop does to work well with the widget, and nothing a visitor would miss without it.
"use strict";

// Calls made before the widget has loaded wait in a queue.
window.kanal = window.kanal || function () {
  (window.kanal.q = window.kanal.q || []).push(arguments);
};

// What a visit shows is asked for first; until there is an answer nothing of it is noted.
const agreement = "fjordrejser.agreed";
const asking = document.querySelector("[data-consent]");
const again = document.querySelector("[data-agree-again]");
const agree = (level) => {
  window.kanal("consent", level ?? "none");
  asking.hidden = level !== null;
  again.hidden = level === null;
};
for (const button of document.querySelectorAll("[data-agree]")) {
  button.addEventListener("click", () => {
    localStorage.setItem(agreement, button.dataset.agree);
    agree(button.dataset.agree);
    document.getElementById("content").focus();
  });
}
again.addEventListener("click", () => {
  localStorage.removeItem(agreement);
  agree(null);
  asking.querySelector("button").focus();
});
agree(localStorage.getItem(agreement));

const { step, basket, items, people } = document.body.dataset;
const worth = basket && { value: Number(basket.replace(",", ".")), currency: "DKK", items: Number(items) };
const number = sessionStorage.getItem("fjordrejser.order");
if (step === "done") {
  // Reloaded, it is the same order, and counts once.
  if (worth && number) window.kanal("order", { order: number, ...worth });
} else if (step) {
  window.kanal("facts", { step, topic: "Booking", basket: worth || null, own: people ? { people: Number(people) } : undefined });
}

// Which field a form would not take, never what was in it.
document.addEventListener("invalid", ({ target }) => window.kanal("facts", { error: `${target.id || target.name || "accept"}-missing` }), true);

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
  sessionStorage.setItem("fjordrejser.order", `FR-${Date.now().toString(36).toUpperCase()}`);
});
