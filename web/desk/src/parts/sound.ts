let context: AudioContext | undefined;

/** Browsers allow sound only after the person has touched the page. */
export function allowSound() {
  context ??= new AudioContext();
  if (context.state === "suspended") void context.resume();
}

/** Two soft tones for an offer, one for a message. Generated, so that no file is needed. */
export function ring(kind: "offer" | "message") {
  if (context?.state !== "running") return;
  const tones = kind === "offer" ? [660, 880] : [740];
  tones.forEach((frequency, index) => {
    tone(frequency, index * 0.16);
  });
}

function tone(frequency: number, after: number) {
  if (!context) return;
  const start = context.currentTime + after;
  const oscillator = context.createOscillator();
  const volume = context.createGain();
  oscillator.frequency.value = frequency;
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(0.12, start + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.001, start + 0.3);
  oscillator.connect(volume).connect(context.destination);
  oscillator.start(start);
  oscillator.stop(start + 0.32);
}
