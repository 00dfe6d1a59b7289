import type { LauncherFace } from "../../host";
import type { State } from "../state";
import type { Texts } from "../texts";
import { unread } from "./messages";

/** What the closed widget says of the conversation. */
export function launcherFace({ open, talk, remembered }: State, t: Texts): LauncherFace {
  const count = unread(talk.messages, remembered.seen);
  const call = talk.callback;
  const alive = remembered.conversation && (talk.state !== "closed" || call?.state === "notReached");
  const label =
    talk.agent && remembered.conversation?.channel === "chat"
      ? t("chatWith", { name: talk.agent })
      : t(call && call.state !== "cancelled" ? "yourCall" : "yourConversation");
  return {
    open,
    unread: count,
    label: alive ? label : undefined,
    news: count > 0 ? t.count("unread", count) : undefined,
  };
}
