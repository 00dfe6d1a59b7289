export type Values = Record<string, string | number>;
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>>;

export function fill(text: string, values: Values = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

export function plural(language: string, forms: Plural, n: number): string {
  const form = forms[new Intl.PluralRules(language).select(n)] ?? forms.other ?? "";
  return fill(form, { n: new Intl.NumberFormat(language).format(n) });
}
