import type { DeliveryState, Entry, Letter, LetterStanding } from "@kanal/api";
import type { TimelinePage } from "../../live/timeline";

const troubled: DeliveryState[] = ["failed", "bounced", "uncertain"];

export const isTroubled = ({ state }: { state: DeliveryState }) => troubled.includes(state);

/** What can be sent again by hand. */
export const canRetry = ({ state }: Pick<Letter, "state">) => state === "failed" || state === "uncertain";

/** How a letter of ours stands, in one word: the worst of what has become of it. */
export function standing({ state, deliveries }: Pick<Letter, "state" | "deliveries">) {
  const some = (what: DeliveryState) => deliveries.some((delivery) => delivery.state === what);
  if (some("bounced")) return "bounced";
  if (state === "waiting" && some("retrying")) return "retrying";
  if (some("failed") && some("accepted")) return "partly";
  return state ?? "sent";
}

/** The pages with what has become of a letter. */
export const withDelivery = <P extends TimelinePage>(pages: P[], change: LetterStanding): P[] =>
  pages.map((page) =>
    page.data.some(({ letter }) => letter?.id === change.letter)
      ? { ...page, data: page.data.map((entry) => changed(entry, change)) }
      : page,
  );

function changed(entry: Entry, { letter: id, state, deliveries, nextAttemptAt }: LetterStanding): Entry {
  if (entry.letter?.id !== id) return entry;
  return { ...entry, letter: { ...entry.letter, state, deliveries, nextAttemptAt } };
}
