import type { Mailbox } from "@kanal/api";
import type { WordKey } from "../../words/words";

export interface Standing {
  key: WordKey;
  tone: "good" | "waiting" | "bad" | "off";
  /** What is wrong, as the server says it. */
  sentence?: string;
  lastLetter?: boolean;
  count?: number;
}

/** What comes in and what goes out, each as a sentence. */
export function standings({ active, state }: Pick<Mailbox, "active" | "state">): Standing[] {
  const aside: Standing[] =
    state.setAside > 0 ? [{ key: "mailboxes.setAside", tone: "bad", count: state.setAside }] : [];
  if (!active) return [{ key: "mailboxes.off", tone: "off" }, ...aside];
  return [incoming(state), outgoing(state), ...aside];
}

function incoming({ incoming: how, trouble }: Mailbox["state"]): Standing {
  switch (how) {
    case "watching":
      return { key: "mailboxes.watching", tone: "good", lastLetter: true };
    case "connecting":
      return { key: "mailboxes.connecting", tone: "waiting", lastLetter: true };
    case "trouble":
      return { key: "mailboxes.incoming.trouble", tone: "bad", sentence: trouble ?? undefined };
    default:
      return { key: "mailboxes.incoming.off", tone: "off", lastLetter: true };
  }
}

function outgoing({ outgoing: how, outgoingTrouble }: Mailbox["state"]): Standing {
  switch (how) {
    case "ready":
      return { key: "mailboxes.ready", tone: "good" };
    case "trouble":
      return { key: "mailboxes.outgoing.trouble", tone: "bad", sentence: outgoingTrouble ?? undefined };
    default:
      return { key: "mailboxes.outgoing.off", tone: "off" };
  }
}
