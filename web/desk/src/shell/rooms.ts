import type { Role } from "@kanal/api";

export type SettingsPage =
  | "account"
  | "answers"
  | "topics"
  | "people"
  | "hours"
  | "sites"
  | "routing"
  | "keys";

const everyone: SettingsPage[] = ["account"];
const supervisor: SettingsPage[] = [...everyone, "answers", "topics"];
const administrator: SettingsPage[] = [...supervisor, "people", "hours", "sites", "routing", "keys"];

export function settingsFor(role: Role): SettingsPage[] {
  if (role === "administrator") return administrator;
  return role === "supervisor" ? supervisor : everyone;
}
