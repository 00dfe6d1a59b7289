export const tabs = ["plan", "shifts", "factor", "advice", "what-if"] as const;

export type Tab = (typeof tabs)[number];
