import type { MenuEntry } from "../../contract";

/**
 * The order in which ways are drawn: the recommended one first, until they have been seen. From then on each keeps its place, and
 * what is new takes the place of what has gone.
 * @param seen the channels that stand before the visitor, in order
 */
export function inPlace(seen: readonly string[], entries: readonly MenuEntry[]): MenuEntry[] {
  const fresh = [...entries].sort((a, b) => Number(b.recommended) - Number(a.recommended));
  const standing = seen.map((channel) => fresh.find((entry) => entry.channel === channel));
  if (standing.every((entry) => entry === undefined)) return fresh;
  const added = fresh.filter(({ channel }) => !seen.includes(channel));
  return [
    ...standing.map((entry) => entry ?? added.shift()).filter((entry) => entry !== undefined),
    ...added,
  ];
}
