import type { ChannelAdvice } from "@kanal/api";
import { Badge, Group, Text, Title } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import { useId } from "react";
import { ChannelIcon, channelWord } from "../../parts/ChannelMark";
import { useWords } from "../../words/useWords";
import page from "../PlanningRoom.module.css";
import { length, share } from "../parts/figures";
import classes from "./Advice.module.css";
import { WeekPicture } from "./WeekPicture";

/** One channel: how far the people there are can carry it. */
export function ChannelCard({ advice, byValue }: { advice: ChannelAdvice; byValue: boolean }) {
  const { t, language } = useWords();
  const id = useId();
  const { channel, open, target, serviceLevel, valueShare, texts } = advice;
  // Letters have no hours: the week as a whole keeps its promise or does not.
  const carried = advice.tooFew.length === 0 && serviceLevel != null && serviceLevel >= target.share;
  return (
    <section className={page.card} aria-labelledby={id}>
      <Group gap="sm" mb="sm">
        <ChannelIcon channel={channel} size={20} />
        <Title order={2} size="h4" id={id}>
          {t(channelWord(channel))}
        </Title>
        <Badge color={open ? "green" : "gray"}>
          {t(open ? "planning.advice.isOpen" : "planning.advice.isClosed")}
        </Badge>
        <Text c="dimmed" size="sm">
          {t("planning.total.target", {
            share: share(target.share, language),
            time: length(target.seconds, language),
          })}
        </Text>
      </Group>
      <div className={classes.columns}>
        <div>
          <ul className={classes.texts}>
            {texts.map((text, at) => (
              <li key={text}>
                {at < Math.min(3, advice.windows.length) || carried ? (
                  <IconCircleCheck size={16} color="var(--good)" aria-hidden />
                ) : (
                  <IconAlertTriangle size={16} color="var(--warn)" aria-hidden />
                )}
                <span>{text}</span>
              </li>
            ))}
          </ul>
          {advice.windows.length > 0 && serviceLevel != null && (
            <Text c="dimmed" size="sm" mt="sm">
              {t(byValue ? "planning.advice.inside.value" : "planning.advice.inside", {
                share: share(valueShare, language),
                level: share(serviceLevel, language),
              })}
            </Text>
          )}
        </div>
        <WeekPicture advice={advice} />
      </div>
    </section>
  );
}
