import type { Conversation } from "@kanal/api";
import { ActionIcon, Badge, Button, Group, Stack, Text, Title } from "@mantine/core";
import {
  IconArrowLeft,
  IconArrowRight,
  IconCircleCheck,
  IconPhonePlus,
  IconUserCircle,
} from "@tabler/icons-react";
import { ChannelMark } from "../../parts/ChannelMark";
import { customerName } from "../../parts/customerName";
import { useMe } from "../../shell/useSession";
import { useWords } from "../../words/useWords";
import { bareSubject } from "../letter/subjects";
import { usePlace } from "../usePlace";
import classes from "./ConversationHead.module.css";
import { ConversationMenu } from "./ConversationMenu";
import { useConversationActions } from "./useConversationActions";

interface Props {
  conversation: Conversation;
  onTransfer: () => void;
  onWrapUp: () => void;
  onCall: () => void;
  onShowPerson?: () => void;
}

export function ConversationHead({ conversation, onTransfer, onWrapUp, onCall, onShowPerson }: Props) {
  const me = useMe();
  const { t } = useWords();
  const { open } = usePlace();
  const { take } = useConversationActions(conversation.id);
  const { state, agent, topic } = conversation;
  const mine = agent?.id === me.id && state !== "closed";

  return (
    <header className={classes.head}>
      <ActionIcon className={classes.back} aria-label={t("back")} onClick={() => open(null)}>
        <IconArrowLeft size={20} />
      </ActionIcon>
      <Stack gap={0} miw={0} flex={1}>
        <Group gap="sm" wrap="nowrap">
          <ChannelMark channel={conversation.channel} />
          <Title order={1} size="h3" lineClamp={1}>
            {customerName(conversation.customer, t)}
          </Title>
          {state !== "assigned" && <Badge className={classes.state}>{t(`state.${state}`)}</Badge>}
        </Group>
        <Text size="xs" c="dimmed" truncate>
          {[
            conversation.subject && bareSubject(conversation.subject),
            conversation.siteName,
            topic?.name,
            agent && !mine && t("conversation.with", { name: agent.name ?? t("event.someone") }),
          ]
            .filter(Boolean)
            .join(" · ")}
        </Text>
      </Stack>
      {(state === "queued" || state === "planned") && (
        <Button className={classes.above} loading={take.isPending} onClick={() => take.mutate()}>
          {t("action.take")}
        </Button>
      )}
      {state === "assigned" && !mine && me.role !== "agent" && (
        <Button variant="default" loading={take.isPending} onClick={() => take.mutate()}>
          {t("supervise.take")}
        </Button>
      )}
      {(mine || (state === "assigned" && me.role !== "agent")) && (
        <>
          {conversation.callback?.state !== "calling" && (
            <ActionIcon
              size="lg"
              variant="default"
              aria-label={t("call.book")}
              title={t("call.book")}
              onClick={onCall}
            >
              <IconPhonePlus size={16} />
            </ActionIcon>
          )}
          <Button
            variant="default"
            onClick={onTransfer}
            aria-label={t("action.transfer")}
            leftSection={<IconArrowRight size={16} />}
            classNames={{ root: classes.narrow, label: classes.word, section: classes.icon }}
          >
            {t("action.transfer")}
          </Button>
          {mine && state === "assigned" && (
            <Button
              onClick={onWrapUp}
              aria-label={t("action.wrapUp")}
              leftSection={<IconCircleCheck size={16} />}
              classNames={{ root: classes.narrow, label: classes.word, section: classes.icon }}
            >
              {t("action.wrapUp")}
            </Button>
          )}
        </>
      )}
      {conversation.channel === "email" && (mine || me.role !== "agent" || state === "queued") && (
        <ConversationMenu conversation={conversation} />
      )}
      {onShowPerson && (
        <ActionIcon aria-label={t("person.region")} onClick={onShowPerson}>
          <IconUserCircle size={22} />
        </ActionIcon>
      )}
    </header>
  );
}
