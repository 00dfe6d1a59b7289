export interface Piece {
  text: string;
  href?: string;
}

const link = /https?:\/\/[^\s<>"']+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gi;

/** A sentence's own punctuation is not part of the address; a bracket is when it was opened inside. */
function trimmed(match: string): string {
  const text = match.replace(/[.,;:!?…]+$/, "");
  return text.endsWith(")") && !text.includes("(") ? trimmed(text.slice(0, -1)) : text;
}

/** Text in pieces, of which some are links. Never markup: what looks like HTML stays text. */
export function withLinks(text: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(link)) {
    const found = trimmed(match[0]);
    if (match.index > at) pieces.push({ text: text.slice(at, match.index) });
    pieces.push({ text: found, href: found.includes("://") ? found : `mailto:${found}` });
    at = match.index + found.length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at) });
  return pieces;
}
