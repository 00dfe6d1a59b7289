import { Anchor } from "@mantine/core";
import { linkParts } from "./links";

export function LinkedText({ text }: { text: string }) {
  return linkParts(text).map((part, index) =>
    part.kind === "text" ? (
      part.text
    ) : (
      <Anchor
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never move
        key={index}
        href={part.href}
        target="_blank"
        rel="noopener noreferrer"
        inherit
        underline="always"
      >
        {part.text}
      </Anchor>
    ),
  );
}
