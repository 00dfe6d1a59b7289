import type { Look } from "./sheet";

/** The theme's own roles, as they are now. */
export function lookOf(_scheme: string): Look {
  const style = getComputedStyle(document.documentElement);
  const role = (name: string) => style.getPropertyValue(name).trim();
  return {
    text: role("--text"),
    surface: role("--bubble-theirs"),
    accent: role("--accent"),
    line: role("--line-strong"),
    muted: role("--muted"),
    font: role("--font"),
  };
}
