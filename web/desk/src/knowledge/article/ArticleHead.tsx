import type { Article, ArticleText } from "@kanal/api";
import { ActionIcon, Group, Text, Title } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useLocation, useNavigate } from "react-router";
import { Ago } from "../../parts/Ago";
import { useWords } from "../../words/useWords";
import classes from "./ArticlePage.module.css";
import { HelpLink } from "./HelpLink";
import { StateLine } from "./StateLine";

interface Props {
  article: Article;
  text: ArticleText;
  title: string;
  children?: ReactNode;
}

export function ArticleHead({ article, text, title, children }: Props) {
  const { t } = useWords();
  const navigate = useNavigate();
  const { state } = useLocation();
  return (
    <header className={classes.head}>
      <ActionIcon
        aria-label={t("knowledge.back")}
        onClick={() => navigate({ pathname: "/knowledge/articles", search: state?.list })}
      >
        <IconArrowLeft size={20} />
      </ActionIcon>
      <div className={classes.name}>
        <Title order={1} size="h2" lineClamp={1} lang={text.language}>
          {title || t("knowledge.untitled")}
        </Title>
        <Group gap="sm">
          <Text size="xs" c="dimmed">
            {t(`knowledge.kind.${article.kind}`)}
          </Text>
          <StateLine text={text} />
          <Text size="xs" c="dimmed">
            {text.changedBy && `${text.changedBy}, `}
            <Ago at={text.changedAt} />
          </Text>
        </Group>
      </div>
      <HelpLink article={article} text={text} />
      {children}
    </header>
  );
}
