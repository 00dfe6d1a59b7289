import { readEventStream } from "@kanal/api/event-stream";
import { useEffect, useState } from "preact/hooks";
import { useWidget } from "../context";
import { siteUrl } from "../site-url";

/** A short break is nobody's business; a longer one is said. */
const patience = 2500;
/** A menu older than this is asked for again when it comes before somebody's eyes. */
const fresh = 15_000;
/** Many panels hear of a change at once. */
const spread = 1000;

function usePageSeen(): boolean {
  const [seen, setSeen] = useState(!document.hidden);
  useEffect(() => {
    const look = () => setSeen(!document.hidden);
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, []);
  return seen;
}

/** While the menu is before somebody's eyes it is asked for again whenever it may have changed. */
export function useLiveMenu(): void {
  const { host, state, store } = useWidget();
  const seen = usePageSeen();
  const wanted = state.open && seen && !host.preview;
  useEffect(() => {
    if (!wanted) return undefined;
    const stop = new AbortController();
    let complaint: ReturnType<typeof setTimeout> | undefined;
    let asking: ReturnType<typeof setTimeout> | undefined;
    const quiet = () => {
      clearTimeout(complaint);
      complaint = undefined;
      if (store.now.lost) store.change({ lost: false });
    };
    const { id } = host.answer?.menu ?? {};
    const url = siteUrl(host, id ? `menu/events?menu=${encodeURIComponent(id)}` : "menu/events");
    void readEventStream(url, {
      signal: stop.signal,
      onEvent: ({ type }) => {
        if (type !== "menu") return;
        clearTimeout(asking);
        asking = setTimeout(() => void host.refreshMenu(), Math.random() * spread);
      },
      onState: (state) => {
        if (state === "open") {
          quiet();
          if (Date.now() - host.answeredAt > fresh) void host.refreshMenu();
        } else if (!stop.signal.aborted)
          complaint ??= setTimeout(() => store.change({ lost: true }), patience);
      },
      onRefused: quiet,
    });
    return () => {
      stop.abort();
      clearTimeout(asking);
      quiet();
    };
  }, [wanted, host, store]);
}
