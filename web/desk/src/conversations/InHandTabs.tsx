import { Tooltip } from "@mantine/core";
import { IconFlameFilled } from "@tabler/icons-react";
import { Link } from "react-router";
import { mostInNeed } from "../live/lists";
import { Ago } from "../parts/Ago";
import { ChannelMark } from "../parts/ChannelMark";
import { customerName } from "../parts/customerName";
import { TargetRing } from "../parts/TargetRing";
import { useWords } from "../words/useWords";
import classes from "./InHandTabs.module.css";
import { useInHand } from "./useInHand";
import { usePlace } from "./usePlace";

/** Everything in hand, one step away; who has waited longest for an answer is marked. */
export function InHandTabs() {
  const { t } = useWords();
  const { id, search } = usePlace();
  const inHand = useInHand();
  if (inHand.length < 2) return null;
  const first = mostInNeed(inHand);

  return (
    <nav className={classes.tabs} aria-label={t("inHand.label")}>
      {inHand.map((conversation) => (
        <Link
          key={conversation.id}
          to={{ pathname: `/conversations/${conversation.id}`, search }}
          className={classes.tab}
          aria-current={conversation.id === id ? "page" : undefined}
        >
          <ChannelMark channel={conversation.channel} size={14} />
          <span className={classes.name}>{customerName(conversation.customer, t)}</span>
          {conversation.unread > 0 && (
            <span className={classes.unread} title={t("list.unread", { count: conversation.unread })}>
              {conversation.unread}
            </span>
          )}
          {conversation.waitingSince && conversation.dueAt && (
            <TargetRing since={conversation.waitingSince} dueAt={conversation.dueAt} size={14} />
          )}
          {conversation.waitingSince && <Ago at={conversation.waitingSince} as="wait" />}
          {conversation.id === first && (
            <Tooltip label={t("inHand.first")}>
              <IconFlameFilled size={14} color="var(--bad)" role="img" aria-label={t("inHand.first")} />
            </Tooltip>
          )}
        </Link>
      ))}
    </nav>
  );
}
