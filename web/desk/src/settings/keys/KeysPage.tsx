import { Alert, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { CopyField } from "../../parts/CopyField";
import { Loaded } from "../../parts/Loaded";
import { PageHead } from "../../parts/PageHead";
import { keysQuery } from "../../server/queries";
import { useWords } from "../../words/useWords";
import { KeyTable } from "./KeyTable";
import { NewKey } from "./NewKey";

export function KeysPage() {
  const { t } = useWords();
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <>
      <PageHead title={t("settings.keys")}>{t("keys.intro")}</PageHead>
      {secret && (
        <Alert color="yellow" mb="lg" maw={760} title={t("keys.secret.title")}>
          <Stack gap="sm">
            <Text>{t("keys.secret")}</Text>
            <CopyField text={secret} />
          </Stack>
        </Alert>
      )}
      <NewKey onMade={setSecret} />
      <Loaded query={useQuery(keysQuery)}>{(keys) => <KeyTable keys={keys} />}</Loaded>
    </>
  );
}
