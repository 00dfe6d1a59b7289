import type { Proposal } from "@kanal/api";
import { Anchor, Badge, Button, Group, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Link } from "react-router";
import { languageName } from "../../conversations/person/facts";
import { Ago } from "../../parts/Ago";
import { useWords } from "../../words/useWords";
import classes from "../KnowledgeRoom.module.css";
import { DiscardDialog } from "./DiscardDialog";

/** A draft that was made of a conversation and waits for an editor. */
export function ProposalCard({ proposal }: { proposal: Proposal }) {
  const { t, language } = useWords();
  const [opened, { open, close }] = useDisclosure(false);
  const { article, title: name, conversation, madeBy, madeAt, language: of } = proposal;
  const editor = `/knowledge/articles/${article}?language=${of}`;
  return (
    <li className={classes.card}>
      <Group justify="space-between" align="flex-start" gap="sm">
        <Anchor component={Link} to={editor} fw={600} lang={of}>
          {name}
        </Anchor>
        <Badge color="gray">{languageName(of, language)}</Badge>
      </Group>
      <Text size="xs" c="dimmed">
        {t("review.made", { name: madeBy })} · <Ago at={madeAt} /> ·{" "}
        <Anchor component={Link} size="xs" to={`/conversations/${conversation}?list=all`}>
          {t("review.conversation")}
        </Anchor>
      </Text>
      <Group gap="sm" mt="xs">
        <Button
          component={Link}
          to={editor}
          size="compact-sm"
          variant="default"
          aria-label={t("review.edit.named", { name })}
        >
          {t("review.edit")}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          color="red"
          aria-label={t("review.discard.named", { name })}
          onClick={open}
        >
          {t("review.discard")}
        </Button>
      </Group>
      {opened && <DiscardDialog proposal={proposal} onClose={close} />}
    </li>
  );
}
