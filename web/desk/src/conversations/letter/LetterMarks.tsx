import type { Letter } from "@kanal/api";
import { Badge, Group } from "@mantine/core";
import { useWords } from "../../words/useWords";

const marks = ["bounce", "autoReply", "list", "loop"] as const;

/** What kind of letter it is, where no person wrote it to us. */
export function LetterMarks({ letter }: { letter: Letter }) {
  const { t } = useWords();
  const found = marks.filter((mark) => letter.flags[mark]);
  const kind = letter.kind === "forward" || letter.kind === "acknowledgement" ? letter.kind : undefined;
  if (found.length === 0 && !letter.spam && !kind) return null;
  return (
    <Group gap="xs" mb="xs">
      {kind && <Badge color="gray">{t(`letter.${kind}`)}</Badge>}
      {found.map((mark) => (
        <Badge key={mark} color={mark === "bounce" ? "red" : "gray"}>
          {t(`letter.flag.${mark}`)}
        </Badge>
      ))}
      {letter.spam && <Badge color="red">{t("outcome.spam")}</Badge>}
    </Group>
  );
}
