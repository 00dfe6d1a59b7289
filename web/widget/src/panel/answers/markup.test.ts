import type { ComponentChildren, VNode } from "preact";
import { expect, test } from "vitest";
import { markup } from "./markup";

const ours = "https://kanal.example/";
const read = (html: string) => markup(html, ours);

function tags(children: ComponentChildren): string[] {
  if (Array.isArray(children)) return children.flatMap(tags);
  if (!children || typeof children !== "object") return [];
  const { type, props } = children as VNode<{ children?: ComponentChildren }>;
  return [String(type), ...tags(props.children)];
}

function first(html: string): VNode<Record<string, unknown>> {
  return read(html)[0] as VNode<Record<string, unknown>>;
}

test("What an article is made of is drawn, one in the other", () => {
  const html =
    "<h2>Kufferter</h2>\n<ul>\n<li>en <strong>lille</strong><ul><li>x</li></ul></li><li>to</li>\n</ul>\n<p>a<br />b</p>";
  expect(tags(read(html))).toEqual(["h3", "ul", "li", "strong", "ul", "li", "li", "p", "br"]);
});

test("Signs are read once and stay text", () => {
  expect(first("<p>&lt;script&gt; &amp;amp; &#229; &quot;x&quot;</p>").props.children).toEqual([
    '<script> &amp; å "x"',
  ]);
});

test("Nothing that runs, frames or dresses gets through", () => {
  const html =
    '<script>alert(1)</script><iframe src="https://a.dk"></iframe><p onclick="x()" style="position:fixed">a</p><svg/onload=x>';
  expect(tags(read(html))).toEqual(["p"]);
  expect(first('<p onclick="x()" style="x">a</p>').props).toEqual({ children: ["a"] });
});

test("Links open beside the page, and only where something can be read", () => {
  expect(first('<a href="https://a.dk/?b=1&amp;c=2" rel="x">a</a>').props).toEqual({
    href: "https://a.dk/?b=1&c=2",
    target: "_blank",
    rel: "noopener noreferrer",
    children: ["a"],
  });
  expect(first('<a href="javascript:alert(1)">a</a>').props.href).toBeUndefined();
  expect(first('<a href="#top">a</a>').props.href).toBeUndefined();
});

test("Pictures are ours; from elsewhere only their words are shown", () => {
  expect(first(`<img src="${ours}files/abc" alt="Kort" />`).props).toMatchObject({
    src: `${ours}files/abc`,
    alt: "Kort",
  });
  expect(read('<img src="https://a.dk/x.png" alt="Kort" />')).toEqual(["Kort"]);
  expect(read('<img src="https://kanal.example.evil.dk/x.png" alt="Kort" />')).toEqual(["Kort"]);
});

test("What is not closed ends with the text", () => {
  expect(tags(read("<p>a <strong>b"))).toEqual(["p", "strong"]);
  expect(read("1 < 2")).toEqual(["1 ", "<", " 2"]);
});
