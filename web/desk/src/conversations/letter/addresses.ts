import type { LetterAddress } from "@kanal/api";

const shown = 2;

/** "Anna, Jens +3": names where there are any. */
export function inShort(addresses: LetterAddress[]): string {
  const names = addresses.slice(0, shown).map(({ name, address }) => name || address);
  const more = addresses.length - shown;
  return more > 0 ? `${names.join(", ")} +${more}` : names.join(", ");
}

export const inFull = ({ name, address }: LetterAddress) => (name ? `${name} <${address}>` : address);

const shape = /^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+\.[^\s@<>(),;:".]+$/u;

/** The address in what was typed or pasted: alone, or behind a name; what only ended it is left off. */
export function addressIn(typed: string): string | undefined {
  const said = typed.replace(/[\s,;]+$/, "");
  const inner = /<([^<>]+)>$/.exec(said)?.[1] ?? said;
  const address = inner.trim();
  return shape.test(address) ? address : undefined;
}

/** Each once, however it is written. */
export const eachOnce = (addresses: string[]) => {
  const seen = new Set<string>();
  return addresses.filter((address) => {
    const folded = address.toLowerCase();
    return !seen.has(folded) && seen.add(folded);
  });
};
