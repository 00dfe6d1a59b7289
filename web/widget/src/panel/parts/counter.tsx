import type { Limits } from "../../contract";
import { useWidget } from "../context";

export const overBy = (text: string, { textLength }: Limits) => text.length - textLength;

/** Silent until the limit is near. */
export function Counter({ text }: { text: string }) {
  const { t, host } = useWidget();
  const over = overBy(text, host.site.limits);
  if (over <= -200) return <span class="counter" />;
  return (
    <span class={over > 0 ? "counter wrong" : "counter"} role="status">
      {over > 0 ? t.count("charactersOver", over) : t.count("charactersLeft", -over)}
    </span>
  );
}
