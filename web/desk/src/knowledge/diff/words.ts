export interface DiffPart {
  kind: "same" | "added" | "removed";
  text: string;
}

/** A word or sign with the space behind it. Words are compared without it, or every space would be something in common. */
interface Token {
  core: string;
  space: string;
}

/** Beyond this many changed words two texts are different ones, and each is shown whole. */
const mostChanges = 1_500;

const tokensOf = (text: string): Token[] =>
  [...text.matchAll(/([\p{L}\p{N}]+|[^\p{L}\p{N}\s]|^)(\s*)/gu)]
    .map(([, core = "", space = ""]) => ({ core, space }))
    .filter(({ core, space }) => core + space !== "");

const textOf = (tokens: Token[]) => tokens.map(({ core, space }) => core + space).join("");

/** What has to be taken out and put in, word by word, to make the one text of the other (E. W. Myers, 1986). */
export function wordDiff(before: string, after: string): DiffPart[] {
  const a = tokensOf(before);
  const b = tokensOf(after);
  let start = 0;
  while (start < a.length && start < b.length && a[start]?.core === b[start]?.core) start++;
  let end = 0;
  const rest = Math.min(a.length, b.length) - start;
  while (end < rest && a.at(-1 - end)?.core === b.at(-1 - end)?.core) end++;
  return joined([
    ...both(a.slice(0, start), b.slice(0, start)),
    ...between(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...both(a.slice(a.length - end), b.slice(b.length - end)),
  ]);
}

export const isChanged = (parts: DiffPart[]) => parts.some(({ kind }) => kind !== "same");

/** The same words, perhaps with other spaces between them. */
const both = (a: Token[], b: Token[]): DiffPart[] =>
  a.flatMap(({ core, space }, at): DiffPart[] => {
    const other = b[at]?.space ?? "";
    return space === other
      ? [{ kind: "same", text: core + space }]
      : [
          { kind: "same", text: core },
          { kind: "removed", text: space },
          { kind: "added", text: other },
        ];
  });

function between(a: Token[], b: Token[]): DiffPart[] {
  const furthest = new Map<number, number>([[1, 0]]);
  const trace: Map<number, number>[] = [];
  for (let changes = 0; changes <= Math.min(a.length + b.length, mostChanges); changes++) {
    trace.push(new Map(furthest));
    for (let k = -changes; k <= changes; k += 2) {
      const down = goesDown(furthest, k, changes);
      let x = down ? (furthest.get(k + 1) ?? 0) : (furthest.get(k - 1) ?? 0) + 1;
      while (x < a.length && x - k < b.length && a[x]?.core === b[x - k]?.core) x++;
      furthest.set(k, x);
      if (x >= a.length && x - k >= b.length) return wayBack(a, b, trace);
    }
  }
  return [
    { kind: "removed", text: textOf(a) },
    { kind: "added", text: textOf(b) },
  ];
}

const goesDown = (furthest: Map<number, number>, k: number, changes: number) =>
  k === -changes || (k !== changes && (furthest.get(k - 1) ?? 0) < (furthest.get(k + 1) ?? 0));

function wayBack(a: Token[], b: Token[], trace: Map<number, number>[]): DiffPart[] {
  const steps: DiffPart[][] = [];
  let x = a.length;
  let y = b.length;
  for (let changes = trace.length - 1; changes >= 0; changes--) {
    const furthest = trace[changes] ?? new Map<number, number>();
    const k = x - y;
    const from = goesDown(furthest, k, changes) ? k + 1 : k - 1;
    const fromX = changes === 0 ? 0 : (furthest.get(from) ?? 0);
    const fromY = changes === 0 ? 0 : fromX - from;
    while (x > fromX && y > fromY) steps.push(both([a[--x] as Token], [b[--y] as Token]));
    if (changes === 0) break;
    steps.push([
      x === fromX
        ? { kind: "added", text: textOf(b.slice(y - 1, y)) }
        : { kind: "removed", text: textOf(a.slice(x - 1, x)) },
    ]);
    x = fromX;
    y = fromY;
  }
  return steps.reverse().flat();
}

/** Neighbours of one kind become one part; between two kinds the removed stands first. */
function joined(parts: DiffPart[]): DiffPart[] {
  const done: DiffPart[] = [];
  let removed = "";
  let added = "";

  function same(text: string) {
    const last = done.at(-1);
    if (last?.kind === "same") last.text += text;
    else if (text) done.push({ kind: "same", text });
  }

  function settle() {
    const space = /\s*$/.exec(removed)?.[0] ?? "";
    const shared = removed !== "" && added !== "" && added.endsWith(space) ? space : "";
    const cut = (text: string) => text.slice(0, text.length - shared.length);
    if (cut(removed)) done.push({ kind: "removed", text: cut(removed) });
    if (cut(added)) done.push({ kind: "added", text: cut(added) });
    same(shared);
    removed = added = "";
  }

  for (const { kind, text } of parts) {
    if (text === "") continue;
    if (kind === "removed") removed += text;
    else if (kind === "added") added += text;
    else {
      settle();
      same(text);
    }
  }
  settle();
  return done;
}
