import type { Conversation } from "@kanal/api";
import { Radio, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { FormDialog } from "../../parts/FormDialog";
import { Loaded } from "../../parts/Loaded";
import { customerQuery } from "../../server/queries";
import { dayInWords } from "../../words/relative";
import { useNow } from "../../words/useNow";
import { useWords } from "../../words/useWords";
import { usePlace } from "../usePlace";
import { bareSubject } from "./subjects";
import { useMoves } from "./useMoves";

interface Props {
  conversation: Conversation;
  onClose: () => void;
}

/** Into which of the same customer's conversations this one goes. */
export function MergeDialog({ conversation, onClose }: Props) {
  const { t, language } = useWords();
  const now = useNow();
  const { open } = usePlace();
  const { merge } = useMoves(conversation);
  const customer = useQuery(customerQuery(conversation.customer.id));
  const [into, setInto] = useState("");
  return (
    <FormDialog
      title={t("move.merge.title")}
      action={t("move.merge")}
      pending={merge.isPending}
      disabled={into === ""}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        merge.mutate(into, {
          onSuccess: (done) => {
            onClose();
            open(done.conversation);
          },
        });
      }}
    >
      <Loaded query={customer}>
        {({ conversations }) => {
          const others = conversations.filter(({ id }) => id !== conversation.id);
          if (others.length === 0) return <Text c="dimmed">{t("move.merge.none")}</Text>;
          return (
            <Radio.Group label={t("move.merge.into")} value={into} onChange={setInto}>
              <Stack gap="sm" mt="xs">
                {others.map((other) => (
                  <Radio
                    key={other.id}
                    value={other.id}
                    label={
                      bareSubject(other.subject ?? "") ||
                      other.lastMessage?.text.slice(0, 80) ||
                      t(`state.${other.state}`)
                    }
                    description={[dayInWords(other.openedAt, now, language), t(`state.${other.state}`)].join(
                      " · ",
                    )}
                  />
                ))}
              </Stack>
            </Radio.Group>
          );
        }}
      </Loaded>
    </FormDialog>
  );
}
