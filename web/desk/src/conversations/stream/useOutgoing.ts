import type { Entry } from "@kanal/api";
import { useMemo } from "react";
import { useMe } from "../../shell/useSession";
import { useOutbox } from "../composer/outbox";

export function useOutgoing(conversation: string, entries: Entry[]) {
  const me = useMe();
  const outbox = useOutbox();
  return useMemo(() => {
    const arrived = new Set(entries.map((entry) => entry.clientId).filter(Boolean));
    return outbox.filter(
      (item) => item.conversation === conversation && item.agent === me.id && !arrived.has(item.clientId),
    );
  }, [outbox, conversation, entries, me.id]);
}
