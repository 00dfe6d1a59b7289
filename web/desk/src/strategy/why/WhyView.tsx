import { Anchor, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { Link } from "react-router";
import { Ago } from "../../parts/Ago";
import { useMe } from "../../shell/useSession";
import { useWords } from "../../words/useWords";
import { FactsContext } from "../sentences/FactsContext";
import { factsQuery, versionQuery } from "../strategyQueries";
import { DecisionView } from "../trying/DecisionView";
import type { KeptDecision } from "./decisions";
import { FactsKnown } from "./FactsKnown";
import { Today } from "./Today";

const nothing = { name: "", rules: [] };

/** The menu as it was, which rule made it of what, and what would be decided today. */
export function WhyView({ kept }: { kept: KeptDecision }) {
  const { t } = useWords();
  const { role } = useMe();
  const { record, rule, version, versionName, site } = kept;
  const catalogue = useQuery(factsQuery(site)).data;
  const definition = useQuery(versionQuery(site, version)).data?.definition ?? nothing;
  const facts = useMemo(() => new Map((catalogue ?? []).map((fact) => [fact.key, fact])), [catalogue]);
  const by = rule ? t("strategy.why.byRule", { rule: rule.name }) : t(`strategy.arm.${record.decision.arm}`);
  return (
    <FactsContext value={facts}>
      <Stack gap="lg">
        <div>
          <Text fw={600}>{by}</Text>
          <Text c="dimmed" size="sm" component="div">
            {version === 0 ? t("strategy.live.builtIn") : t("strategy.version", { number: version })}
            {versionName ? ` · ${versionName}` : ""} · <Ago at={kept.at} />
          </Text>
        </div>
        <DecisionView decision={record.decision} rules={kept.rules} definition={definition} />
        <div>
          <Title order={3} mb="xs">
            {t("strategy.why.facts")}
          </Title>
          <FactsKnown facts={record.facts} />
        </div>
        <Today today={kept.today} />
        {role !== "agent" && (
          <Anchor
            component={Link}
            to={`/strategy/try?site=${site}&facts=${encodeURIComponent(JSON.stringify(told(record.facts, facts)))}`}
          >
            {t("strategy.why.try")}
          </Anchor>
        )}
      </Stack>
    </FactsContext>
  );
}

/** What we know ourselves is not told; it is known anew. */
const told = (known: KeptDecision["record"]["facts"], facts: Map<string, { source: string }>) =>
  Object.fromEntries(Object.entries(known).filter(([key]) => facts.get(key)?.source !== "centre"));
