import { Badge, Group, Text } from "@mantine/core";
import { ChannelMark } from "../../parts/ChannelMark";
import { useWords } from "../../words/useWords";
import { channelName } from "../sentences/channels";
import { GainSum } from "./GainSum";
import { byWords, reasonSentence } from "./reasons";
import classes from "./TryPage.module.css";
import type { Decision } from "./tried";

/** The ways as they are put before the visitor, in order, each with what it says and how it came in. */
export function MenuView({ decision }: { decision: Decision }) {
  const { t, language } = useWords();
  return (
    <ol className={classes.entries} aria-label={t("strategy.why.menu")}>
      {decision.entries.map((entry) => (
        <li key={entry.channel} className={classes.entry} data-recommended={entry.recommended || undefined}>
          <ChannelMark channel={entry.channel} size={22} />
          <div style={{ flex: 1, minWidth: 0 }}>
            <Group gap="sm">
              <Text fw={600}>{channelName(entry.channel, t)}</Text>
              {entry.recommended && <Badge>{t("strategy.recommended")}</Badge>}
            </Group>
            <Text>{reasonSentence(entry, t, language)}</Text>
            <Text size="xs" c="dimmed">
              {byWords(entry, t)}
            </Text>
            {entry.gain && <GainSum gain={entry.gain} />}
          </div>
        </li>
      ))}
    </ol>
  );
}
