/** Country code, what its numbers look like, what we don't call, and how it groups digits. */
const plans = {
  DK: { code: "45", number: /^[2-9]\d{7}$/, dear: /^90/, groups: /(\d\d)(?=\d)/g },
  PL: { code: "48", number: /^[1-9]\d{8}$/, dear: /^[73]0/, groups: /(\d{3})(?=\d)/g },
  RO: { code: "40", number: /^[2378]\d{8}$/, dear: /^9/, groups: /(\d{3})(?=\d)/g },
} as const;

const countries: Record<string, keyof typeof plans> = { da: "DK", pl: "PL", ro: "RO" };

export interface CallableNumber {
  e164: string;
  shown: string;
}

function planOf(locale: string, siteLanguage: string) {
  const [language = "", region] = locale.split("-");
  const country =
    region?.length === 2 ? region : (countries[language] ?? countries[siteLanguage.slice(0, 2)]);
  return plans[country as keyof typeof plans];
}

/** The number that a visitor wrote, where it can be one; the server looks more closely. */
export function callableNumber(
  text: string,
  locale: string,
  siteLanguage: string,
): CallableNumber | undefined {
  const written = text.replace(/[\s\-./()]/g, "").replace(/^00/, "+");
  if (!/^\+?\d{7,16}$/.test(written)) return undefined;
  const plan = written.startsWith("+")
    ? Object.values(plans).find(({ code }) => written.startsWith(`+${code}`))
    : planOf(locale, siteLanguage);
  if (!plan) return /^\+[1-9]\d{7,14}$/.test(written) ? { e164: written, shown: written } : undefined;
  const { code, number, dear, groups } = plan;
  const bare = written.replace(`+${code}`, "");
  const inside = number.test(bare)
    ? bare
    : bare.replace(plan === plans.RO ? /^0/ : new RegExp(`^${code}`), "");
  return number.test(inside) && !dear.test(inside)
    ? { e164: `+${code}${inside}`, shown: `+${code} ${inside.replace(groups, "$1 ")}` }
    : undefined;
}
