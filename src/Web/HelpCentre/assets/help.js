// What the pages do better with a script than without.
"use strict";
(() => {
  const language = document.documentElement.lang;

  // The visitor's own time beside the site's.
  for (const time of document.querySelectorAll("time[data-zone]")) {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const at = new Date(time.dateTime);
    const inZone = (timeZone) => at.toLocaleString(language, { dateStyle: "short", timeStyle: "short", timeZone });
    if (own && inZone(own) !== inZone(time.dataset.zone)) {
      time.textContent += ` (${at.toLocaleString(language, { weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZoneName: "short" })})`;
    }
  }

  // Chat is the widget's.
  for (const button of document.querySelectorAll("button[data-chat]")) {
    button.hidden = false;
    button.addEventListener("click", () => widget("open"));
  }

  for (const { dataset } of document.querySelectorAll("[data-vain]")) inVain(dataset.vain);

  // Calls made before the widget has loaded wait in a queue.
  function widget(...call) {
    window.kanal ||= function () {
      (window.kanal.q ||= []).push(arguments);
    };
    window.kanal(...call);
  }

  function inVain(text) {
    widget("search", { text, found: 0 });
  }

  function make(name, properties) {
    return Object.assign(document.createElement(name), properties);
  }

  for (const form of document.querySelectorAll("form[data-answers]")) instantAnswers(form);

  // A combobox: the field keeps the focus, arrows move through the answers.
  function instantAnswers(form) {
    const field = form.querySelector("input");
    const list = make("ul", { id: `${field.id}-answers`, className: "answers", hidden: true, role: "listbox", ariaLabel: form.querySelector("label").textContent });
    let asked = "";
    let waiting = 0;
    let at = -1;
    field.parentElement.append(list);
    Object.assign(field, { role: "combobox", ariaAutoComplete: "list", ariaExpanded: "false" });
    field.setAttribute("aria-controls", list.id);

    field.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(ask, 120, false);
    });
    field.addEventListener("keydown", (event) => {
      const options = list.children;
      if (event.key === "Escape" && !list.hidden) {
        event.preventDefault();
        show([]);
      } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && options.length && !event.altKey) {
        event.preventDefault();
        const places = options.length + 1;
        mark(((at + 1 + (event.key === "ArrowDown" ? 1 : -1) + places) % places) - 1);
      } else if (event.key === "Enter" && at >= 0) {
        event.preventDefault();
        location.href = options[at].dataset.href;
      }
    });
    field.addEventListener("blur", () => setTimeout(() => form.contains(document.activeElement) || show([]), 150));
    addEventListener("keydown", (event) => {
      if (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.target.closest("input, textarea, select, [contenteditable], kanal-widget")) {
        event.preventDefault();
        field.focus();
      }
    });

    async function ask(done) {
      const words = field.value.trim();
      asked = words;
      if (words.length < 2) return show([]);
      try {
        const answer = await fetch(`${form.dataset.answers}&limit=6${done ? "&done=true" : ""}&q=${encodeURIComponent(words)}`);
        const { data } = await answer.json();
        if (asked !== words) return;
        show(data);
        // Who stops here has found nothing.
        if (!data.length && !done) waiting = setTimeout(() => ask(true), 2000);
        else if (!data.length) inVain(words);
      } catch {
        show([]);
      }
    }

    function show(answers) {
      at = -1;
      field.removeAttribute("aria-activedescendant");
      list.replaceChildren(...answers.map(option));
      list.hidden = answers.length === 0;
      field.ariaExpanded = String(!list.hidden);
    }

    function option(answer, i) {
      const item = make("li", { id: `${list.id}-${i}`, role: "option", ariaSelected: "false" });
      item.dataset.href = new URL(answer.url, location.href).pathname.replace(/^.*(?=\/[^/]+\/articles\/)/, form.dataset.root);
      item.append(make("strong", { textContent: answer.title }), make("span", { textContent: answer.excerpt ?? "" }));
      item.addEventListener("mousedown", (event) => {
        if (event.button === 0) location.href = item.dataset.href;
      });
      return item;
    }

    function mark(next) {
      if (at >= 0) list.children[at].ariaSelected = "false";
      at = next;
      const option = list.children[at];
      if (!option) return field.removeAttribute("aria-activedescendant");
      option.ariaSelected = "true";
      option.scrollIntoView({ block: "nearest" });
      field.setAttribute("aria-activedescendant", option.id);
    }
  }
})();
