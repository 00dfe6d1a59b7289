import type { Entry } from "@kanal/api";

const most = 3;
const longest = 300;

/** The customer's last words, the newest first: it weighs most where words are many. What a form brought is no question. */
export function matterOf(entries: Entry[]): string {
  return entries
    .filter((entry) => entry.kind === "message" && entry.from === "visitor" && entry.text && !entry.card)
    .slice(-most)
    .reverse()
    .map(({ text }) => text)
    .join(" ")
    .slice(0, longest);
}
