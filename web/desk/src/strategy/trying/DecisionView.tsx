import type { InvitationText } from "@kanal/api";
import { Stack, Text, Title } from "@mantine/core";
import { useWords } from "../../words/useWords";
import type { Definition } from "../definition/definition";
import { MenuView } from "./MenuView";
import { RulesHeld } from "./RulesHeld";
import { invitationSentence } from "./reasons";
import type { Decision, RuleTried } from "./tried";
import { WithheldList } from "./WithheldList";

interface Props {
  decision: Decision;
  rules: RuleTried[];
  invitation?: InvitationText | null;
  definition: Definition;
}

/** A menu as the visitor sees it, and below it why: the rule, what was withheld, the invitation. */
export function DecisionView({ decision, rules, invitation, definition }: Props) {
  const { t } = useWords();
  return (
    <Stack gap="lg">
      <MenuView decision={decision} />
      <div>
        <Title order={3} mb="xs">
          {t("strategy.why.invitation")}
        </Title>
        <Text>{invitationSentence(decision.invitation, t)}</Text>
        {invitation && decision.invitation.standing === "invites" && (
          <Text c="dimmed">
            {invitation.title} · {invitation.body} [{invitation.button}]
          </Text>
        )}
      </div>
      {decision.withheld.length > 0 && (
        <div>
          <Title order={3} mb="xs">
            {t("strategy.why.withheld")}
          </Title>
          <WithheldList withheld={decision.withheld} />
        </div>
      )}
      {rules.length > 0 && (
        <div>
          <Title order={3} mb="xs">
            {t("strategy.why.rules")}
          </Title>
          <RulesHeld rules={rules} definition={definition} />
        </div>
      )}
    </Stack>
  );
}
