import type { Progress, ShownCard } from "@kanal/api";
import type { Translate } from "../../words/words";

/** "Step 3 of 5", "2 of 4 fields filled in": never with what. */
export function progressSentence(card: ShownCard, progress: Progress | undefined, t: Translate): string {
  if (!progress?.openedAt) return t("show.notOpened");
  if (progress.sentAt) return t("show.sent");
  if (card.kind === "guide" && progress.step) return t("show.step", { n: progress.step, of: card.steps });
  if (card.kind === "form" && progress.filled)
    return t("show.filled", { n: progress.filled, of: card.fields });
  return t("show.opened");
}

export function shareDone(card: ShownCard, { step, filled, sentAt }: Progress): number {
  if (sentAt) return 1;
  return card.steps > 0 ? (step ?? 0) / card.steps : (filled ?? 0) / Math.max(1, card.fields);
}
