import type { Offer } from "@kanal/api";
import { Button, Group, Kbd, Stack, Text, Title } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { useState } from "react";
import { Ago } from "../../parts/Ago";
import { ChannelMark } from "../../parts/ChannelMark";
import { customerName } from "../../parts/customerName";
import { useWords } from "../../words/useWords";
import { OfferedCall } from "../call/OfferedCall";
import { WhyList } from "../why/WhyList";
import { CountdownRing } from "./CountdownRing";
import { DeclineReasons } from "./DeclineReasons";
import classes from "./Offers.module.css";
import { useOffer } from "./useOffer";

/** Enter belongs to whatever has the focus; the card takes it only when nothing has. */
const nothingFocused = () => document.activeElement === document.body || document.activeElement === null;

export function OfferCard({ offer, byKeyboard }: { offer: Offer; byKeyboard: boolean }) {
  const { t } = useWords();
  const { accept, decline } = useOffer(offer);
  const [asking, setAsking] = useState(false);
  const { conversation } = offer;
  const take = () => {
    if (byKeyboard && !accept.isPending) accept.mutate();
  };
  useHotkeys([["Enter", () => nothingFocused() && take()]]);
  useHotkeys([["F2", take]], []);
  useHotkeys([["Escape", () => setAsking(false)]], []);

  return (
    <article
      className={classes.card}
      aria-label={t(conversation.callback ? "offer.call.title" : "offer.title")}
    >
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Stack gap={2} miw={0}>
          <Group gap="sm" wrap="nowrap">
            <ChannelMark channel={conversation.channel} />
            <Title order={2} size="h3" lineClamp={1}>
              {customerName(conversation.customer, t)}
            </Title>
          </Group>
          <Text size="xs" c="dimmed">
            {conversation.siteName}
            {conversation.topic && ` · ${conversation.topic.name}`} · {conversation.language.toUpperCase()} ·{" "}
            {t("offer.waited")} <Ago at={conversation.waitingSince ?? conversation.openedAt} as="wait" />
          </Text>
        </Stack>
        <CountdownRing from={offer.madeAt} to={offer.expiresAt} />
      </Group>
      {conversation.callback && <OfferedCall callback={conversation.callback} />}
      {conversation.lastMessage && (
        <div className={classes.said}>
          <Text lineClamp={4}>{conversation.lastMessage.text}</Text>
        </div>
      )}
      {conversation.page && (
        <Text size="xs" c="dimmed" truncate>
          {t("offer.page")}: {conversation.page}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {t("offer.why")}:{" "}
        {t(`offer.why.${offer.why.chosen}`, { load: offer.why.load, maximum: offer.why.maximum })}
      </Text>
      {(offer.why.passed?.length ?? 0) > 0 && (
        <details>
          <summary>{t("why.others")}</summary>
          <WhyList why={offer.why} />
        </details>
      )}
      {asking ? (
        <DeclineReasons
          busy={decline.isPending}
          onDecline={(reason) => decline.mutate(reason)}
          onBack={() => setAsking(false)}
        />
      ) : (
        <Group mt="md" gap="sm" wrap="nowrap">
          <Button variant="default" onClick={() => setAsking(true)}>
            {t("offer.decline")}
          </Button>
          <Button
            flex={1}
            loading={accept.isPending}
            onClick={() => accept.mutate()}
            rightSection={byKeyboard && <Kbd ml="xs">Enter</Kbd>}
          >
            {t("offer.accept")}
          </Button>
        </Group>
      )}
    </article>
  );
}
