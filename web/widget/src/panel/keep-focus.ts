/** Below this width the panel covers the page, so focus may not wander behind it. */
export const phone = "(max-width: 479px)";

const focusable =
  "button:not(:disabled), a[href], input:not([type=file]):not(:disabled), textarea:not(:disabled)";

export function keepFocusInside(event: KeyboardEvent): void {
  if (event.key !== "Tab" || !matchMedia(phone).matches) return;
  const sheet = event.currentTarget as HTMLElement;
  const all = [...sheet.querySelectorAll<HTMLElement>(focusable)].filter((element) => element.offsetParent);
  const from = event.shiftKey ? all[0] : all.at(-1);
  const to = event.shiftKey ? all.at(-1) : all[0];
  const active = (sheet.getRootNode() as ShadowRoot).activeElement;
  if (active !== from) return;
  event.preventDefault();
  to?.focus();
}
