import { Text, Title } from "@mantine/core";
import { useWords } from "../../words/useWords";
import { MenuView } from "../trying/MenuView";
import type { Decision } from "../trying/tried";

/** The same question to the version that is live now. */
export function Today({ decision, replayed }: { decision: Decision; replayed: Decision }) {
  const { t } = useWords();
  const menu = ({ entries }: Decision) =>
    entries.map(({ channel, recommended }) => `${channel} ${recommended}`).join();
  return (
    <div>
      <Title order={3} mb="xs">
        {t("strategy.why.today")}
      </Title>
      {menu(decision) === menu(replayed) ? (
        <Text>{t("strategy.why.today.same")}</Text>
      ) : (
        <MenuView decision={replayed} />
      )}
    </div>
  );
}
