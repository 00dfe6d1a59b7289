import { ownTimeZone } from "../parts/TimeZoneField";
import { officeHours, type Week } from "../parts/week";

export const startValues = (language: string) => ({
  code: "",
  organisation: "",
  name: "",
  email: "",
  password: "",
  site: {
    name: "",
    key: "",
    timeZone: ownTimeZone(),
    languages: [language],
    origins: [] as string[],
    accent: "#0f766e",
  },
  week: officeHours() as Week,
});

export type SetupValues = ReturnType<typeof startValues>;

/** "Fjordrejser ApS" becomes "fjordrejser-aps". */
export const keyFrom = (name: string) =>
  name
    .toLowerCase()
    .replace(/æ/g, "ae")
    .replace(/ø/g, "oe")
    .replace(/å/g, "aa")
    .replace(/ł/g, "l")
    .normalize("NFD")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
