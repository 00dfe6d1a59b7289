/** After the next drawing: the shift that begins then, or the way to make one where it is gone. */
export function focusShift(agent: string, date: string, from?: number) {
  requestAnimationFrame(() => {
    const shift = document.querySelector<HTMLElement>(`[data-shift="${agent}/${date}/${from}"]`);
    const add = document.querySelector<HTMLElement>(`[data-add="${agent}/${date}"]`);
    (shift ?? add)?.focus();
  });
}
