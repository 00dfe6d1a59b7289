import type { Conversation } from "@kanal/api";
import { Radio, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { FormDialog } from "../../parts/FormDialog";
import { useWords } from "../../words/useWords";
import { type Block, useSpam } from "./useSpam";

interface Props {
  conversation: Conversation;
  onClose: () => void;
}

/** Out of the way, and whether its sender may write again. */
export function SpamDialog({ conversation, onClose }: Props) {
  const { t } = useWords();
  const { mark } = useSpam(conversation.id);
  const [block, setBlock] = useState<Block | "nobody">("nobody");
  return (
    <FormDialog
      title={t("spam.title")}
      action={t("spam.mark")}
      pending={mark.isPending}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        mark.mutate(block === "nobody" ? undefined : block, { onSuccess: onClose });
      }}
    >
      <Text>{t("spam.means")}</Text>
      <Radio.Group
        label={t("spam.block")}
        value={block}
        onChange={(value) => setBlock(value as Block | "nobody")}
      >
        <Stack gap="sm" mt="xs">
          {(["nobody", "address", "domain"] as const).map((value) => (
            <Radio key={value} value={value} label={t(`spam.block.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
    </FormDialog>
  );
}
