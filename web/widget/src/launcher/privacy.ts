import type { Privacy } from "../contract";

/** How much may be known: nothing beyond this page, what was done during visits, who somebody is. */
const levels: readonly unknown[] = ["none", "journey", "personal"] satisfies Privacy[];

export const isPrivacy = (text: unknown): text is Privacy => levels.includes(text);

/** What the site is set to, and never more than the visitor agreed to, where the page has told. */
export function allowed(site: Privacy = "none", agreed: Privacy = site): Privacy {
  return levels.indexOf(agreed) < levels.indexOf(site) ? agreed : site;
}
