import type { Callback, CallOutcome, Conversation } from "@kanal/api";
import { ActionIcon, Button, CopyButton, Group, Text, Title } from "@mantine/core";
import { IconCheck, IconCopy, IconPhone } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { callQuery } from "../../server/queries";
import { useNow } from "../../words/useNow";
import { useWords } from "../../words/useWords";
import { localTime } from "../person/facts";
import { JoinByCode } from "../show/JoinByCode";
import { Attempts } from "./Attempts";
import classes from "./Call.module.css";
import { CallTimer } from "./CallTimer";
import { useCall } from "./useCall";

const inVain: CallOutcome[] = ["noAnswer", "busy", "voicemail", "wrongNumber"];

/** One click dials, one click says how it went. */
export function CallNow({ conversation, callback }: { conversation: Conversation; callback: Callback }) {
  const { t, language } = useWords();
  const now = useNow();
  const { data: card } = useQuery(callQuery(conversation.id));
  const { start, end } = useCall(conversation.id);
  const underWay = card?.attempts.find((attempt) => !attempt.endedAt);
  const there = localTime(callback.timeZone ?? conversation.facts.timeZone, now, language);
  const most = card?.most ?? 0;

  return (
    <section className={classes.card} aria-label={t("call.card")}>
      <Group gap="sm" wrap="wrap">
        <Title order={2} size="h2" className={classes.number}>
          {callback.numberText}
        </Title>
        <CopyButton value={callback.number}>
          {({ copied, copy }) => (
            <ActionIcon aria-label={copied ? t("copied") : t("call.copy")} onClick={copy}>
              {copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
            </ActionIcon>
          )}
        </CopyButton>
        <Button
          component="a"
          href={`tel:${callback.number}`}
          leftSection={<IconPhone size={16} />}
          onClick={() => start.mutate()}
          variant={underWay ? "default" : "filled"}
        >
          {t(underWay ? "call.again" : "call.dial")}
        </Button>
        {underWay && <CallTimer since={underWay.startedAt} />}
      </Group>
      <Text size="xs" c="dimmed">
        {[
          there && t("call.there", { time: there }),
          most > 0 && t("call.attemptOf", { number: callback.attempts + 1, most }),
        ]
          .filter(Boolean)
          .join(" · ")}
      </Text>
      <fieldset className={classes.outcomes}>
        <Text component="legend" size="sm" fw={600} mb="xs">
          {t("call.how")}
        </Text>
        <Group gap="sm">
          <Button size="compact-md" disabled={end.isPending} onClick={() => end.mutate("reached")}>
            {t("call.outcome.reached")}
          </Button>
          {inVain.map((outcome) => (
            <Button
              key={outcome}
              size="compact-md"
              variant="default"
              disabled={end.isPending}
              onClick={() => end.mutate(outcome)}
            >
              {t(`call.outcome.${outcome}`)}
            </Button>
          ))}
        </Group>
      </fieldset>
      <JoinByCode conversation={conversation.id} />
      <Attempts attempts={card?.attempts ?? []} />
    </section>
  );
}
