import type { Conversation } from "@kanal/api";
import { Modal, SegmentedControl, Stack } from "@mantine/core";
import { useState } from "react";
import { useWords } from "../../words/useWords";
import { JoinByCode } from "./JoinByCode";
import { ShowArticle } from "./ShowArticle";
import { ShowPage } from "./ShowPage";

interface Props {
  conversation: Conversation;
  opened: boolean;
  onClose: () => void;
}

const ways = ["article", "page", "phone"] as const;

/** An article, guide, form or page before the visitor's eyes; in a browser that is not here yet by the code of its owner on the phone. */
export function ShowDialog({ conversation, opened, onClose }: Props) {
  const { t } = useWords();
  const [way, setWay] = useState<(typeof ways)[number]>("article");
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="lg"
      title={t("show.title")}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <Stack gap="md">
        <SegmentedControl
          value={way}
          onChange={(chosen) => setWay(chosen as typeof way)}
          aria-label={t("show.what")}
          data={ways.map((value) => ({ value, label: t(`show.way.${value}`) }))}
        />
        {way === "article" && <ShowArticle conversation={conversation} onDone={onClose} />}
        {way === "page" && <ShowPage conversation={conversation} onDone={onClose} />}
        {way === "phone" && <JoinByCode conversation={conversation.id} onDone={() => setWay("article")} />}
      </Stack>
    </Modal>
  );
}
