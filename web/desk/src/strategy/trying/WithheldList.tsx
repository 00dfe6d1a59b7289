import { Group, Text } from "@mantine/core";
import { ChannelMark } from "../../parts/ChannelMark";
import { useWords } from "../../words/useWords";
import { channelName } from "../sentences/channels";
import { GainSum } from "./GainSum";
import { withheldSentence } from "./reasons";
import classes from "./TryPage.module.css";
import type { Withheld } from "./tried";

/** Every channel that is not in the menu, with its first reason. */
export function WithheldList({ withheld }: { withheld: Withheld[] }) {
  const { t, language } = useWords();
  return (
    <ul className={classes.lines}>
      {withheld.map((its) => (
        <li key={its.channel}>
          <Group gap="sm" wrap="nowrap" align="flex-start">
            <ChannelMark channel={its.channel} />
            <Text>
              <strong>{channelName(its.channel, t)}:</strong> {withheldSentence(its, t, language)}
            </Text>
          </Group>
          {its.gain && <GainSum gain={its.gain} />}
        </li>
      ))}
    </ul>
  );
}
