import { Button, CopyButton, Group, Paper, Text } from "@mantine/core";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { ChannelMark } from "../../parts/ChannelMark";
import { Loaded } from "../../parts/Loaded";
import { useWords } from "../../words/useWords";
import { asInChannelQuery, type ReadIn } from "../knowledgeQueries";
import { SmsCount } from "./SmsCount";

interface Props {
  article: string;
  language: string;
  channel: ReadIn;
}

export function InChannel({ article, language, channel }: Props) {
  const { t } = useWords();
  const said = useQuery(asInChannelQuery(article, language, channel));
  const name = t(`channel.${channel}`);
  return (
    <Loaded query={said}>
      {({ text }) => (
        <Paper component="section" withBorder p="md" aria-label={name}>
          <Group justify="space-between" mb="xs">
            <Group gap="xs">
              <ChannelMark channel={channel} />
              <Text fw={600}>{name}</Text>
            </Group>
            <CopyButton value={text}>
              {({ copied, copy }) => (
                <Button
                  variant="default"
                  size="compact-sm"
                  aria-label={t("knowledge.copy", { channel: name })}
                  leftSection={copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
                  onClick={copy}
                >
                  {t(copied ? "copied" : "copy")}
                </Button>
              )}
            </CopyButton>
          </Group>
          <Text lang={language} style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
            {text}
          </Text>
          {channel === "sms" && <SmsCount text={text} />}
        </Paper>
      )}
    </Loaded>
  );
}
