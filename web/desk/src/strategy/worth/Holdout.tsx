import { Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useWords } from "../../words/useWords";
import { useStrategy } from "../draft/StrategyContext";
import { Card } from "../parts/Card";
import { SideDrawer } from "../parts/SideDrawer";
import { channelsInWords } from "../sentences/channels";
import { percent } from "../sentences/lengths";
import { HoldoutForm } from "./HoldoutForm";

/** Who is left with the plain menu, so that it can be measured what the strategy changes. */
export function Holdout() {
  const { t, language } = useWords();
  const { draft, mayEdit } = useStrategy();
  const [opened, { open, close }] = useDisclosure(false);
  const { holdout, plain } = draft.definition;
  const share = holdout ? (holdout.share ?? 0.1) : 0;
  const channels = plain?.length ? channelsInWords(plain, t, language) : t("strategy.plain.every");
  return (
    <Card title={t("strategy.holdout")} onEdit={mayEdit ? open : undefined}>
      <Text>
        {share > 0
          ? t("strategy.holdout.said", { share: percent(share, language) })
          : t("strategy.holdout.none")}
      </Text>
      <Text>{t("strategy.plain.said", { channels })}</Text>
      {(holdout?.admission ?? 0) > 0 && (
        <Text>{t("strategy.admission.said", { share: percent(holdout?.admission ?? 0, language) })}</Text>
      )}
      <SideDrawer opened={opened} title={t("strategy.holdout")} onClose={close}>
        <HoldoutForm />
      </SideDrawer>
    </Card>
  );
}
