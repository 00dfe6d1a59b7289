import { type ComponentChild, h } from "preact";

/** Headings stand below the article's own, which is the panel's third level. */
const drawn: Record<string, string> = {
  ...Object.fromEntries(
    "p ul ol li strong em del code pre blockquote table thead tbody tr th td a img br hr h4 h5 h6"
      .split(" ")
      .map((tag) => [tag, tag]),
  ),
  h1: "h3",
  h2: "h3",
  h3: "h4",
};
const empty = ["br", "hr", "img"];
const unread = ["script", "style", "iframe", "svg", "math", "template", "noscript"];
const piece = /<(\/?)([a-z][a-z0-9]*)((?:[^"'>]|"[^"]*"|'[^']*')*)>|[^<]+|</gi;
const signs: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

const plain = (text: string) =>
  text.replace(/&(?:#(\d{1,6})|(\w+));/g, (whole, code?: string, name = "") =>
    code ? String.fromCodePoint(Number(code)) : (signs[name] ?? whole),
  );

const attribute = (text: string, name: string) =>
  plain(new RegExp(`\\s${name}="([^"]*)"`, "i").exec(text)?.[1] ?? "");

function leaf(tag: string, attributes: string, base: string): ComponentChild {
  if (tag !== "img") return h(tag, null);
  const src = attribute(attributes, "src");
  const alt = attribute(attributes, "alt");
  // A page that fetched what others serve would tell them who reads it.
  return src.startsWith(base) ? h("img", { src, alt, loading: "lazy" }) : alt;
}

function branch(tag: string, attributes: string, children: ComponentChild[]): ComponentChild {
  if (tag !== "a") return h(tag, null, children);
  const href = attribute(attributes, "href");
  return /^(https?:\/\/|mailto:|tel:)/i.test(href)
    ? h("a", { href, target: "_blank", rel: "noopener noreferrer" }, children)
    : h("span", null, children);
}

/** The server's HTML as elements of ours. No parser of the browser sees it, so a page's Trusted Types are content. */
export function markup(html: string, base: string): ComponentChild[] {
  const open: { tag: string; attributes: string; children: ComponentChild[] }[] = [];
  const top: ComponentChild[] = [];
  const into = () => open.at(-1)?.children ?? top;
  const close = () => {
    const last = open.pop();
    if (last && drawn[last.tag]) into().push(branch(drawn[last.tag] ?? "", last.attributes, last.children));
    else if (last && !unread.includes(last.tag)) into().push(...last.children);
  };
  const closeTo = (depth: number) => {
    while (depth >= 0 && open.length > depth) close();
  };
  for (const [text, ending, name, attributes = ""] of html.matchAll(piece)) {
    const tag = name?.toLowerCase();
    if (!tag) {
      into().push(plain(text));
    } else if (empty.includes(tag)) into().push(leaf(tag, attributes, base));
    else if (!ending) open.push({ tag, attributes, children: [] });
    else closeTo(open.findLastIndex((one) => one.tag === tag));
  }
  closeTo(0);
  return top;
}
