import { useEffect, useRef } from "react";
import { api, ask } from "../../server/api";

const sayAgainMs = 3_000;
const quietMs = 4_000;

/** Tells the visitor that someone is writing: at most every three seconds, and once when it stops. */
export function useTyping(id: string) {
  const said = useRef(0);
  const quiet = useRef<ReturnType<typeof setTimeout>>(undefined);

  function tell(typing: boolean) {
    said.current = typing ? Date.now() : 0;
    const params = { path: { id } };
    ask(api.POST("/api/v1/conversations/{id}/typing", { params, body: { typing } })).catch(() => undefined);
  }

  // Who goes on to another conversation writes here no more.
  const leave = useRef<() => void>(undefined);
  leave.current = () => {
    clearTimeout(quiet.current);
    if (said.current > 0) tell(false);
  };
  useEffect(() => () => leave.current?.(), []);

  return {
    typed: () => {
      clearTimeout(quiet.current);
      quiet.current = setTimeout(() => tell(false), quietMs);
      if (Date.now() - said.current > sayAgainMs) tell(true);
    },
    stopped: () => leave.current?.(),
  };
}
