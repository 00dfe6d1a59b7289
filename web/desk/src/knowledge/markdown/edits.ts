/** A text with what is selected in it. */
export interface Selected {
  text: string;
  start: number;
  end: number;
}

export type Edit = (at: Selected) => Selected;

const replaced = ({ text }: Selected, from: number, to: number, by: string) =>
  text.slice(0, from) + by + text.slice(to);

/** Sets marks around what is selected, or takes them away where they stand. */
export const around =
  (mark: string, sample: string): Edit =>
  (at) => {
    const { text, start, end } = at;
    const length = mark.length;
    if (text.slice(start - length, start) === mark && text.slice(end, end + length) === mark)
      return {
        text: replaced(at, start - length, end + length, text.slice(start, end)),
        start: start - length,
        end: end - length,
      };
    const inner = text.slice(start, end) || sample;
    return {
      text: replaced(at, start, end, mark + inner + mark),
      start: start + length,
      end: start + length + inner.length,
    };
  };

/** Begins every selected line with a sign in place of `others`, or frees them of it where all have it. */
export const lines =
  (sign: (line: number) => string, has: RegExp, others: RegExp): Edit =>
  (at) => {
    const { text, start, end } = at;
    const from = text.lastIndexOf("\n", start - 1) + 1;
    const next = text.indexOf("\n", Math.max(end - (end > start ? 1 : 0), from));
    const to = next < 0 ? text.length : next;
    const rows = text.slice(from, to).split("\n");
    const all = rows.every((row) => has.test(row));
    const changed = rows
      .map((row, line) => (all ? row.replace(has, "") : sign(line) + row.replace(others, "")))
      .join("\n");
    return { text: replaced(at, from, to, changed), start: from, end: from + changed.length };
  };

const listSigns = /^(?:[-*] |\d+\. )/;

export const bullets = lines(() => "- ", /^[-*] /, listSigns);
export const numbers = lines((line) => `${line + 1}. `, /^\d+\. /, listSigns);
export const quote = lines(() => "> ", /^> /, /^> /);
export const heading = lines(() => "## ", /^## /, /^#{1,6} /);

export const link =
  (sample: string): Edit =>
  (at) => {
    const words = at.text.slice(at.start, at.end) || sample;
    const address = "https://";
    const start = at.start + words.length + 3;
    return {
      text: replaced(at, at.start, at.end, `[${words}](${address})`),
      start,
      end: start + address.length,
    };
  };

/** A block stands between empty lines. */
export const block =
  (written: string): Edit =>
  (at) => {
    const before = at.text.slice(0, at.end);
    const after = at.text.slice(at.end);
    const lead = before === "" || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
    const trail =
      after === "" ? "\n" : after.startsWith("\n\n") ? "" : after.startsWith("\n") ? "\n" : "\n\n";
    const end = at.end + lead.length + written.length;
    return { text: before + lead + written + trail + after, start: end, end };
  };

export const table = (first: string, second: string) =>
  block(`| ${first} | ${second} |\n| --- | --- |\n|  |  |`);

/** In its place; brackets in a name would end it too soon. */
export const picture = (name: string, url: string): string =>
  `![${name.replace(/\.\w+$/, "").replace(/[[\]]/g, "")}](${url})`;

export const insert =
  (written: string): Edit =>
  (at) => ({
    text: replaced(at, at.start, at.end, written),
    start: at.start + written.length,
    end: at.start + written.length,
  });
