import { expect, test } from "vitest";
import { accentColours, contrast, parseColour } from "./contrast";

const between = (a: string, b: string) => contrast(parseColour(a), parseColour(b));

test("Black on white is 21 to 1", () => {
  expect(between("#000000", "#fff")).toBeCloseTo(21, 5);
});

test.each([
  "#0a7",
  "#ffd400",
  "#ffffff",
  "#000000",
  "#1e40af",
  "#e11d48",
  "#7f7f7f",
  "#9be15d",
  "#00a0ff",
  "#f60",
])("With the accent %s every text can be read", (accent) => {
  const { fill, onFill, onLight, onDark } = accentColours(accent);
  expect(between(fill, onFill)).toBeGreaterThanOrEqual(4.5);
  expect(between(onLight, "#ffffff")).toBeGreaterThanOrEqual(4.5);
  expect(between(onDark, "#1d2126")).toBeGreaterThanOrEqual(4.5);
});

test("An accent that is dark enough is left as it is", () => {
  expect(accentColours("#1e40af")).toMatchObject({ fill: "#1e40af", onFill: "#ffffff", onLight: "#1e40af" });
});

test("A colour that is none gives ours", () => {
  expect(accentColours("javascript:alert(1)").fill).toBe(accentColours("").fill);
});
