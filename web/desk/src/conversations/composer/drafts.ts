/** What an agent has begun to write, kept in this browser at once and on the server a moment later. */
type Store = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const keyOf = (agent: string, conversation: string) => `kanal.draft.${agent}.${conversation}`;
const kindKeyOf = (agent: string, conversation: string) => `kanal.draftKind.${agent}.${conversation}`;

export function keepDraft(agent: string, conversation: string, text: string, store: Store = localStorage) {
  try {
    // An emptied draft is remembered as empty, or the server's older copy would come back.
    store.setItem(keyOf(agent, conversation), text);
  } catch {
    // Storage is full or forbidden; the server's copy remains.
  }
}

export function restoreDraft(
  agent: string,
  conversation: string,
  onServer: string | undefined | null,
  store: Store = localStorage,
): string {
  try {
    return store.getItem(keyOf(agent, conversation)) ?? onServer ?? "";
  } catch {
    return onServer ?? "";
  }
}

/** Whether it is written for colleagues only; on no account may it come back as an answer. */
export function keepKind(agent: string, conversation: string, note: boolean, store: Store = localStorage) {
  try {
    if (note) store.setItem(kindKeyOf(agent, conversation), "note");
    else store.removeItem(kindKeyOf(agent, conversation));
  } catch {
    // The page remembers for as long as it is there.
  }
}

export function restoreKind(agent: string, conversation: string, store: Store = localStorage): boolean {
  try {
    return store.getItem(kindKeyOf(agent, conversation)) === "note";
  } catch {
    return false;
  }
}

export function forgetDraft(agent: string, conversation: string, store: Store = localStorage) {
  try {
    store.removeItem(keyOf(agent, conversation));
    keepKind(agent, conversation, false, store);
  } catch {
    // Nothing was kept either.
  }
}
