import type { Entry } from "@kanal/api";

export interface TimelinePage {
  data: Entry[];
  next?: string | null;
}

const rank = (entry: Entry) => (entry.kind === "message" ? 0 : 1);

export const byPlace = (a: Entry, b: Entry) =>
  a.sequence - b.sequence || rank(a) - rank(b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

const isSame = (a: Entry, b: Entry) =>
  a.id === b.id || (a.kind === b.kind && !!a.clientId && a.clientId === b.clientId);

/** The pages with the entry in its place, once. The first page is the newest. */
export function withEntry<P extends TimelinePage>(pages: P[], entry: Entry): P[] {
  const home = pages.findIndex((page) => page.data.some((known) => isSame(known, entry)));
  const target = Math.max(home, 0);
  return pages.map((page, index) =>
    index === target
      ? { ...page, data: [...page.data.filter((known) => !isSame(known, entry)), entry].sort(byPlace) }
      : page,
  );
}

/** All that is loaded, oldest first, each entry once. */
export function inOrder(pages: TimelinePage[]): Entry[] {
  const entries = new Map<string, Entry>();
  for (const page of pages)
    for (const entry of page.data) if (!entries.has(entry.id)) entries.set(entry.id, entry);
  return [...entries.values()].sort(byPlace);
}
