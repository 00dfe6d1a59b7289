import type { Conversation } from "@kanal/api";
import { Button, Group, Text } from "@mantine/core";
import { IconArrowBackUp } from "@tabler/icons-react";
import { useMe } from "../../shell/useSession";
import { useWords } from "../../words/useWords";
import { Composer } from "../composer/Composer";
import { ArticleOfThis } from "./ArticleOfThis";
import { NotSpam } from "./NotSpam";
import classes from "./ReplyArea.module.css";
import { useConversationActions } from "./useConversationActions";
import { WrapUpForm } from "./WrapUpForm";

/** Below the conversation: write, wrap up, or why neither is possible and what is. */
export function ReplyArea({ conversation }: { conversation: Conversation }) {
  const me = useMe();
  const { t } = useWords();
  const { take, reopen } = useConversationActions(conversation.id);
  const { state, agent } = conversation;
  const mine = agent?.id === me.id;

  if (state === "wrapUp" && mine)
    return (
      <div className={classes.area}>
        <Text fw={600} mb="sm" role="status">
          {t(conversation.callback?.state === "notReached" ? "wrapUp.notReached" : "wrapUp.visitorEnded")}
        </Text>
        <WrapUpForm conversation={conversation} />
      </div>
    );
  if (state === "closed")
    return (
      <Group className={classes.area} justify="space-between">
        <Text c="dimmed">{t("composer.closed")}</Text>
        <Group gap="sm">
          {conversation.outcome === "solved" && <ArticleOfThis conversation={conversation} />}
          {conversation.outcome === "spam" && conversation.channel === "email" && (
            <NotSpam conversation={conversation.id} />
          )}
          <Button
            variant="default"
            loading={reopen.isPending}
            leftSection={<IconArrowBackUp size={16} />}
            onClick={() => reopen.mutate()}
          >
            {t("action.reopen")}
          </Button>
        </Group>
      </Group>
    );
  if (state === "queued" || state === "planned")
    return (
      <Group className={classes.area} justify="space-between">
        <Text c="dimmed">{t(state === "planned" ? "composer.planned" : "composer.queued")}</Text>
        <Button loading={take.isPending} onClick={() => take.mutate()}>
          {t("action.take")}
        </Button>
      </Group>
    );
  return <Composer conversation={conversation} noteOnly={mine ? undefined : (agent?.name ?? "")} />;
}
