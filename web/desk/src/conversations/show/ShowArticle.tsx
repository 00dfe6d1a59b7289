import type { Conversation, FoundArticle } from "@kanal/api";
import { Button, Group, Stack, Text, TextInput, UnstyledButton } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { kindIcons } from "../../knowledge/kinds";
import { useWords } from "../../words/useWords";
import { useMatter } from "../composer/useMatter";
import classes from "./Show.module.css";
import { ShowPreview } from "./ShowPreview";
import { foundArticlesQuery } from "./showQueries";
import { useShow } from "./useShow";

const settleMs = 150;

/** Begins with what the conversation is about. */
export function ShowArticle({ conversation, onDone }: { conversation: Conversation; onDone: () => void }) {
  const { t } = useWords();
  const matter = useMatter(conversation);
  const [typed, setTyped] = useState("");
  const [sought] = useDebouncedValue(typed, settleMs);
  const q = sought.trim().length >= 3 ? sought : matter;
  const { data = [] } = useQuery(foundArticlesQuery(q, conversation.language, conversation.site));
  const found = q.length >= 3 ? data.filter(({ url }) => url) : [];
  const [chosen, setChosen] = useState<FoundArticle>();
  const show = useShow(conversation.id, onDone);

  if (chosen)
    return (
      <Stack gap="md">
        <ShowPreview article={chosen.id} language={chosen.language} />
        <Group justify="space-between">
          <Button variant="default" onClick={() => setChosen(undefined)}>
            {t("back")}
          </Button>
          <Button
            data-autofocus
            loading={show.isPending}
            onClick={() => show.mutate({ article: chosen.id, language: chosen.language })}
          >
            {t("show.send")}
          </Button>
        </Group>
      </Stack>
    );
  return (
    <Stack gap="sm">
      <TextInput
        data-autofocus
        aria-label={t("show.search")}
        placeholder={t("show.search")}
        leftSection={<IconSearch size={16} />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {found.length === 0 && (
        <Text size="sm" c="dimmed" role="status">
          {t(q.length >= 3 ? "show.nothing" : "show.begin")}
        </Text>
      )}
      <ul className={classes.found}>
        {found.map((article) => {
          const Icon = kindIcons[article.kind];
          return (
            <li key={article.id}>
              <UnstyledButton className={classes.row} onClick={() => setChosen(article)}>
                <Icon size={18} aria-hidden />
                <span>
                  <Text span fw={600}>
                    {article.title}
                  </Text>
                  <Text size="xs" c="dimmed" lineClamp={1}>
                    {t(`knowledge.kind.${article.kind}`)} · {article.excerpt.text}
                  </Text>
                </span>
              </UnstyledButton>
            </li>
          );
        })}
      </ul>
    </Stack>
  );
}
