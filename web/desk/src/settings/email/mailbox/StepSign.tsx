import { IconAlertTriangle, IconCircleCheck, IconHelpCircle } from "@tabler/icons-react";

interface Props {
  tone: "good" | "fair" | "bad" | "unknown";
  label: string;
}

/** How one thing that was looked at stands. */
export function StepSign({ tone, label }: Props) {
  const box = { size: 18, role: "img", "aria-label": label, style: { flex: "none", marginTop: 2 } } as const;
  if (tone === "good") return <IconCircleCheck {...box} color="var(--good)" />;
  if (tone === "unknown") return <IconHelpCircle {...box} color="var(--muted)" />;
  return <IconAlertTriangle {...box} color={tone === "bad" ? "var(--bad)" : "var(--warn)"} />;
}
