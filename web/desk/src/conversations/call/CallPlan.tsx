import type { Callback, Conversation } from "@kanal/api";
import { Button, Group, Text } from "@mantine/core";
import { IconPhone } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { callQuery } from "../../server/queries";
import { aheadInWords } from "../../words/relative";
import { useNow } from "../../words/useNow";
import { useWords } from "../../words/useWords";
import { Attempts } from "./Attempts";
import classes from "./Call.module.css";
import { useCall } from "./useCall";

interface Props {
  conversation: Conversation;
  callback: Callback;
  onMove: () => void;
}

/** How a call stands that is not being made here and now. */
export function CallPlan({ conversation, callback, onMove }: Props) {
  const { t, language } = useWords();
  const now = useNow();
  const { data: card } = useQuery(callQuery(conversation.id));
  const { cancel } = useCall(conversation.id);
  const { state, notBefore } = callback;
  const waits = state === "planned" || state === "waiting" || state === "offered";

  return (
    <section className={classes.card} aria-label={t("call.card")}>
      <Group gap="sm" justify="space-between">
        <Group gap="xs" wrap="nowrap" miw={0}>
          <IconPhone size={16} aria-hidden color="var(--channel-phone)" />
          <Text fw={600}>
            {notBefore
              ? t(callback.attempts > 0 ? "call.next" : "call.planned", {
                  time: aheadInWords(notBefore, now, language),
                })
              : t(`call.state.${state}`)}
          </Text>
          <Text>{callback.numberText}</Text>
        </Group>
        {waits && (
          <Group gap="xs">
            <Button size="compact-sm" variant="default" onClick={onMove}>
              {t("call.move")}
            </Button>
            <Button
              size="compact-sm"
              variant="subtle"
              loading={cancel.isPending}
              onClick={() => cancel.mutate()}
            >
              {t("call.cancel")}
            </Button>
          </Group>
        )}
      </Group>
      <Attempts attempts={card?.attempts ?? []} />
    </section>
  );
}
