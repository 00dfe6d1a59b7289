import { useHotkeys } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useFollowOpen } from "../live/followed";
import { Failed } from "../parts/Failed";
import { LoadingRows } from "../parts/LoadingRows";
import { conversationQuery } from "../server/queries";
import { useMe } from "../shell/useSession";
import { ConversationHead } from "./actions/ConversationHead";
import { ReplyArea } from "./actions/ReplyArea";
import { TransferDialog } from "./actions/TransferDialog";
import { WrapUpDialog } from "./actions/WrapUpDialog";
import { BookCallDialog } from "./call/BookCallDialog";
import { CallCard } from "./call/CallCard";
import { Stream } from "./stream/Stream";

interface Props {
  id: string;
  onShowPerson?: () => void;
}

export function ConversationPage({ id, onShowPerson }: Props) {
  const me = useMe();
  const conversation = useQuery(conversationQuery(id));
  const [dialog, setDialog] = useState<"transfer" | "wrapUp" | "call" | null>(null);
  const mine = conversation.data?.agent?.id === me.id;
  const inHand = mine && conversation.data?.state !== "closed";
  useFollowOpen(conversation.data && !inHand ? id : null);
  useHotkeys(
    [["mod+Enter", () => mine && conversation.data?.state === "assigned" && setDialog("wrapUp")]],
    [],
  );

  if (conversation.isPending) return <LoadingRows />;
  if (!conversation.data) return <Failed error={conversation.error} onRetry={() => conversation.refetch()} />;
  return (
    <>
      <ConversationHead
        conversation={conversation.data}
        onTransfer={() => setDialog("transfer")}
        onWrapUp={() => setDialog("wrapUp")}
        onCall={() => setDialog("call")}
        onShowPerson={onShowPerson}
      />
      <CallCard conversation={conversation.data} onMove={() => setDialog("call")} />
      <Stream conversation={conversation.data} />
      <ReplyArea conversation={conversation.data} />
      <TransferDialog
        conversation={conversation.data}
        opened={dialog === "transfer"}
        onClose={() => setDialog(null)}
      />
      <BookCallDialog
        key={conversation.data.callback?.number ?? "none"}
        conversation={conversation.data}
        opened={dialog === "call"}
        onClose={() => setDialog(null)}
      />
      <WrapUpDialog
        conversation={conversation.data}
        opened={dialog === "wrapUp"}
        onClose={() => setDialog(null)}
      />
    </>
  );
}
