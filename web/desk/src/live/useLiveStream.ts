import { readEventStream } from "@kanal/api";
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { outbox } from "../conversations/composer/outbox";
import { signedOut } from "../server/api";
import type { LiveEvent } from "./events";
import { askAgain, askAnew, useFollowed } from "./followed";
import { setLiveState } from "./liveState";
import { applyEvent } from "./patches";
import { useWatching } from "./watching";

/** A longer silence than the server remembers for us. */
const longGapMs = 30_000;

/**
 * Keeps the one event stream open while someone is signed in. It is opened anew, from where it was, when a page wants more in it.
 * A screen on the wall does not attend: nobody sits there.
 */
export function useLiveStream(me: string, attend = true) {
  const cache = useQueryClient();
  const watching = useWatching();
  const followed = useFollowed();
  const told = useRef<string | null>(null);
  const place = useRef<string | null>(null);
  const lost = useRef(false);
  useEffect(() => {
    outbox.writes(me);
    return () => outbox.writes(undefined);
  }, [me]);
  useEffect(() => {
    const stopped = new AbortController();
    const more = [watching && "watch=wallboard", !attend && "attend=false", followed]
      .filter(Boolean)
      .join("&");
    void readEventStream(`/api/v1/events${more && `?${more}`}`, {
      lastEventId: place.current,
      signal: stopped.signal,
      headers: () => ({ "X-Kanal-Desk": "1" }),
      onRefused: (status) => {
        if (status === 401) signedOut();
      },
      onState: (state) => {
        const gap = setLiveState(state);
        if (gap > longGapMs) askAgain(cache, []);
        if (state === "open") outbox.retryAll();
        if (state === "waiting") lost.current = true;
      },
      onEvent: ({ type, data, id }) => {
        place.current = id ?? place.current;
        const event = { name: type, data: parse(data) } as LiveEvent;
        applyEvent(cache, event, me);
        if (event.name === "hello") {
          if (told.current !== followed) askAnew(cache, told.current, followed);
          told.current = followed;
          askInPassing(cache, lost.current);
          lost.current = false;
        }
        if (event.name === "message" || event.name === "line")
          outbox.arrived(event.data.entry.clientId ?? undefined);
      },
    });
    addEventListener("online", () => outbox.retryAll(), { signal: stopped.signal });
    return () => stopped.abort();
  }, [cache, me, watching, attend, followed]);
}

/** Who has read what, and who is there, is told in passing: no stream says it again to one that was away. */
function askInPassing(cache: QueryClient, lost: boolean) {
  askAgain(cache, ["conversation"]);
  if (lost) askAgain(cache, ["conversations"]);
}

const parse = (data: string): unknown => (data === "" ? undefined : JSON.parse(data));
