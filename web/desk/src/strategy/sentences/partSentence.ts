import type { Part } from "../definition/changes";
import { type Definition, usual } from "../definition/definition";
import { worthSentences } from "../worth/worthSentences";
import { channelsInWords } from "./channels";
import { conditionSentence } from "./conditionSentence";
import { exactLength, percent } from "./lengths";
import type { Speech } from "./speech";

/** A part of a strategy other than its rules, as one reads it; nothing where there is none. */
export function partSentence(part: Part, definition: Definition, speech: Speech): string {
  const { t, language } = speech;
  const { holdout, invitations, economy, plain } = definition;
  switch (part) {
    case "name":
      return definition.name;
    case "groups":
      return Object.entries(definition.groups ?? {})
        .map(([name, its]) => `${name}: ${conditionSentence(its, speech)}`)
        .join("; ");
    case "economy":
      return economy ? worthSentences(economy, t, language).join(" ") : "";
    case "holdout":
      return holdout
        ? [
            t("strategy.holdout.said", { share: percent(holdout.share ?? 0.1, language) }),
            holdout.admission
              ? t("strategy.admission.said", { share: percent(holdout.admission, language) })
              : "",
            `(${holdout.salt})`,
          ].join(" ")
        : "";
    case "plain":
      return plain?.length ? channelsInWords(plain, t, language) : t("strategy.plain.every");
    case "invitations":
      return [
        t("strategy.invitations.coolDown.said", {
          time: exactLength((invitations?.coolDownHours ?? usual.coolDownHours) * 3_600, language),
        }),
        ...(invitations?.excludedPages ?? []),
      ].join("; ");
  }
}
