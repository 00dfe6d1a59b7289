import type { Article, ArticleText } from "@kanal/api";
import { ActionIcon, Tooltip } from "@mantine/core";
import { IconExternalLink } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useWords } from "../../words/useWords";
import { asInChannelQuery } from "../knowledgeQueries";

/** To the page that customers read, where there is one. */
export function HelpLink({ article, text }: { article: Article; text: ArticleText }) {
  const { t } = useWords();
  const isPublic = Boolean(text.published) && article.audience !== "agents";
  const said = useQuery({ ...asInChannelQuery(article.id, text.language, "chat"), enabled: isPublic });
  if (!isPublic || !said.data?.url) return null;
  return (
    <Tooltip label={t("knowledge.inHelp")}>
      <ActionIcon
        component="a"
        href={said.data.url}
        target="_blank"
        rel="noopener"
        aria-label={t("knowledge.inHelp")}
      >
        <IconExternalLink size={20} />
      </ActionIcon>
    </Tooltip>
  );
}
