import { TagsInput, Text } from "@mantine/core";
import { DurationField } from "../../parts/DurationField";
import { useWords } from "../../words/useWords";
import { type InvitationLimits as Limits, usual } from "../definition/definition";
import { useStrategy } from "../draft/StrategyContext";
import { Card } from "../parts/Card";
import { usePartError } from "../parts/usePartError";
import { exactLength } from "../sentences/lengths";

/** What keeps invitations welcome, whichever rule makes them. A part of the draft, as the rules are. */
export function InvitationLimits() {
  const { t, language } = useWords();
  const { draft, mayEdit } = useStrategy();
  const error = usePartError();
  const { coolDownHours = usual.coolDownHours, excludedPages = [] } = draft.definition.invitations ?? {};
  const change = (changes: Limits) =>
    draft.change(
      { ...draft.now(), invitations: { ...draft.now().invitations, ...changes } },
      `invitations.${Object.keys(changes).join()}`,
    );
  return (
    <Card title={t("strategy.invitations.limits")}>
      <Text c="dimmed">{t("strategy.invitations.limits.help")}</Text>
      {mayEdit ? (
        <>
          <DurationField
            label={t("strategy.invitations.coolDown")}
            description={t("strategy.invitations.coolDown.help")}
            value={coolDownHours * 3_600}
            error={error("invitations.coolDownHours")}
            onChange={(seconds) => seconds !== undefined && change({ coolDownHours: seconds / 3_600 })}
          />
          <TagsInput
            label={t("strategy.invitations.excluded")}
            description={t("strategy.invitations.excluded.help")}
            acceptValueOnBlur
            value={excludedPages}
            error={error("invitations.excludedPages")}
            onChange={(pages) => change({ excludedPages: pages })}
          />
        </>
      ) : (
        <Text>
          {t("strategy.invitations.coolDown.said", { time: exactLength(coolDownHours * 3_600, language) })}
          {excludedPages.length > 0 && `; ${excludedPages.join(", ")}`}
        </Text>
      )}
    </Card>
  );
}
