import type { Conversation } from "@kanal/api";
import { Badge, CloseButton, Group, SegmentedControl } from "@mantine/core";
import { useMe } from "../../../shell/useSession";
import { useWords } from "../../../words/useWords";
import { forgetLetter, type Way, writeWay } from "./letterDrafts";
import type { LetterWriting } from "./useLetter";

interface Props {
  conversation: Conversation;
  writing: LetterWriting;
}

/** To one or to all, where there is more than one; what is being forwarded, where something is. */
export function WayChoice({ conversation, writing: { draft, several } }: Props) {
  const me = useMe();
  const { t } = useWords();
  if (draft.forwards)
    return (
      <Group gap="xs" wrap="nowrap">
        <Badge color="gray">{t("letter.forwarding", { from: draft.forwards.from })}</Badge>
        <CloseButton
          size="sm"
          aria-label={t("letter.forwarding.stop")}
          onClick={() => forgetLetter(me.id, conversation.id)}
        />
      </Group>
    );
  if (!several) return null;
  return (
    <SegmentedControl
      size="xs"
      style={{ flex: "none" }}
      aria-label={t("letter.way")}
      value={draft.way ?? "all"}
      onChange={(way) => writeWay(me.id, conversation.id, way as Way)}
      data={[
        { value: "all", label: t("letter.way.all") },
        { value: "reply", label: t("letter.way.reply") },
      ]}
    />
  );
}
