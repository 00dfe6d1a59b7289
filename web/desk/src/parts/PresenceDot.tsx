import type { Presence } from "@kanal/api";
import {
  IconCircleCheckFilled,
  IconCircleDashed,
  IconClockPause,
  IconCoffee,
  IconPencil,
} from "@tabler/icons-react";

const looks = {
  available: { Icon: IconCircleCheckFilled, color: "var(--good)" },
  onBreak: { Icon: IconCoffee, color: "var(--warn)" },
  inWrapUp: { Icon: IconPencil, color: "var(--accent)" },
  away: { Icon: IconClockPause, color: "var(--warn)" },
  offline: { Icon: IconCircleDashed, color: "var(--muted)" },
} as const;

/** Its shape differs as well as its colour. The word stands beside it. */
export function PresenceDot({ presence, size = 16 }: { presence: Presence; size?: number }) {
  const { Icon, color } = looks[presence];
  return <Icon size={size} color={color} aria-hidden style={{ flex: "none" }} />;
}
