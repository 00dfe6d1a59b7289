import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconHelpCircle } from "@tabler/icons-react";
import { useWords } from "../../words/useWords";
import { conversationDecisionQuery } from "../strategyQueries";
import { WhyDialog } from "./WhyDialog";

/** "Why did they see this?": behind the menu that a conversation came from. */
export function WhyMenuButton({ conversation }: { conversation: string }) {
  const { t } = useWords();
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconHelpCircle size={16} />}
        onClick={open}
        style={{ alignSelf: "start" }}
      >
        {t("strategy.why.ask")}
      </Button>
      {opened && <WhyDialog query={conversationDecisionQuery(conversation)} onClose={close} />}
    </>
  );
}
