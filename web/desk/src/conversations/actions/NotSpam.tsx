import { Button } from "@mantine/core";
import { IconMailCheck } from "@tabler/icons-react";
import { useWords } from "../../words/useWords";
import { useSpam } from "../letter/useSpam";

/** What was taken for spam comes back into the queue, and its sender may write again. */
export function NotSpam({ conversation }: { conversation: string }) {
  const { t } = useWords();
  const { unmark } = useSpam(conversation);
  return (
    <Button
      variant="default"
      loading={unmark.isPending}
      leftSection={<IconMailCheck size={16} />}
      onClick={() => unmark.mutate()}
    >
      {t("spam.unmark")}
    </Button>
  );
}
