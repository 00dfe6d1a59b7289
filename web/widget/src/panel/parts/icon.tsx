const paths = {
  chat: "M4 5h16v11H9.5L5 20v-4H4z",
  email: "M3 6h18v12H3zM3 7l9 7 9-7",
  callback:
    "M6 3.5h3l1.5 4.5-2 1.5a12 12 0 0 0 6 6l1.5-2 4.5 1.5v3a1.5 1.5 0 0 1-1.6 1.5A17 17 0 0 1 4.5 5.1 1.5 1.5 0 0 1 6 3.5z",
  help: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.7.4-1.1.9-1.1 1.8M12 16.6v.3",
  link: "M9.5 14.5l5-5M8 11l-2.5 2.5a3.5 3.5 0 0 0 5 5L13 16M11 8l2.5-2.5a3.5 3.5 0 0 1 5 5L16 13",
  article: "M5 4h14v16H5zM9 8.5h6M9 12h6M9 15.5h4",
  guide: "M4 6h2M4 12h2M4 18h2M10 6h10M10 12h10M10 18h10",
  form: "M5 4h14v16H5zM8.5 9l1.5 1.5L13 7.5M8.5 15h7",
  page: "M4 5h16v14H4zM4 9h16M7 7h.01",
  send: "M4 12 20 4l-5 16-3.5-6.5zM11.5 13.5 20 4",
  clip: "M8 12.5 14.5 6a3 3 0 0 1 4.2 4.2l-8 8a5 5 0 0 1-7-7L11 4",
  close: "M6 6l12 12M18 6 6 18",
  down: "M6 9l6 6 6-6",
  back: "M15 5l-7 7 7 7",
  done: "M5 12.5l4.5 4.5L19 7",
  file: "M6 3h8l4 4v14H6zM14 3v4h4",
  save: "M12 4v11M7 10.5l5 5 5-5M5 20h14",
  clock: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3.5 2",
  warn: "M12 4 2.5 20h19zM12 10v4.5M12 17.2v.3",
} as const;

export type IconName = keyof typeof paths;

/** Of a kind of article. */
export const iconOf = (kind: string): IconName => (kind === "guide" || kind === "form" ? kind : "article");

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
