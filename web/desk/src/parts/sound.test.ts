import { expect, test, vi } from "vitest";

/** What a browser has, played in no time: a tone ends when it is told to. */
class Loudspeaker {
  static last: Loudspeaker;
  state = "running";
  currentTime = 0;
  destination = {};
  tones: { onended?: () => void }[] = [];

  constructor() {
    Loudspeaker.last = this;
  }

  resume() {
    this.state = "running";
    return Promise.resolve();
  }

  suspend() {
    this.state = "suspended";
    return Promise.resolve();
  }

  createOscillator() {
    const tone = {
      frequency: {},
      connect: (next: unknown) => next,
      start() {},
      stop() {},
      onended: undefined,
    };
    this.tones.push(tone);
    return tone;
  }

  createGain() {
    const ramp = () => {};
    return {
      gain: { setValueAtTime: ramp, linearRampToValueAtTime: ramp, exponentialRampToValueAtTime: ramp },
      connect: (next: unknown) => next,
    };
  }
}

test("The loudspeaker is on while something sounds, and not before or after", async () => {
  vi.stubGlobal("AudioContext", Loudspeaker);
  const { allowSound, ring } = await import("./sound");
  ring("offer");
  allowSound();
  const loudspeaker = Loudspeaker.last;
  await vi.waitFor(() => expect(loudspeaker.state).toBe("suspended"));
  expect(loudspeaker.tones).toHaveLength(0);

  ring("offer");
  ring("message");
  await vi.waitFor(() => expect(loudspeaker.tones).toHaveLength(3));
  for (const tone of loudspeaker.tones) {
    expect(loudspeaker.state).toBe("running");
    tone.onended?.();
  }
  expect(loudspeaker.state).toBe("suspended");

  allowSound();
  expect(loudspeaker.state).toBe("suspended");
  ring("message");
  await vi.waitFor(() => expect(loudspeaker.tones).toHaveLength(4));
  expect(loudspeaker.state).toBe("running");
});
