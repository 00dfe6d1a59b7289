import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createAutosave, type Outcome } from "./autosave";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A server with one text, that refuses what was not made from its edition. */
function set(outcome: Outcome = "failed") {
  const server = { text: "Hej", edition: 1, down: false, saves: 0 };
  let kept: string | null = null;
  const save = createAutosave({
    written: "Hej",
    edition: 1,
    delayMs: 1_000,
    retryMs: 5_000,
    save: async (text: string, edition) => {
      server.saves++;
      await new Promise((done) => setTimeout(done, 100));
      if (server.down) throw new Error("down");
      if (edition !== server.edition) throw new Error("conflict");
      server.text = text;
      return { edition: ++server.edition, at: "12:03" };
    },
    judge: (error) => ((error as Error).message === "conflict" ? "conflict" : outcome),
    keep: (text) => {
      kept = text;
    },
  });
  return { server, save, kept: () => kept };
}

describe("the autosave", () => {
  test("saves once, a moment after the last key", async () => {
    const { server, save, kept } = set();
    for (const text of ["Hej S", "Hej Sø", "Hej Søren"]) {
      save.write(text);
      await vi.advanceTimersByTimeAsync(500);
    }
    expect(server.saves).toBe(0);
    expect(kept()).toBe("Hej Søren");
    await vi.advanceTimersByTimeAsync(1_000);
    expect(server).toMatchObject({ text: "Hej Søren", saves: 1 });
    expect(save.get().state).toEqual({ kind: "saved", at: "12:03" });
    expect(kept()).toBeNull();
  });

  test("what is written during a save is saved after it, on the new edition", async () => {
    const { server, save } = set();
    save.write("Hej du");
    await vi.advanceTimersByTimeAsync(1_050);
    save.write("Hej dig");
    await vi.advanceTimersByTimeAsync(3_000);
    expect(server).toMatchObject({ text: "Hej dig", edition: 3, saves: 2 });
  });

  test("what was put right while the server looked at what was wrong is saved too", async () => {
    const { server, save } = set("refused");
    server.down = true;
    save.write("wrong");
    await vi.advanceTimersByTimeAsync(1_050);
    save.write("right");
    await vi.advanceTimersByTimeAsync(60);
    expect(save.get().state.kind).toBe("unsaved");
    server.down = false;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(server).toMatchObject({ text: "right" });
    expect(save.get().state.kind).toBe("saved");
  });

  test("a server that is away is asked again, and the text stays in the browser", async () => {
    const { server, save, kept } = set();
    server.down = true;
    save.write("Hej igen");
    await vi.advanceTimersByTimeAsync(2_000);
    expect(save.get().state.kind).toBe("failed");
    expect(kept()).toBe("Hej igen");
    server.down = false;
    await vi.advanceTimersByTimeAsync(6_000);
    expect(server.text).toBe("Hej igen");
  });

  test("what is refused waits for a change", async () => {
    const { server, save } = set("refused");
    server.down = true;
    save.write("");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.saves).toBe(1);
    expect(save.get().state.kind).toBe("refused");
    const flushed = save.flush();
    await vi.advanceTimersByTimeAsync(200);
    expect(await flushed).toBe(false);
  });

  test("never writes over what somebody else has written, unless told to", async () => {
    const { server, save } = set();
    Object.assign(server, { text: "Goddag", edition: 7 });
    save.write("Hej alle");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.text).toBe("Goddag");
    expect(save.get().state.kind).toBe("conflict");
    save.write("Hej alle sammen");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.text).toBe("Goddag");
    void save.insist(7);
    await vi.advanceTimersByTimeAsync(200);
    expect(server).toMatchObject({ text: "Hej alle sammen", edition: 8 });
  });

  test("gives way where told to, and goes on from there", async () => {
    const { server, save, kept } = set();
    Object.assign(server, { text: "Goddag", edition: 7 });
    save.write("Hej alle");
    await vi.advanceTimersByTimeAsync(2_000);
    save.giveWay("Goddag", 7);
    expect(save.get().written).toBe("Goddag");
    expect(kept()).toBeNull();
    save.write("Goddag alle");
    await vi.advanceTimersByTimeAsync(2_000);
    expect(server.text).toBe("Goddag alle");
  });

  test("takes what others have written only while nothing here is newer", () => {
    const { save } = set();
    save.take("Goddag", 2);
    expect(save.get().written).toBe("Goddag");
    save.take("ældre", 1);
    expect(save.get().written).toBe("Goddag");
    save.write("Mit");
    save.take("Deres", 3);
    expect(save.get().written).toBe("Mit");
  });

  test("a flush saves at once and says whether all is there", async () => {
    const { server, save } = set();
    save.write("Færdig");
    const flushed = save.flush();
    await vi.advanceTimersByTimeAsync(200);
    expect(await flushed).toBe(true);
    expect(server.text).toBe("Færdig");
  });
});
