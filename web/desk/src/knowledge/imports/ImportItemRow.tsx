import type { ArticleKind, ImportItem } from "@kanal/api";
import { Anchor, Badge, Text } from "@mantine/core";
import {
  IconArrowBackUp,
  IconCircleX,
  IconEqual,
  IconHandStop,
  IconPencil,
  IconPlus,
} from "@tabler/icons-react";
import { Link } from "react-router";
import { languageName } from "../../conversations/person/facts";
import { useWords } from "../../words/useWords";
import classes from "./imports.module.css";

const looks = {
  new: { Icon: IconPlus, color: "green" },
  changed: { Icon: IconPencil, color: "kanal" },
  same: { Icon: IconEqual, color: "gray" },
  refused: { Icon: IconCircleX, color: "red" },
  undone: { Icon: IconArrowBackUp, color: "gray" },
  kept: { Icon: IconHandStop, color: "gray", warns: true },
} as const;

const warning = { bg: "var(--warn-soft)", c: "var(--warn)" };

/** One text, section, group of synonyms or file, with the sentences about it and their place. */
export function ImportItemRow({ item, isDone }: { item: ImportItem; isDone: boolean }) {
  const { t, language } = useWords();
  const { Icon, color, ...more } = looks[item.outcome];
  const what =
    item.what === "article"
      ? t(`knowledge.kind.${(item.kind ?? "article") as ArticleKind}`)
      : t(`imports.what.${item.what}`);
  const isThere = item.article && (isDone || item.outcome !== "new") && item.outcome !== "undone";
  return (
    <li className={classes.item}>
      <span className={classes.outcome}>
        <Badge color={color} {...("warns" in more && warning)} leftSection={<Icon size={12} />}>
          {t(`imports.outcome.${item.outcome}`)}
        </Badge>
      </span>
      <div>
        {isThere ? (
          <Anchor
            component={Link}
            to={`/knowledge/articles/${item.article}?language=${item.language}`}
            fw={600}
          >
            {item.title}
          </Anchor>
        ) : (
          <Text span fw={600}>
            {item.title}
          </Text>
        )}{" "}
        <Text span size="xs" c="dimmed">
          {[what, item.language && languageName(item.language, language)].filter(Boolean).join(", ")}
        </Text>
        <div className={classes.place}>{place(item.file, item.line)}</div>
        {item.faults.length + item.notes.length > 0 && (
          <ul className={classes.sentences} lang="en">
            {item.faults.map((fault) => (
              <li key={`${fault.line}${fault.sentence}`} className={classes.fault}>
                {at(fault)}
                {fault.sentence}
              </li>
            ))}
            {item.notes.map((note) => (
              <li key={`${note.line}${note.sentence}`} className={classes.note}>
                {at(note)}
                {note.sentence}
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );

  function place(file: string, line: number | null | undefined) {
    return line ? t("imports.place", { file, line }) : file;
  }

  function at({ file, line }: { file: string; line?: number | null }) {
    if (file !== item.file) return `${place(file, line)}: `;
    return line && line !== item.line ? `${t("imports.line", { line })}: ` : "";
  }
}
