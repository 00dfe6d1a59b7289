import type { Article, ArticleText } from "@kanal/api";
import { Alert, Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Loaded } from "../../parts/Loaded";
import { useWords } from "../../words/useWords";
import { ContentDiff } from "../diff/ContentDiff";
import { articleQuery } from "../knowledgeQueries";
import { contentOf } from "./content";
import type { TextInHand } from "./useText";

/** Somebody else has changed the text meanwhile: which of the two it is to be is for people to say. */
export function Conflict({
  article,
  text,
  inHand,
}: {
  article: Article;
  text: ArticleText;
  inHand: TextInHand;
}) {
  const { t } = useWords();
  const [opened, { open, close }] = useDisclosure(false);
  const fresh = useQuery({ ...articleQuery(article.id), staleTime: 0, refetchOnMount: "always" });
  const theirs = fresh.data?.texts.find(({ language }) => language === text.language);
  const name = theirs?.changedBy ?? t("event.someone");
  return (
    <>
      <Alert
        m="sm"
        styles={{
          root: { background: "var(--warn-soft)" },
          title: { color: "var(--warn)" },
          icon: { color: "var(--warn)" },
        }}
        icon={<IconAlertTriangle />}
        role="alert"
        title={t("knowledge.conflict.title")}
      >
        <Stack gap="sm">
          <Text>{t("knowledge.conflict", { name })}</Text>
          <Group gap="sm">
            <Button variant="default" onClick={open}>
              {t("knowledge.conflict.look")}
            </Button>
            {theirs && (
              <>
                <Button variant="default" onClick={() => void inHand.insist(theirs.edition)}>
                  {t("knowledge.conflict.mine")}
                </Button>
                <Button variant="default" onClick={() => inHand.give(theirs)}>
                  {t("knowledge.conflict.theirs")}
                </Button>
              </>
            )}
          </Group>
        </Stack>
      </Alert>
      <Modal
        opened={opened}
        onClose={close}
        size="xl"
        title={t("knowledge.conflict.difference")}
        closeButtonProps={{ "aria-label": t("close") }}
      >
        <Text c="dimmed" mb="md">
          {t("knowledge.conflict.difference.help", { name })}
        </Text>
        <Loaded query={fresh}>
          {() => theirs && <ContentDiff before={contentOf(theirs)} after={inHand.content} />}
        </Loaded>
      </Modal>
    </>
  );
}
