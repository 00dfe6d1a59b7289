/** GSM 03.38: what fits into seven bits, and what takes two of them by way of the escape sign. */
const basic =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ ÆæßÉ!\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
const extended = "\f^{}\\[~]|€";

export interface SmsSize {
  /** As the phone networks count them. */
  letters: number;
  messages: number;
  /** How many more fit into the last message. */
  left: number;
  /** The letters for which the whole text has to be sent in the wide alphabet, each once. */
  wide: string[];
}

/** How many messages a text becomes. A letter of two units is never cut in two. */
export function smsSize(text: string): SmsSize {
  const letters = [...text.replace(/\r\n?/g, "\n")];
  const wide = [
    ...new Set(letters.filter((letter) => !basic.includes(letter) && !extended.includes(letter))),
  ];
  const unitsOf = (letter: string) => (wide.length > 0 ? letter.length : extended.includes(letter) ? 2 : 1);
  const [single, each] = wide.length > 0 ? [70, 67] : [160, 153];
  const total = letters.reduce((sum, letter) => sum + unitsOf(letter), 0);
  if (total <= single) return { letters: total, messages: total > 0 ? 1 : 0, left: single - total, wide };
  let messages = 1;
  let used = 0;
  for (const letter of letters) {
    const units = unitsOf(letter);
    if (used + units > each) {
      messages++;
      used = 0;
    }
    used += units;
  }
  return { letters: total, messages, left: each - used, wide };
}
