/** Enter sends, Shift+Enter breaks the line; Enter that chooses a word in an input method does neither. */
export function sendOnEnter(event: KeyboardEvent, send: () => void): void {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  send();
}
