import type { ChannelTexts } from "@kanal/api";
import { Accordion, Group, Stack, Text, Textarea } from "@mantine/core";
import { ChannelMark } from "../../parts/ChannelMark";
import { useWords } from "../../words/useWords";
import { SmsCount } from "./SmsCount";

const channels = ["chat", "email", "sms", "phone"] as const;

interface Props {
  channels: ChannelTexts;
  errors: Record<string, string>;
  onChange: (channels: ChannelTexts) => void;
}

/** What is said otherwise in a channel; where it is empty, the channel's text is made of the article. */
export function ChannelsEditor({ channels: written, errors, onChange }: Props) {
  const { t } = useWords();
  const own = channels.filter((channel) => written[channel]);
  return (
    <Accordion.Item value="channels">
      <Accordion.Control>
        {t("knowledge.channels")}
        {own.length > 0 && (
          <Text span size="xs" c="dimmed">
            {" "}
            {own.map((channel) => t(`channel.${channel}`)).join(", ")}
          </Text>
        )}
      </Accordion.Control>
      <Accordion.Panel>
        <Stack gap="md">
          <Text size="xs" c="dimmed">
            {t("knowledge.channels.help")}
          </Text>
          {channels.map((channel) => (
            <div key={channel}>
              <Textarea
                label={
                  <Group component="span" gap="xs" display="inline-flex">
                    <ChannelMark channel={channel} />
                    {t(`channel.${channel}`)}
                  </Group>
                }
                description={t(`knowledge.channels.${channel}.help`)}
                autosize
                minRows={2}
                value={written[channel] ?? ""}
                error={errors[`content.channels.${channel}`]}
                onChange={(event) =>
                  onChange({ ...written, [channel]: event.currentTarget.value || undefined })
                }
              />
              {channel === "sms" && written.sms && <SmsCount text={written.sms} />}
            </div>
          ))}
        </Stack>
      </Accordion.Panel>
    </Accordion.Item>
  );
}
