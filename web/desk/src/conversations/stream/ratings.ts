import type { Entry } from "@kanal/api";

const isRating = (entry: Entry | undefined) => entry?.event?.type === "rated";

/** A score, and then the same with words: what the customer said last is what they said. */
export const lastRatings = (entries: Entry[]): Entry[] =>
  entries.filter((entry, at) => !(isRating(entry) && isRating(entries[at + 1])));
