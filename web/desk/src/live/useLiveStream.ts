import { readEventStream } from "@kanal/api";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { arrived, retryAll } from "../conversations/composer/outbox";
import { signedOut } from "../server/api";
import type { LiveEvent } from "./events";
import { setLiveState } from "./liveState";
import { applyEvent } from "./patches";

/** A longer silence than the server remembers for us. */
const longGapMs = 30_000;

/** Keeps the one event stream open while someone is signed in. */
export function useLiveStream(me: string) {
  const cache = useQueryClient();
  useEffect(() => {
    const stopped = new AbortController();
    void readEventStream("/api/v1/events", {
      signal: stopped.signal,
      headers: () => ({ "X-Kanal-Desk": "1" }),
      onRefused: (status) => {
        if (status === 401) signedOut();
      },
      onState: (state) => {
        const gap = setLiveState(state);
        if (gap > longGapMs) void cache.invalidateQueries();
        if (state === "open") retryAll(me);
      },
      onEvent: ({ type, data }) => {
        const event = { name: type, data: parse(data) } as LiveEvent;
        applyEvent(cache, event, me);
        if (event.name === "message" || event.name === "line")
          arrived(event.data.entry.clientId ?? undefined);
      },
    });
    addEventListener("online", () => retryAll(me), { signal: stopped.signal });
    return () => stopped.abort();
  }, [cache, me]);
}

const parse = (data: string): unknown => (data === "" ? undefined : JSON.parse(data));
