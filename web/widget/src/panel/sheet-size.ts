let sheet: HTMLElement | null = null;

function fit() {
  const view = window.visualViewport;
  if (!sheet || !view) return;
  sheet.style.setProperty("--sheet-top", `${view.offsetTop}px`);
  sheet.style.setProperty("--sheet-height", `${view.height}px`);
}

window.visualViewport?.addEventListener("resize", fit);
window.visualViewport?.addEventListener("scroll", fit);

/** Keeps the sheet of a phone in what the keyboard leaves visible. */
export function sheetSize(element: HTMLElement | null): void {
  sheet = element;
  fit();
}
