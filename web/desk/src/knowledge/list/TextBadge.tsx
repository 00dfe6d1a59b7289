import type { TextSummary } from "@kanal/api";
import { Badge, Tooltip } from "@mantine/core";
import { IconCheck, IconClock, IconClockOff, IconPencil, IconRefreshAlert } from "@tabler/icons-react";
import { languageName } from "../../conversations/person/facts";
import { useWords } from "../../words/useWords";

const looks = {
  draft: { Icon: IconPencil, color: "gray" },
  scheduled: { Icon: IconClock, color: "kanal" },
  published: { Icon: IconCheck, color: "green" },
  expired: { Icon: IconClockOff, color: "gray" },
} as const;

/** One language of an article and how things stand with it; shape and word say it as well as the colour. */
export function TextBadge({ text }: { text: TextSummary }) {
  const { t, language } = useWords();
  const { Icon, color } = looks[text.state];
  const said = [
    `${languageName(text.language, language)}: ${t(`knowledge.state.${text.state}`)}`,
    text.hasDraft && text.state !== "draft" && t("knowledge.hasDraft"),
    text.stale && t("knowledge.stale"),
  ]
    .filter(Boolean)
    .join(", ");
  return (
    <Tooltip label={said}>
      <Badge
        color={color}
        flex="none"
        role="img"
        aria-label={said}
        leftSection={<Icon size={12} />}
        rightSection={
          text.stale ? (
            <IconRefreshAlert size={14} color="var(--warn)" />
          ) : text.hasDraft && text.state !== "draft" ? (
            <IconPencil size={12} />
          ) : undefined
        }
      >
        {text.language.toUpperCase()}
      </Badge>
    </Tooltip>
  );
}
