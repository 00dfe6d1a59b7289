import type { Watch } from "./watch";

/** Lets the watch hear of the page. What is within the widget's own shadow never gets here. */
export function listen(watch: Watch): () => void {
  const stop = new AbortController();
  const hear = (type: string, heard: (event: Event) => void) =>
    document.addEventListener(type, heard, { capture: true, passive: true, signal: stop.signal });
  hear("change", () => watch.wentOn());
  hear("invalid", () => watch.refused());
  hear("scroll", () => watch.scroll());
  hear("visibilitychange", () => watch.looked());
  // A finger has no place outside the page to go to.
  if (matchMedia("(hover: hover) and (pointer: fine)").matches)
    hear("mouseout", (event) => {
      const { relatedTarget, clientY } = event as MouseEvent;
      if (relatedTarget === null && clientY <= 0) watch.leaving();
    });
  return () => stop.abort();
}
