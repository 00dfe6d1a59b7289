const letters: Record<string, string> = { ø: "o", æ: "ae", å: "aa", ł: "l", ß: "ss", đ: "d" };

/** "Hvornår rejser du?" becomes "hvornaar-rejser-du": the server takes a to z, digits and hyphens. */
export function keyOf(label: string, taken: string[]): string {
  const plain = label
    .toLowerCase()
    .replace(/[øæåłßđ]/g, (letter) => letters[letter] ?? letter)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 36)
    .replace(/^-+|-+$/g, "");
  const start = plain || "field";
  for (let number = 1; ; number++) {
    const key = number === 1 ? start : `${start}-${number}`;
    if (!taken.includes(key)) return key;
  }
}
