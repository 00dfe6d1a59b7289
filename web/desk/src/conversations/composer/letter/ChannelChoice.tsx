import type { Conversation } from "@kanal/api";
import { SegmentedControl } from "@mantine/core";
import { channelWord } from "../../../parts/ChannelMark";
import { useMe } from "../../../shell/useSession";
import { useWords } from "../../../words/useWords";
import { writeLetter } from "./letterDrafts";
import type { LetterWriting } from "./useLetter";

interface Props {
  conversation: Conversation;
  writing: LetterWriting;
}

/** Where the customer can be reached in more than one way. */
export function ChannelChoice({ conversation, writing: { filled, channel } }: Props) {
  const me = useMe();
  const { t } = useWords();
  if (!filled || filled.channels.length < 2) return null;
  return (
    <SegmentedControl
      size="xs"
      aria-label={t("composer.channel")}
      value={channel}
      onChange={(chosen) => writeLetter(me.id, conversation.id, { channel: chosen })}
      data={filled.channels.map((value) => ({ value, label: t(channelWord(value)) }))}
    />
  );
}
