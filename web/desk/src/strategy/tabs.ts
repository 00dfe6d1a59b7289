import type { Role } from "@kanal/api";

export const tabs = ["rules", "try", "invitations", "experiments", "versions", "facts"] as const;

export type Tab = (typeof tabs)[number];

/** Agents read what holds; trying is for those who write it. */
export const tabsFor = (role: Role): Tab[] => tabs.filter((tab) => role !== "agent" || tab !== "try");
