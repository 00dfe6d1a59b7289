import { ActionIcon, FileButton, Tooltip } from "@mantine/core";
import {
  IconBlockquote,
  IconBold,
  IconHeading,
  IconItalic,
  IconLink,
  IconList,
  IconListNumbers,
  IconPhoto,
  IconTable,
} from "@tabler/icons-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { useWords } from "../../words/useWords";
import { around, bullets, type Edit, heading, link, numbers, quote, table } from "./edits";
import classes from "./MarkdownField.module.css";

interface Props {
  /** Of the text that it is for. */
  label: string;
  onEdit: (edit: Edit) => void;
  onPictures: (files: File[]) => void;
}

export function MarkdownToolbar({ label, onEdit, onPictures }: Props) {
  const { t } = useWords();
  const bar = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const tools = [
    { name: "heading", Icon: IconHeading, edit: heading },
    { name: "bold", Icon: IconBold, edit: around("**", t("markdown.bold.sample")) },
    { name: "italic", Icon: IconItalic, edit: around("*", t("markdown.italic.sample")) },
    { name: "bullets", Icon: IconList, edit: bullets },
    { name: "numbers", Icon: IconListNumbers, edit: numbers },
    { name: "quote", Icon: IconBlockquote, edit: quote },
    { name: "link", Icon: IconLink, edit: link(t("markdown.link.sample")) },
    {
      name: "table",
      Icon: IconTable,
      edit: table(t("markdown.table.first"), t("markdown.table.second")),
    },
  ] as const;

  /** One stop for the Tab key; the arrows go from tool to tool. */
  function step(event: KeyboardEvent) {
    const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const count = tools.length + 1;
    const next = (at + by + count) % count;
    setAt(next);
    bar.current?.querySelectorAll("button")[next]?.focus();
  }

  return (
    <div
      ref={bar}
      role="toolbar"
      tabIndex={-1}
      aria-label={t("markdown.toolbar", { label })}
      className={classes.toolbar}
      onKeyDown={step}
    >
      {tools.map(({ name, Icon, edit }, index) => (
        <Tooltip key={name} label={t(`markdown.${name}`)}>
          <ActionIcon
            aria-label={t(`markdown.${name}`)}
            tabIndex={index === at ? 0 : -1}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onEdit(edit)}
          >
            <Icon size={18} />
          </ActionIcon>
        </Tooltip>
      ))}
      <FileButton multiple accept="image/*" onChange={onPictures}>
        {(props) => (
          <Tooltip label={t("markdown.picture")}>
            <ActionIcon {...props} aria-label={t("markdown.picture")} tabIndex={at === tools.length ? 0 : -1}>
              <IconPhoto size={18} />
            </ActionIcon>
          </Tooltip>
        )}
      </FileButton>
    </div>
  );
}
