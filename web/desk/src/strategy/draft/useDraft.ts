import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { useAutosave } from "../../parts/autosave/useAutosave";
import { api, ask } from "../../server/api";
import { useMe } from "../../shell/useSession";
import type { Definition } from "../definition/definition";
import { placed } from "../definition/problems";
import { strategyQuery } from "../strategyQueries";
import type { Draft, Strategy } from "../types";
import { back, forth, noSteps, type Steps, stepped } from "./steps";

const delayMs = 600;

const definitionOf = (strategy: Strategy) => strategy.draft?.definition ?? strategy.live.definition;

/** A site's strategy in hand: kept on the server at every change, and never over somebody else's. */
export function useDraft(site: string, strategy: Strategy) {
  const me = useMe();
  const cache = useQueryClient();
  const autosave = useAutosave<Definition>(`strategy.${me.id}.${site}`, {
    written: definitionOf(strategy),
    edition: strategy.draft?.revision,
    savedAt: strategy.draft?.changedAt,
    delayMs,
    save: async (definition, revision) => {
      const saved = (await ask(
        api.PUT("/api/v1/sites/{site}/strategy/draft", {
          params: { path: { site } },
          body: { definition, revision },
        }),
      )) as Draft;
      put(saved);
      return { edition: saved.revision, at: saved.changedAt };
    },
    isConflict: ({ status }) => status === 409,
  });
  const [steps, setSteps] = useState<Steps<Definition>>(noSteps);
  const { written, state } = useSyncExternalStore(autosave.subscribe, autosave.get);

  function put(draft: Draft | null) {
    cache.setQueryData(strategyQuery(site).queryKey, (known) => known && { ...known, draft });
  }

  useEffect(() => {
    const { draft, live } = strategy;
    if (draft) autosave.take(draft.definition, draft.revision, draft.changedAt);
    // Nothing of ours is lost: somebody has published or discarded the draft that we only look at.
    else if (autosave.get().state.kind === "saved") autosave.giveWay(live.definition, undefined);
  }, [autosave, strategy]);

  const checked = strategy.draft ?? strategy.live;
  const problems = useMemo(() => placed(checked.problems, checked.definition), [checked]);
  const now = useCallback(() => autosave.get().written, [autosave]);
  /** @param of Names the field that is being written in, so that its letters are undone together. */
  const change = useCallback(
    (next: Definition, of?: string) => {
      const before = autosave.get().written;
      setSteps((known) => stepped(known, before, of));
      autosave.write(next);
    },
    [autosave],
  );
  const go = (way: typeof back<Definition>) => {
    const step = way(steps, autosave.get().written);
    if (!step) return;
    setSteps(step.steps);
    autosave.write(step.value);
  };
  return {
    definition: written,
    state,
    /** As of the last save, and what they were found in. */
    problems,
    checked: checked.definition,
    exists: strategy.draft != null || state.kind !== "saved",
    change,
    /** What is in hand at this moment, for what is done later than it was drawn. */
    now,
    undo: steps.past.length > 0 ? () => go(back) : undefined,
    redo: steps.future.length > 0 ? () => go(forth) : undefined,
    flush: autosave.flush,
    insist: autosave.insist,
    /** What is on the server instead of what is in hand. */
    giveWay: (theirs: Strategy) => {
      cache.setQueryData(strategyQuery(site).queryKey, theirs);
      autosave.giveWay(definitionOf(theirs), theirs.draft?.revision, theirs.draft?.changedAt);
      setSteps(noSteps);
    },
    stop: autosave.stop,
  };
}

export type DraftInHand = ReturnType<typeof useDraft>;
