import type { Conversation } from "@kanal/api";
import { useMe } from "../../shell/useSession";
import { CallNow } from "./CallNow";
import { CallPlan } from "./CallPlan";

/** The call that a customer asked for: to make it, or how it stands. */
export function CallCard({ conversation, onMove }: { conversation: Conversation; onMove: () => void }) {
  const me = useMe();
  const { callback, agent } = conversation;
  if (!callback || callback.state === "cancelled") return null;
  return callback.state === "calling" && agent?.id === me.id ? (
    <CallNow conversation={conversation} callback={callback} />
  ) : (
    <CallPlan conversation={conversation} callback={callback} onMove={onMove} />
  );
}
