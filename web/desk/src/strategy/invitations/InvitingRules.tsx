import { Anchor, List, Text } from "@mantine/core";
import { Link } from "react-router";
import { useWords } from "../../words/useWords";
import { usual } from "../definition/definition";
import { useStrategy } from "../draft/StrategyContext";
import { Card } from "../parts/Card";
import { exactLength } from "../sentences/lengths";
import { listed } from "../sentences/speech";
import { choiceName } from "../sentences/values";

/** The rules that invite, each with what it answers to. */
export function InvitingRules() {
  const { t, language } = useWords();
  const { draft, site } = useStrategy();
  const rules = draft.definition.rules.filter((rule) => rule.invite);
  return (
    <Card title={t("strategy.invitations.rules")}>
      {rules.length === 0 ? (
        <Text c="dimmed">{t("strategy.invitations.rules.none")}</Text>
      ) : (
        <List spacing="sm">
          {rules.map(({ id, name, invite }) => (
            <List.Item key={id}>
              <Anchor component={Link} to={`/strategy/rules?site=${site.id}&rule=${id}`}>
                {name}
              </Anchor>
              <Text c="dimmed">
                {t("strategy.invitations.rule", {
                  signals: listed(
                    (invite?.on ?? []).map((signal) => choiceName("signals", signal, { t })),
                    language,
                    "disjunction",
                  ),
                  time: exactLength(invite?.afterSeconds ?? usual.afterSeconds, language),
                  text: invite?.text ?? "",
                })}
              </Text>
            </List.Item>
          ))}
        </List>
      )}
    </Card>
  );
}
