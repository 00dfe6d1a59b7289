import type { ChannelChoice } from "@kanal/api";

/** How many of a channel an agent holds at once, the units that are left, and what ended the count. */
export function held({ weight, maximum }: Pick<ChannelChoice, "weight" | "maximum">, capacity = 100) {
  const fits = weight > 0 ? Math.floor(capacity / weight) : 0;
  const count = Math.min(fits, maximum);
  const bound = fits < maximum ? ("units" as const) : ("maximum" as const);
  return { count, left: capacity - count * weight, bound };
}
