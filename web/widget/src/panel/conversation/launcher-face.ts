import type { LauncherFace } from "../../host";
import type { State } from "../state";
import type { Texts } from "../texts";
import { unread } from "./messages";

/** What the closed widget says of the conversation. */
export function launcherFace({ open, talk, remembered }: State, t: Texts): LauncherFace {
  const count = unread(talk.messages, remembered.seen);
  const alive = remembered.conversation && talk.state !== "closed";
  const label =
    talk.agent && remembered.conversation?.channel === "chat"
      ? t("chatWith", { name: talk.agent })
      : t("yourConversation");
  return {
    open,
    unread: count,
    label: alive ? label : undefined,
    news: count > 0 ? t.count("unread", count) : undefined,
  };
}
