import type { Overlap } from "@kanal/api";
import { Anchor, Badge, Button, Group, List, Modal, Paper, SimpleGrid, Text, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { languageName } from "../../conversations/person/facts";
import { Loaded } from "../../parts/Loaded";
import { useWords } from "../../words/useWords";
import { contentOf } from "../article/content";
import { Rendered } from "../article/Rendered";
import { articleQuery } from "../knowledgeQueries";

export function OverlapCard({ overlap: { language: of, first, second, questions } }: { overlap: Overlap }) {
  const { t, language } = useWords();
  const [opened, { open, close }] = useDisclosure(false);
  const link = ({ id, title }: Overlap["first"]) => (
    <Anchor component={Link} to={`/knowledge/articles/${id}?language=${of}`} fw={600} lang={of}>
      {title}
    </Anchor>
  );
  const titleOf = (id: string) => (id === first.id ? first.title : second.title);
  return (
    <Paper component="li" withBorder p="md">
      <Group justify="space-between" align="flex-start" gap="sm">
        <Title order={2} size="h3">
          {link(first)} · {link(second)}
        </Title>
        <Badge color="gray">{languageName(of, language)}</Badge>
      </Group>
      <Text size="xs" c="dimmed" mt="xs">
        {t("overlaps.questions")}
      </Text>
      <List size="sm" lang={of}>
        {questions.map(({ question, of: article }) => (
          <List.Item key={`${article}.${question}`}>
            {question}{" "}
            <Text span size="xs" c="dimmed">
              ({titleOf(article)})
            </Text>
          </List.Item>
        ))}
      </List>
      <Button variant="default" size="compact-sm" mt="sm" onClick={open}>
        {t("overlaps.compare")}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        size="90%"
        title={t("overlaps.compare")}
        closeButtonProps={{ "aria-label": t("close") }}
      >
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
          <OneOf id={first.id} language={of} />
          <OneOf id={second.id} language={of} />
        </SimpleGrid>
      </Modal>
    </Paper>
  );
}

function OneOf({ id, language }: { id: string; language: string }) {
  const { t } = useWords();
  const article = useQuery(articleQuery(id));
  return (
    <Loaded query={article}>
      {(found) => {
        const text = found.texts.find((each) => each.language === language);
        return (
          <div>
            {text && <Rendered kind={found.kind} content={contentOf(text)} lang={language} />}
            <Button
              component={Link}
              to={`/knowledge/articles/${id}?language=${language}`}
              variant="default"
              mt="md"
            >
              {t("overlaps.open")}
            </Button>
          </div>
        );
      }}
    </Loaded>
  );
}
