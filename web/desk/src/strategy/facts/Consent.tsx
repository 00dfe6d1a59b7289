import { Radio, Stack } from "@mantine/core";
import { useWords } from "../../words/useWords";
import { useStrategy } from "../draft/StrategyContext";
import { Card } from "../parts/Card";
import type { Privacy } from "./fact";

const classes: Privacy[] = ["none", "journey", "personal"];

/** Up to which class facts may be known here. */
export function Consent({ consent, onChange }: { consent: Privacy; onChange: (consent: Privacy) => void }) {
  const { t } = useWords();
  const { mayEdit } = useStrategy();
  return (
    <Card title={t("strategy.consent")}>
      <Radio.Group
        aria-label={t("strategy.consent")}
        description={t("strategy.consent.help")}
        value={consent}
        onChange={(value) => onChange(value as Privacy)}
      >
        <Stack gap="sm" mt="sm">
          {classes.map((each) => (
            <Radio
              key={each}
              value={each}
              disabled={!mayEdit}
              label={t(`strategy.consent.${each}`)}
              description={t(`strategy.consent.${each}.help`)}
            />
          ))}
        </Stack>
      </Radio.Group>
    </Card>
  );
}
