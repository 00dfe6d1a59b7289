import { Button, Text } from "@mantine/core";
import { useState } from "react";
import { Section } from "../../parts/Section";
import { useWords } from "../../words/useWords";
import { RecoveryCodes } from "./RecoveryCodes";
import { TwoFactorOff } from "./TwoFactorOff";
import { TwoFactorSetup } from "./TwoFactorSetup";

export function TwoFactor({ on }: { on: boolean }) {
  const { t } = useWords();
  const [setting, setSetting] = useState(false);
  const [codes, setCodes] = useState<string[] | null>(null);

  return (
    <Section title={t("twoFactor.title")} intro={t("twoFactor.intro")}>
      {codes && codes.length > 0 && <RecoveryCodes codes={codes} />}
      {on && <Text fw={600}>{t("twoFactor.on")}</Text>}
      {on && <TwoFactorOff />}
      {!on && setting && (
        <TwoFactorSetup
          onDone={(recovery) => {
            setCodes(recovery);
            setSetting(false);
          }}
        />
      )}
      {!on && !setting && (
        <Button style={{ alignSelf: "flex-start" }} onClick={() => setSetting(true)}>
          {t("twoFactor.start")}
        </Button>
      )}
    </Section>
  );
}
