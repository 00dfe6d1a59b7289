import type { ConversationSummary } from "@kanal/api";
import { IconClockHour4, IconPhone, IconPointFilled } from "@tabler/icons-react";
import { memo } from "react";
import { Link } from "react-router";
import { Ago } from "../../parts/Ago";
import { ChannelMark } from "../../parts/ChannelMark";
import { customerName } from "../../parts/customerName";
import { TargetRing } from "../../parts/TargetRing";
import { useMe } from "../../shell/useSession";
import { aheadInWords, exactly } from "../../words/relative";
import { useNow } from "../../words/useNow";
import { useWords } from "../../words/useWords";
import { bareSubject } from "../letter/subjects";
import { usePlace } from "../usePlace";
import classes from "./ConversationList.module.css";

export const ListRow = memo(function ListRow(props: { conversation: ConversationSummary; current: boolean }) {
  const { conversation, current } = props;
  const me = useMe();
  const { t, language } = useWords();
  const now = useNow();
  const { search } = usePlace();
  const { lastMessage, waitingSince, dueAt, unread, callback } = conversation;
  const planned = callback?.notBefore;
  const facts = [
    conversation.language?.toUpperCase(),
    conversation.topic?.name,
    conversation.state === "closed" && conversation.outcome && t(`outcome.${conversation.outcome}`),
    callback && conversation.state !== "closed" && t(`call.state.${callback.state}`),
    conversation.state === "wrapUp" && t("list.wrapUp"),
    conversation.agent?.id !== me.id && conversation.agent?.name,
    conversation.siteName,
  ].filter(Boolean);

  return (
    <Link
      to={{ pathname: `/conversations/${conversation.id}`, search }}
      className={classes.link}
      aria-current={current ? "true" : undefined}
    >
      <span className={classes.mark}>
        <ChannelMark channel={conversation.channel} />
        {conversation.visitorOnline && (
          <IconPointFilled size={16} color="var(--good)" role="img" aria-label={t("visitor.online")} />
        )}
      </span>
      <span className={classes.name}>{customerName(conversation.customer, t)}</span>
      <span className={classes.time}>
        {planned ? (
          <span className={classes.planned} title={t("call.planned", { time: exactly(planned, language) })}>
            <IconPhone size={12} aria-hidden />
            <time dateTime={planned}>{aheadInWords(planned, now, language)}</time>
          </span>
        ) : waitingSince ? (
          <span className={classes.wait} title={t("list.waiting")}>
            {dueAt ? (
              <TargetRing since={waitingSince} dueAt={dueAt} size={14} />
            ) : (
              <IconClockHour4 size={12} aria-hidden />
            )}
            <Ago at={waitingSince} as="wait" c="inherit" fw={600} />
          </span>
        ) : (
          <Ago at={lastMessage?.at ?? conversation.openedAt} />
        )}
      </span>
      <span className={unread > 0 ? classes.unreadText : classes.text}>
        {conversation.subject && <b>{bareSubject(conversation.subject)} · </b>}
        {lastMessage?.from === "agent" && `${t("list.us")}: `}
        {lastMessage?.text}
      </span>
      <span className={classes.facts}>{facts.join(" · ")}</span>
      <span className={classes.side}>
        {unread > 0 && (
          <span className={classes.unread} title={t("list.unread", { count: unread })}>
            {unread}
          </span>
        )}
      </span>
    </Link>
  );
});
