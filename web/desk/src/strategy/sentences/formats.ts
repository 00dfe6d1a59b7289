/** Formats are dear to make and a page says hundreds of sentences: each is made once. */
const numbers = new Map<string, Intl.NumberFormat>();
const lists = new Map<string, Intl.ListFormat>();

export function numberFormat(language: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  const known = numbers.get(key) ?? new Intl.NumberFormat(language, options);
  numbers.set(key, known);
  return known;
}

export function listFormat(language: string, type: Intl.ListFormatType): Intl.ListFormat {
  const key = `${language} ${type}`;
  const known = lists.get(key) ?? new Intl.ListFormat(language, { type });
  lists.set(key, known);
  return known;
}
