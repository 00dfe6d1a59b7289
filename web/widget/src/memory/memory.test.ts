import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Memory } from "./memory";
import type { Outgoing } from "./remembered";

type Written = { key: string; newValue: string | null };

/** What one tab sees of the storage: its own writes at once, those of others when it is told of them. */
class TabStorage {
  readonly items = Object.create(TabStorage.doors(this)) as Storage;
  readonly written: Written[] = [];

  hear({ key, newValue }: Written): void {
    if (newValue === null) delete this.items[key];
    else this.items[key] = newValue;
  }

  private static doors(tab: TabStorage) {
    const write = (change: Written) => {
      tab.hear(change);
      tab.written.push(change);
    };
    return Object.defineProperties(
      {},
      {
        getItem: { value: (key: string) => tab.items[key] ?? null },
        setItem: { writable: true, value: (key: string, newValue: string) => write({ key, newValue }) },
        removeItem: { value: (key: string) => write({ key, newValue: null }) },
      },
    );
  }
}

const item = (clientId: string, at = "2026-03-06T18:00:00Z"): Outgoing => ({
  clientId,
  text: clientId,
  files: [],
  at,
});

let ears: ((event: Written) => void)[];
beforeEach(() => {
  ears = [];
  vi.stubGlobal("addEventListener", (_: string, hear: (event: Written) => void) => ears.push(hear));
});
afterEach(() => void vi.unstubAllGlobals());

function tab() {
  const storage = new TabStorage();
  const memory = new Memory("kanal:shop", storage.items, () => undefined);
  const hear = ears.at(-1);
  /** Everything the other wrote reaches this tab. */
  const catchUp = (other: TabStorage) => {
    for (const change of other.written.splice(0)) {
      storage.hear(change);
      hear?.(change);
    }
  };
  return { storage, memory, catchUp };
}

const waiting = ({ memory }: { memory: Memory }) => memory.now.outbox.map(({ clientId }) => clientId);

test("What one tab has sent, another that did not know yet does not bring back", () => {
  const [one, two] = [tab(), tab()];
  one.memory.keep(item("a"));
  two.catchUp(one.storage);
  one.memory.drop("a");
  two.memory.change({ seen: 3 });
  one.catchUp(two.storage);
  two.catchUp(one.storage);
  expect([waiting(one), waiting(two)]).toEqual([[], []]);
  expect([one.memory.now.seen, two.memory.now.seen]).toEqual([3, 3]);
});

test("What two tabs write at the same moment waits in both, in the order of its times", () => {
  const [one, two] = [tab(), tab()];
  two.memory.keep(item("second", "2026-03-06T18:00:02Z"));
  one.memory.keep(item("first", "2026-03-06T18:00:01Z"));
  one.catchUp(two.storage);
  two.catchUp(one.storage);
  expect(waiting(one)).toEqual(["first", "second"]);
});

test("After a new page everything is as it was, and what can't be read is left out", () => {
  const { storage, memory } = tab();
  memory.change({ draft: "Hi", conversation: { id: "1", token: "t", channel: "chat" } });
  memory.keep(item("a"));
  memory.keep({ ...item("a"), refused: "problem.refused" });
  storage.items["kanal:shop:visitor"] = "{torn";
  const later = new Memory("kanal:shop", storage.items, () => undefined).now;
  expect(later).toEqual({
    draft: "Hi",
    seen: 0,
    conversation: { id: "1", token: "t", channel: "chat" },
    outbox: [{ ...item("a"), refused: "problem.refused" }],
  });
});

test("Nothing stays of this site once it is forgotten, and another site's is left alone", () => {
  const { storage, memory } = tab();
  storage.items["kanal:shop2:draft"] = '"Theirs"';
  memory.change({ draft: "Hi" });
  memory.keep(item("a"));
  memory.forget();
  expect(Object.keys(storage.items)).toEqual(["kanal:shop2:draft"]);
  expect(memory.now.outbox).toEqual([]);
});

test("Where the storage takes nothing, the page still remembers", () => {
  const { storage, memory } = tab();
  storage.items.setItem = () => {
    throw new Error("full");
  };
  memory.keep(item("a"));
  memory.change({ draft: "Hi" });
  expect(memory.now).toMatchObject({ draft: "Hi", outbox: [item("a")] });
});
