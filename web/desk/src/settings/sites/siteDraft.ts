import type { Site } from "@kanal/api";
import { ownTimeZone } from "../../parts/TimeZoneField";

export type SiteDraft = Pick<
  Site,
  | "version"
  | "key"
  | "name"
  | "timeZone"
  | "languages"
  | "look"
  | "texts"
  | "allowedOrigins"
  | "keepsJourney"
  | "guidesPages"
  | "callback"
  | "helpDomain"
>;

export const draftOf = (site: Site | undefined, language: string): SiteDraft => ({
  version: site?.version ?? 0,
  key: site?.key ?? "",
  name: site?.name ?? "",
  timeZone: site?.timeZone ?? ownTimeZone(),
  languages: site?.languages ?? [language],
  look: site?.look ?? { accent: "#0f766e", theme: "auto", position: "right" },
  texts: site?.texts ?? {},
  allowedOrigins: site?.allowedOrigins ?? [],
  keepsJourney: site?.keepsJourney ?? false,
  helpDomain: site?.helpDomain ?? "",
  guidesPages: site?.guidesPages ?? false,
  callback: site?.callback ?? {
    offer: "never",
    waitLimitSeconds: 45,
    noticeMinutes: 15,
    attempts: 2,
    pauseMinutes: 15,
    horizonDays: 3,
  },
});
