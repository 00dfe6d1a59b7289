import type { Conversation } from "@kanal/api";
import { Anchor, Badge, Button, Text } from "@mantine/core";
import { IconFilePlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { conversationArticlesQuery } from "../../server/queries";
import { useWords } from "../../words/useWords";
import { usePropose } from "./usePropose";

/** Of what was solved an article can be made; where one was, it stands here. */
export function ArticleOfThis({ conversation }: { conversation: Conversation }) {
  const { t } = useWords();
  const last = useQuery(conversationArticlesQuery(conversation.id)).data?.[0];
  const propose = usePropose();
  if (last?.article)
    return (
      <Text size="xs">
        {t("propose.made")}{" "}
        <Anchor
          component={Link}
          size="xs"
          lang={last.language}
          to={`/knowledge/articles/${last.article}?language=${last.language}`}
        >
          {last.title}
        </Anchor>{" "}
        <Badge color={last.state === "published" ? "green" : "gray"}>
          {t(last.state === "published" ? "knowledge.state.published" : "knowledge.page.review")}
        </Badge>
      </Text>
    );
  return (
    <>
      {last?.reason && (
        <Text size="xs" c="dimmed">
          {t("propose.notWanted", { name: last.discardedBy ?? t("event.someone"), reason: last.reason })}
        </Text>
      )}
      <Button
        variant="default"
        loading={propose.isPending}
        leftSection={<IconFilePlus size={16} />}
        onClick={() => propose.mutate(conversation.id)}
      >
        {t("action.propose")}
      </Button>
    </>
  );
}
