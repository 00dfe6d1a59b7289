import type { SenderRecord } from "@kanal/api";
import { Text } from "@mantine/core";
import { CopyField } from "../../../parts/CopyField";
import { useWords } from "../../../words/useWords";

/** What to enter where the domain's records are kept. */
export function ToEnter({ record: { name, type, value, replaces } }: { record: SenderRecord }) {
  const { t } = useWords();
  return (
    <>
      <Text style={{ overflowWrap: "anywhere" }}>
        {t(replaces ? "sender.replace" : "sender.enter", { type, name })}
      </Text>
      <CopyField text={value.replace("<provider>", `<${t("sender.provider")}>`)} />
    </>
  );
}
