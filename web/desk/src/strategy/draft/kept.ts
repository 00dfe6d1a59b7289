import type { Definition } from "../definition/definition";

/** What is written and not on the server yet, kept in this browser: a closed tab or a lost line loses nothing. */
interface Kept {
  written: Definition;
  /** The revision that it was written on; undefined where there was no draft. */
  revision: number | undefined;
}

const keyOf = (agent: string, site: string) => `kanal.strategy.${agent}.${site}`;

export function keepDraft(agent: string, site: string, kept: Kept | null) {
  try {
    if (kept) localStorage.setItem(keyOf(agent, site), JSON.stringify(kept));
    else localStorage.removeItem(keyOf(agent, site));
  } catch {
    // Storage is full or forbidden; the server's copy follows in a moment.
  }
}

export function keptDraft(agent: string, site: string): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(keyOf(agent, site)) ?? "null");
  } catch {
    return null;
  }
}
