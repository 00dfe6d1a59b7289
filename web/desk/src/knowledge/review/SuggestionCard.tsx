import type { Suggestion } from "@kanal/api";
import { Anchor, Badge, Button, Group, Text } from "@mantine/core";
import { Link } from "react-router";
import { usePropose } from "../../conversations/actions/usePropose";
import { useWords } from "../../words/useWords";
import classes from "../KnowledgeRoom.module.css";
import { writeThis } from "../reports/writeThis";

const shown = 5;

/** A question that comes back and stands in no article. */
export function SuggestionCard({ suggestion, site }: { suggestion: Suggestion; site: string }) {
  const { t } = useWords();
  const propose = usePropose();
  const { question: name, count, conversations, nearest, language: of } = suggestion;
  return (
    <li className={classes.card}>
      <Group justify="space-between" align="flex-start" gap="sm" wrap="nowrap">
        <Text fw={600} lang={of} style={{ overflowWrap: "anywhere" }}>
          {name}
        </Text>
        <Badge flex="none">{t("review.asked", { count })}</Badge>
      </Group>
      <Text size="xs" c="dimmed">
        {conversations.slice(0, shown).map((id, at) => (
          <span key={id}>
            {at > 0 && " · "}
            <Anchor component={Link} size="xs" to={`/conversations/${id}?list=all`}>
              {t("review.latest", { number: at + 1 })}
            </Anchor>
          </span>
        ))}
      </Text>
      {nearest && (
        <Text size="xs" c="dimmed">
          {t("review.nearest")}{" "}
          <Anchor
            component={Link}
            size="xs"
            lang={of}
            to={`/knowledge/articles/${nearest.id}?language=${of}`}
          >
            {nearest.title}
          </Anchor>
        </Text>
      )}
      <Group gap="sm" mt="xs">
        <Button
          component={Link}
          to={writeThis(name, of, site)}
          size="compact-sm"
          variant="default"
          aria-label={t("sought.write.named", { words: name })}
        >
          {t("sought.write")}
        </Button>
        {conversations[0] && (
          <Button
            size="compact-sm"
            variant="default"
            loading={propose.isPending}
            aria-label={t("review.propose.named", { name })}
            onClick={() => propose.mutate(conversations[0] ?? "")}
          >
            {t("review.propose")}
          </Button>
        )}
      </Group>
    </li>
  );
}
