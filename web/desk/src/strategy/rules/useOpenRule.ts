import { useCallback, useEffect, useRef } from "react";
import { useSearchParams } from "react-router";

/** Which rule is open; it stands in the address. */
export function useOpenRule() {
  const [params, setParams] = useSearchParams();
  const latest = useRef(setParams);
  useEffect(() => {
    latest.current = setParams;
  }, [setParams]);
  // The same for every row of a long list, however often the address changes.
  const open = useCallback(
    (id: string | null) =>
      latest.current((before) => {
        const next = new URLSearchParams(before);
        if (id) next.set("rule", id);
        else next.delete("rule");
        return next;
      }),
    [],
  );
  return { id: params.get("rule"), open };
}
