/** Round numbers from zero to at least the most, few enough to read. */
export function ticksTo(most: number, about = 4): number[] {
  if (!(most > 0)) return [0, 1];
  const rough = most / about;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((each) => each * power).find((each) => each >= rough) ?? rough;
  const count = Math.ceil(most / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, at) => Number((at * step).toPrecision(12)));
}

/** From a value to a place, zero at the bottom. */
export const upTo = (most: number, height: number) => (value: number) =>
  height - (value / (most || 1)) * height;

export interface Point {
  x: number;
  y: number;
}

/** A line through the points; it is broken where one is not known. */
export function linePath(points: readonly (Point | null)[]): string {
  let on = false;
  return points
    .map((point) => {
      if (!point) {
        on = false;
        return "";
      }
      const move = on ? "L" : "M";
      on = true;
      return `${move}${at(point.x)} ${at(point.y)}`;
    })
    .join("");
}

/** A level over the whole of each step; broken where one is not known. */
export function stepPath(
  levels: readonly (number | null | undefined)[],
  x: (index: number) => number,
): string {
  let before: number | null = null;
  return levels
    .map((level, index) => {
      if (level == null) {
        before = null;
        return "";
      }
      const rise = before === null ? `M${at(x(index))} ${at(level)}` : `V${at(level)}`;
      before = level;
      return `${rise}H${at(x(index + 1))}`;
    })
    .join("");
}

/** What lies between two lines, one area for each stretch where both are known. */
export function bandPath(band: readonly ({ x: number; low: number; high: number } | null)[]): string {
  return runs(band, (each) => each !== null)
    .map(({ from, to }) => {
      const part = band.slice(from, to).filter((each) => each !== null);
      const top = part.map(({ x, high }) => `${at(x)} ${at(high)}`);
      const bottom = part.toReversed().map(({ x, low }) => `${at(x)} ${at(low)}`);
      return `M${[...top, ...bottom].join("L")}Z`;
    })
    .join("");
}

/** Stretches in a row for which something holds: from, up to and without to. */
export function runs<T>(items: readonly T[], holds: (item: T, index: number) => boolean) {
  const found: { from: number; to: number }[] = [];
  for (const [index, item] of items.entries()) {
    if (!holds(item, index)) continue;
    const last = found.at(-1);
    if (last?.to === index) last.to = index + 1;
    else found.push({ from: index, to: index + 1 });
  }
  return found;
}

const at = (place: number) => Math.round(place * 10) / 10;
