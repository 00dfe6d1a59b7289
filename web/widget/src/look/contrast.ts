type Rgb = [number, number, number];

const black: Rgb = [0, 0, 0];
const white: Rgb = [255, 255, 255];
const fallback: Rgb = [15, 108, 92];

/** WCAG 2.2 AA for text. */
const enough = 4.5;

export function parseColour(text: string): Rgb {
  const hex = /^#?([\da-f]{3}|[\da-f]{6})$/i.exec(text.trim())?.[1];
  if (!hex) return fallback;
  const full = hex.length === 3 ? [...hex].map((digit) => digit + digit).join("") : hex;
  return [0, 2, 4].map((at) => Number.parseInt(full.slice(at, at + 2), 16)) as Rgb;
}

export const toHex = (colour: Rgb) =>
  `#${colour.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;

/** Relative luminance, WCAG 2.2. */
function luminance(colour: Rgb): number {
  const [r, g, b] = colour.map((part) => {
    const c = part / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

export function contrast(a: Rgb, b: Rgb): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const mix = (from: Rgb, to: Rgb, share: number) =>
  from.map((part, i) => Math.round(part + ((to[i] ?? 0) - part) * share)) as Rgb;

/** The colour itself, or the nearest step towards black or white that can be read on the background. */
export function readableOn(background: Rgb, colour: Rgb): Rgb {
  const goal = luminance(background) > 0.18 ? black : white;
  for (let share = 0; share < 1; share += 0.05) {
    const candidate = mix(colour, goal, share);
    if (contrast(candidate, background) >= enough) return candidate;
  }
  return goal;
}

export interface Accent {
  fill: string;
  onFill: string;
  onLight: string;
  onDark: string;
}

/** White on the accent where the accent is dark enough or nearly so; dark text on the light and bright ones. */
export function accentColours(accent: string, lightSurface = "#ffffff", darkSurface = "#1d2126"): Accent {
  const colour = parseColour(accent);
  const bright = contrast(colour, white) < 3;
  return {
    fill: toHex(bright ? colour : readableOn(white, colour)),
    onFill: bright ? toHex(readableOn(colour, mix(colour, black, 0.85))) : "#ffffff",
    onLight: toHex(readableOn(parseColour(lightSurface), colour)),
    onDark: toHex(readableOn(parseColour(darkSurface), colour)),
  };
}
