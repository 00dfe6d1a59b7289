import type { Role } from "@kanal/api";

const pages = {
  account: "agent",
  answers: "supervisor",
  topics: "supervisor",
  people: "administrator",
  teams: "supervisor",
  skills: "supervisor",
  queues: "administrator",
  routing: "administrator",
  email: "supervisor",
  hours: "administrator",
  sites: "administrator",
  keys: "administrator",
} satisfies Record<string, Role>;

export type SettingsPage = keyof typeof pages;

const rank: Record<Role, number> = { agent: 0, supervisor: 1, administrator: 2 };

export function settingsFor(role: Role): SettingsPage[] {
  return (Object.keys(pages) as SettingsPage[]).filter((page) => rank[pages[page]] <= rank[role]);
}

/** Who comes when and what it takes is for those who lead. */
export const mayPlan = (role: Role) => rank[role] >= rank.supervisor;
