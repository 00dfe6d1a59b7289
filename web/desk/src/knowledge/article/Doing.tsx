import type { Article, ArticleText } from "@kanal/api";
import { ActionIcon, Button, Group } from "@mantine/core";
import { IconHistory, IconSettings } from "@tabler/icons-react";
import { useState } from "react";
import { useWords } from "../../words/useWords";
import { HistoryDrawer } from "../history/HistoryDrawer";
import { PublishDialog } from "../publish/PublishDialog";
import { PlaceDrawer } from "./PlaceDrawer";
import type { TextInHand } from "./useText";

/** What can be done with a text besides writing it. */
export function Doing({
  article,
  text,
  inHand,
}: {
  article: Article;
  text: ArticleText;
  inHand: TextInHand;
}) {
  const { t } = useWords();
  const [opened, setOpened] = useState<"publish" | "history" | "place" | null>(null);
  const close = () => setOpened(null);
  return (
    <Group gap="xs" wrap="nowrap">
      <ActionIcon aria-label={t("knowledge.place")} onClick={() => setOpened("place")}>
        <IconSettings size={20} />
      </ActionIcon>
      <ActionIcon aria-label={t("knowledge.history")} onClick={() => setOpened("history")}>
        <IconHistory size={20} />
      </ActionIcon>
      <Button onClick={() => setOpened("publish")}>{t("knowledge.publish.open")}</Button>
      {opened === "publish" && (
        <PublishDialog article={article} text={text} inHand={inHand} onClose={close} />
      )}
      {opened === "history" && (
        <HistoryDrawer article={article} text={text} inHand={inHand} onClose={close} />
      )}
      {opened === "place" && <PlaceDrawer article={article} text={text} inHand={inHand} onClose={close} />}
    </Group>
  );
}
