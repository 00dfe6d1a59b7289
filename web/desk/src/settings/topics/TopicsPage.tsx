import { Paper, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Loaded } from "../../parts/Loaded";
import { PageHead } from "../../parts/PageHead";
import { topicsQuery } from "../../server/queries";
import { useWords } from "../../words/useWords";
import { NewTopic } from "./NewTopic";
import { TopicRow } from "./TopicRow";

export function TopicsPage() {
  const { t } = useWords();
  const topics = useQuery(topicsQuery);
  return (
    <>
      <PageHead title={t("settings.topics")}>{t("topics.intro")}</PageHead>
      <Loaded query={topics}>
        {(all) => {
          const inOrder = all.toSorted((a, b) => a.position - b.position);
          return (
            <Paper withBorder maw={560} p="md">
              {all.length === 0 && <Text c="dimmed">{t("topics.empty")}</Text>}
              {inOrder.map((topic, index) => (
                <TopicRow
                  key={topic.id}
                  topic={topic}
                  before={inOrder[index - 1]}
                  after={inOrder[index + 1]}
                />
              ))}
              <NewTopic position={(inOrder.at(-1)?.position ?? 0) + 1} />
            </Paper>
          );
        }}
      </Loaded>
    </>
  );
}
