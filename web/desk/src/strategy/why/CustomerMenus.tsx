import { Badge, Button, Group, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Ago } from "../../parts/Ago";
import { useWords } from "../../words/useWords";
import { channelsInWords } from "../sentences/channels";
import { capital } from "../sentences/speech";
import { customerDecisionsQuery, decisionQuery } from "../strategyQueries";
import { WhyDialog } from "./WhyDialog";

/** The menus that a customer was shown, each with its why. */
export function CustomerMenus({ customer }: { customer: string }) {
  const { t, language } = useWords();
  const decisions = useQuery(customerDecisionsQuery(customer)).data ?? [];
  const [open, setOpen] = useState<string | null>(null);
  if (decisions.length === 0) return null;
  return (
    <section aria-label={t("strategy.why.menus")}>
      <Title order={3} mb="xs">
        {t("strategy.why.menus")}
      </Title>
      <Stack gap="sm">
        {decisions.slice(0, 10).map((decision) => (
          <Group key={decision.id} gap="sm" justify="space-between" wrap="nowrap">
            <div style={{ minWidth: 0 }}>
              <Group gap="xs">
                <Text>{capital(channelsInWords(decision.entries, t, language), language)}</Text>
                {decision.arm === "holdout" && (
                  <Badge color="gray">{t("strategy.experiment.arm.holdout")}</Badge>
                )}
              </Group>
              <Text size="xs" c="dimmed" truncate component="div">
                <Ago at={decision.at} /> {decision.page}
              </Text>
            </div>
            <Button variant="subtle" size="compact-sm" onClick={() => setOpen(decision.id)}>
              {t("why.ask")}
            </Button>
          </Group>
        ))}
      </Stack>
      {open && <WhyDialog query={decisionQuery(open)} onClose={() => setOpen(null)} />}
    </section>
  );
}
