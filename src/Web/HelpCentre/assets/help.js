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
      const how = { weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZoneName: "short" };
      time.textContent += ` (${at.toLocaleString(language, how)})`;
    }
  }

  // Chat is the widget's.
  for (const button of document.querySelectorAll("button[data-chat]")) {
    button.hidden = false;
    button.addEventListener("click", () => widget("open"));
  }

  for (const { dataset } of document.querySelectorAll("[data-vain]")) widget("search", { text: dataset.vain, found: 0 });

  // Calls made before the widget has loaded wait in a queue.
  function widget(...call) {
    window.kanal ||= function () {
      (window.kanal.q ||= []).push(arguments);
    };
    window.kanal(...call);
  }

  for (const form of document.querySelectorAll("form[data-answers]")) instantAnswers(form);

  // A combobox: the field keeps the focus, arrows move through the answers.
  function instantAnswers(form) {
    const field = form.querySelector("input");
    const list = document.createElement("ul");
    let asked = "";
    let waiting = 0;
    let at = -1;
    list.id = `${field.id}-answers`;
    list.className = "answers";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", form.querySelector("label").textContent);
    field.parentElement.append(list);
    for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", list.id], ["aria-expanded", "false"]]) {
      field.setAttribute(name, value);
    }

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
        const answer = await fetch(`${form.dataset.answers}&limit=6${done === true ? "&done=true" : ""}&q=${encodeURIComponent(words)}`);
        const { data } = await answer.json();
        if (asked !== words) return;
        show(data);
        // Who stops here has found nothing.
        if (!data.length && !done) waiting = setTimeout(() => ask(true), 2000);
        else if (!data.length) widget("search", { text: words, found: 0 });
      } catch {
        show([]);
      }
    }

    function show(answers) {
      at = -1;
      field.removeAttribute("aria-activedescendant");
      list.replaceChildren(...answers.map(option));
      list.hidden = answers.length === 0;
      field.setAttribute("aria-expanded", String(!list.hidden));
    }

    function option(answer, i) {
      const item = document.createElement("li");
      const title = document.createElement("strong");
      const excerpt = document.createElement("span");
      item.id = `${list.id}-${i}`;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      item.dataset.href = new URL(answer.url, location.href).pathname.replace(/^.*(?=\/[^/]+\/articles\/)/, form.dataset.root);
      title.textContent = answer.title;
      excerpt.textContent = answer.excerpt ?? "";
      item.append(title, excerpt);
      item.addEventListener("mousedown", (event) => {
        if (event.button === 0) location.href = item.dataset.href;
      });
      return item;
    }

    function mark(next) {
      list.children[at]?.setAttribute("aria-selected", "false");
      at = next;
      const option = list.children[at];
      if (!option) return field.removeAttribute("aria-activedescendant");
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({ block: "nearest" });
      field.setAttribute("aria-activedescendant", option.id);
    }
  }
})();
