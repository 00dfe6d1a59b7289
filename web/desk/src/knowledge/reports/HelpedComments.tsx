import { Group, Paper, Stack, Text } from "@mantine/core";
import { IconThumbDown, IconThumbUp } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Ago } from "../../parts/Ago";
import { Loaded } from "../../parts/Loaded";
import { useWords } from "../../words/useWords";
import { helpedCommentsQuery } from "../knowledgeQueries";

/** What visitors wrote when they said whether an article helped. */
export function HelpedComments({ article }: { article: string }) {
  const { t } = useWords();
  const comments = useQuery(helpedCommentsQuery(article));
  return (
    <Loaded query={comments}>
      {(all) =>
        all.length === 0 ? (
          <Text c="dimmed">{t("sought.said.none")}</Text>
        ) : (
          <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: "none" }}>
            {all.map(({ yes, comment, at, language, number }) => (
              <Paper key={`${at}.${comment}`} component="li" withBorder p="sm">
                <Group gap="xs" mb={4}>
                  {yes ? (
                    <IconThumbUp size={16} color="var(--good)" aria-hidden />
                  ) : (
                    <IconThumbDown size={16} color="var(--bad)" aria-hidden />
                  )}
                  <Text size="xs">{t(yes ? "sought.yes" : "sought.no")}</Text>
                  <Text size="xs" c="dimmed">
                    {language.toUpperCase()}, {t("knowledge.history.version", { number })}
                  </Text>
                  <Ago at={at} />
                </Group>
                <Text lang={language} style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
                  {comment}
                </Text>
              </Paper>
            ))}
          </Stack>
        )
      }
    </Loaded>
  );
}
