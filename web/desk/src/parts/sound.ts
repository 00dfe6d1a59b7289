let context: AudioContext | undefined;
let allowed = false;
let sounding = 0;

/** Browsers allow sound only after the person has touched the page, and some of them only what was begun in that moment. */
export function allowSound() {
  if (allowed) return;
  context ??= new AudioContext();
  void context.resume().then(() => {
    allowed = true;
    rest();
  });
}

/** Two soft tones for an offer, one for a message. Generated, so that no file is needed. */
export function ring(kind: "offer" | "message") {
  if (!context || !allowed) return;
  const tones = kind === "offer" ? [660, 880] : [740];
  sounding += tones.length;
  const sound = context;
  void sound.resume().then(() => {
    tones.forEach((frequency, index) => {
      tone(sound, frequency, index * 0.16);
    });
  });
}

function tone(sound: AudioContext, frequency: number, after: number) {
  const start = sound.currentTime + after;
  const oscillator = sound.createOscillator();
  const volume = sound.createGain();
  oscillator.frequency.value = frequency;
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(0.12, start + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.001, start + 0.3);
  oscillator.connect(volume).connect(sound.destination);
  oscillator.onended = () => {
    sounding--;
    rest();
  };
  oscillator.start(start);
  oscillator.stop(start + 0.32);
}

// Else silence is played all day, which keeps a processor and the loudspeaker awake.
function rest() {
  if (sounding === 0) void context?.suspend();
}
