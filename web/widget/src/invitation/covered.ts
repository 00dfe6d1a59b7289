/** Whether something of the page's own wants all attention: a dialog, a film on the whole screen. */
export function covered(): boolean {
  if (document.hidden || document.fullscreenElement) return true;
  return [...document.querySelectorAll<HTMLElement>('dialog[open], [aria-modal="true"]')].some(
    (dialog) => dialog.checkVisibility?.({ visibilityProperty: true }) ?? dialog.offsetParent !== null,
  );
}
