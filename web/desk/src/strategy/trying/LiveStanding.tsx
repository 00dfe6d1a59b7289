import { Stack, Text, TextInput } from "@mantine/core";
import { useWords } from "../../words/useWords";
import { Card } from "../parts/Card";
import { ChannelStanding } from "./ChannelStanding";
import type { ChannelState, Override } from "./tried";
import type { Question } from "./useQuestion";

interface Props {
  question: Question;
  state: ChannelState[];
  onChange: (changes: Partial<Question>) => void;
}

/** How the channels stand: as they do now, unless it is said otherwise here. */
export function LiveStanding({ question, state, onChange }: Props) {
  const { t } = useWords();
  const put = (channel: string, changes: Partial<Override>) => {
    const before = question.live.find((each) => each.channel === channel);
    const after = { ...before, ...changes, channel };
    const said = Object.entries(after).some(([name, value]) => name !== "channel" && value !== undefined);
    onChange({
      live: [...question.live.filter((each) => each.channel !== channel), ...(said ? [after] : [])],
    });
  };
  return (
    <Card title={t("strategy.try.live.title")}>
      <Text size="sm" c="dimmed">
        {t("strategy.try.live.help")}
      </Text>
      <Stack gap="md">
        {state
          .filter(({ pace }) => pace !== "selfService")
          .map((channel) => (
            <ChannelStanding
              key={channel.channel}
              state={channel}
              override={question.live.find((each) => each.channel === channel.channel)}
              onChange={(changes) => put(channel.channel, changes)}
            />
          ))}
      </Stack>
      <TextInput
        type="datetime-local"
        label={t("strategy.try.at")}
        description={t("strategy.try.at.help")}
        value={question.at}
        onChange={(event) => onChange({ at: event.currentTarget.value })}
      />
    </Card>
  );
}
