import type { Role } from "@kanal/api";

export const tabs = ["rules", "try", "simulate", "invitations", "experiments", "versions", "facts"] as const;

export type Tab = (typeof tabs)[number];

const forWriters: readonly Tab[] = ["try", "simulate"];

/** Agents read what holds; trying is for those who write it. */
export const tabsFor = (role: Role): Tab[] =>
  tabs.filter((tab) => role !== "agent" || !forWriters.includes(tab));
