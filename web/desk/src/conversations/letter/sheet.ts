import type { LetterFile } from "@kanal/api";

export interface Look {
  text: string;
  surface: string;
  accent: string;
  line: string;
  muted: string;
  font: string;
}

/** Whether the writer's own colours must stand on the paper that they were chosen for. */
export const isColoured = (html: string) =>
  /(?:color|background|bgcolor)\s*[:=]|<(?:table|font)\b/i.test(html);

/** Whether the plain text says as much: paragraphs and quotes, no pictures, links, lists or looks. */
export const isPlain = (html: string) =>
  !isColoured(html) &&
  !/<(?:img|a|b|i|u|em|strong|h[1-6]|ul|ol|pre|hr|del|ins|s|sup|sub|svg|video)\b/i.test(html);

/** The pictures that stand in the text, by the name the letter has for them. */
export const inlineFiles = (html: string, files: LetterFile[]): Map<string, LetterFile> =>
  new Map(
    files.flatMap((file) =>
      file.inline && html.includes(file.inline) ? [[file.inline, file] as const] : [],
    ),
  );

const folds = "[data-quoted],[data-signature]";

/** Whether a part of it is folded away at first. */
export const hasFolds = (html: string) => /\sdata-(?:quoted|signature)\b/i.test(html);

/** How a letter is drawn. On the writer's own colours the paper is white in both themes. */
export function sheetStyle(look: Look, coloured: boolean, unfolded: boolean): string {
  const own = coloured ? { ...look, text: "#19242a", surface: "#ffffff", accent: "#0f766e" } : look;
  return `:root { color-scheme: ${coloured ? "light" : "inherit"}; }
html, body { margin: 0; background: ${own.surface}; overflow-y: hidden; }
body { padding: ${coloured ? "12px" : "0"}; color: ${own.text}; font: 14px/1.45 ${own.font}; overflow-wrap: anywhere; }
img { max-width: 100%; height: auto; }
img:not([src]) { display: inline-block; min-width: 24px; min-height: 24px; border: 1px dashed ${own.line}; color: ${own.muted}; font-size: 12px; }
a { color: ${own.accent}; }
table { max-width: 100%; }
pre { white-space: pre-wrap; }
blockquote { margin: 8px 0; padding-left: 12px; border-left: 2px solid ${own.line}; }
body > :first-child { margin-top: 0; }
body > :last-child { margin-bottom: 0; }
${unfolded ? "" : `${folds} { display: none; }`}`;
}

/** What the letter was told not to fetch, fetched after all: somebody asked for it. */
export function releasePictures(page: Document) {
  for (const picture of page.querySelectorAll<HTMLImageElement>("img[data-remote-src]")) {
    picture.referrerPolicy = "no-referrer";
    picture.src = picture.dataset.remoteSrc ?? "";
  }
}

export function putPictures(page: Document, urls: Map<string, string>) {
  for (const picture of page.querySelectorAll<HTMLImageElement>("img[data-cid]")) {
    const url = urls.get(picture.dataset.cid ?? "");
    if (url) picture.src = url;
  }
}

/** The letter, read where nothing is fetched. Links leave the desk, and tell nobody where from. */
export function letterNodes(html: string): ChildNode[] {
  const read = new DOMParser().parseFromString(html, "text/html");
  // What such a picture names is not an address; the desk has its own for it.
  for (const picture of read.querySelectorAll("img[data-cid]")) picture.removeAttribute("src");
  for (const link of read.querySelectorAll<HTMLAnchorElement>("a[href]")) {
    link.target = "_blank";
    link.rel = "noopener noreferrer";
  }
  return [...read.body.childNodes];
}
