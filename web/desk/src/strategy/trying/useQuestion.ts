import { useSearchParams } from "react-router";
import type { FactSet } from "../definition/example";
import { exampleOf } from "../definition/example";
import { useStrategy } from "../draft/StrategyContext";
import type { Override } from "./tried";

export interface Question {
  facts: FactSet;
  live: Override[];
  /** As a field for date and time has it; empty for now. */
  at: string;
}

/** Who is tried; it stands in the address, so that it can be sent to somebody. */
export function useQuestion() {
  const [params, setParams] = useSearchParams();
  const { draft, facts } = useStrategy();
  const from = draft.definition.rules.find(({ id }) => id === params.get("from"));
  const question: Question = {
    facts:
      read<FactSet>(params.get("facts")) ??
      (from ? exampleOf(from.when, draft.definition.groups, facts) : {}),
    live: read<Override[]>(params.get("live")) ?? [],
    at: params.get("at") ?? "",
  };
  function ask(changes: Partial<Question>) {
    const next = { ...question, ...changes };
    setParams(
      (before) => {
        const params = new URLSearchParams(before);
        params.delete("from");
        params.set("facts", JSON.stringify(next.facts));
        put(params, "live", next.live.length > 0 ? JSON.stringify(next.live) : "");
        put(params, "at", next.at);
        return params;
      },
      { replace: true },
    );
  }
  return { question, ask };
}

const put = (params: URLSearchParams, name: string, value: string) =>
  value === "" ? params.delete(name) : params.set(name, value);

function read<T>(text: string | null): T | null {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return null;
  }
}
