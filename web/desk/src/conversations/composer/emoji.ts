/** Short codes as people type them everywhere; a small set that suits talking to customers. */
const emoji = {
  smile: "😊",
  grin: "😀",
  joy: "😂",
  wink: "😉",
  thumbsup: "👍",
  thanks: "🙏",
  clap: "👏",
  wave: "👋",
  heart: "❤️",
  tada: "🎉",
  ok: "👌",
  check: "✅",
  star: "⭐",
  sun: "☀️",
  think: "🤔",
  sad: "😢",
  sorry: "😔",
  surprised: "😮",
  eyes: "👀",
  fire: "🔥",
  rocket: "🚀",
  coffee: "☕",
  gift: "🎁",
  plane: "✈️",
  package: "📦",
  phone: "📞",
  mail: "📧",
  calendar: "📅",
  clock: "⏰",
  warning: "⚠️",
} as const;

export interface Emoji {
  code: string;
  sign: string;
}

export const allEmoji: Emoji[] = Object.entries(emoji).map(([code, sign]) => ({ code, sign }));

export const emojiFor = (typed: string) =>
  allEmoji.filter(({ code }) => code.startsWith(typed.toLowerCase()));
