export type TextPart = { kind: "text"; text: string } | { kind: "link"; text: string; href: string };

const pattern = /\b(?:https?:\/\/|www\.)[^\s<>"'`]+|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b/gi;

/** Splits a person's text into plain text and links. Only http, https and mail addresses become links. */
export function linkParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    const found = withoutTail(match[0]);
    if (match.index > at) parts.push({ kind: "text", text: text.slice(at, match.index) });
    parts.push({ kind: "link", text: found, href: address(found) });
    at = match.index + found.length;
  }
  if (at < text.length) parts.push({ kind: "text", text: text.slice(at) });
  return parts;
}

/** A full stop or closing bracket belongs to the sentence, unless the bracket was opened in the link. */
function withoutTail(link: string): string {
  let end = link.replace(/[.,;:!?…]+$/, "");
  while (end.endsWith(")") && end.split(")").length > end.split("(").length)
    end = end.slice(0, -1).replace(/[.,;:!?…]+$/, "");
  return end;
}

function address(found: string): string {
  if (/^https?:\/\//i.test(found)) return found;
  return /^www\./i.test(found) ? `https://${found}` : `mailto:${found}`;
}
