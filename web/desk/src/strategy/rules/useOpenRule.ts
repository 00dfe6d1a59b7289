import { useSearchParams } from "react-router";

/** Which rule is open; it stands in the address. */
export function useOpenRule() {
  const [params, setParams] = useSearchParams();
  const open = (id: string | null) =>
    setParams((before) => {
      const next = new URLSearchParams(before);
      if (id) next.set("rule", id);
      else next.delete("rule");
      return next;
    });
  return { id: params.get("rule"), open };
}
