import type { Look } from "../contract";
import { accentColours } from "./contrast";

/** Custom properties set through the object model, which a strict style-src allows. */
export function dress(layer: HTMLElement, look: Look, dark: boolean) {
  const accent = accentColours(look.accent ?? "");
  layer.dataset.theme = look.theme === "dark" || (look.theme !== "light" && dark) ? "dark" : "light";
  layer.dataset.side = look.position ?? "right";
  layer.style.setProperty("--accent-fill", accent.fill);
  layer.style.setProperty("--on-accent", accent.onFill);
  layer.style.setProperty("--accent-on-light", accent.onLight);
  layer.style.setProperty("--accent-on-dark", accent.onDark);
}

export function wear(root: ShadowRoot, css: string) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
