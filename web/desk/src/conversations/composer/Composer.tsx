import type { Conversation, FoundArticle } from "@kanal/api";
import { ActionIcon, FileButton, Group, SegmentedControl, Text, Textarea } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { IconPaperclip, IconSend2 } from "@tabler/icons-react";
import { type ClipboardEvent, type DragEvent, type KeyboardEvent, useId, useRef } from "react";
import { useMe } from "../../shell/useSession";
import { useWords } from "../../words/useWords";
import { ShowButton } from "../show/ShowButton";
import { Attachments } from "./Attachments";
import classes from "./Composer.module.css";
import { EmojiButton } from "./EmojiButton";
import { Below } from "./letter/Below";
import { ChannelChoice } from "./letter/ChannelChoice";
import { LetterFields } from "./letter/LetterFields";
import { forgetLetter } from "./letter/letterDrafts";
import { requestOf } from "./letter/letterToSend";
import { useLetter } from "./letter/useLetter";
import { outbox } from "./outbox";
import { Proposed } from "./Proposed";
import { Suggestions } from "./Suggestions";
import type { Suggestion } from "./suggestions";
import { useArticleText } from "./useArticleText";
import { useDraft } from "./useDraft";
import { useProposed } from "./useProposed";
import { useSuggestions } from "./useSuggestions";
import { useTyping } from "./useTyping";
import { useUploads } from "./useUploads";

interface Props {
  conversation: Conversation;
  /** The colleague whose conversation this is; then only notes can be written. */
  noteOnly?: string;
}

export function Composer({ conversation, noteOnly }: Props) {
  const me = useMe();
  const { t } = useWords();
  const {
    text,
    note,
    write: setText,
    choose: setNote,
    done,
  } = useDraft(conversation, noteOnly !== undefined);
  const { uploads, add, remove, clear, files, busy } = useUploads(conversation.id);
  const { typed, stopped } = useTyping(conversation.id);
  const proposed = useProposed(conversation);
  const { suggestions, active, handleKey, fill } = useSuggestions(conversation, text, proposed, choose);
  const textOf = useArticleText(conversation);
  const field = useRef<HTMLTextAreaElement>(null);
  const pointed = useRef(false);
  const listId = useId();
  const writing = useLetter(conversation, noteOnly === undefined);
  const byLetter = writing.byLetter && !note;
  const forwards = byLetter ? writing.draft.forwards : undefined;
  const says = text.trim() !== "" || (files.length > 0 && !note) || forwards !== undefined;
  const sendable = !busy && says && (note || writing.sendable);
  const toggleNote = () => noteOnly === undefined && setNote(!note);
  useHotkeys(
    [
      ["mod+shift+N", toggleNote],
      ["mod+.", toggleNote],
    ],
    [],
  );
  useHotkeys([["r", () => field.current?.focus()]]);

  /** Whoever points at it writes next; by the arrow keys one may go on to the other kind. */
  function chooseKind(kind: string) {
    setNote(kind === "note");
    if (pointed.current) field.current?.focus();
  }

  function choose({ result, article }: Suggestion) {
    if (article) void put(article);
    else setText(result);
    field.current?.focus();
  }

  async function put(article: FoundArticle) {
    const found = await textOf(article);
    if (found !== undefined) setText(fill(found));
    field.current?.focus();
  }

  function submit() {
    if (!sendable) return;
    const item = { agent: me.id, conversation: conversation.id, text: text.trim() };
    if (note) outbox.send({ ...item, kind: "note", files: [] });
    else
      outbox.send({
        ...item,
        files,
        kind: forwards ? "forward" : "message",
        channel: (writing.filled?.channels.length ?? 0) > 1 ? writing.channel : undefined,
        ...(byLetter && { letter: requestOf(writing.letter), sequence: forwards?.sequence }),
      });
    if (byLetter) forgetLetter(me.id, conversation.id);
    done();
    if (!note) clear();
    stopped();
  }

  function keyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.nativeEvent.isComposing || handleKey(event)) return;
    if (event.key !== "Enter" || !sends(event)) return;
    event.preventDefault();
    // In an empty field the same keys wrap up.
    if (byLetter) event.stopPropagation();
    submit();
  }

  /** A line of chat is sent by Enter; a letter has many lines. */
  function sends({ shiftKey, ctrlKey, metaKey }: KeyboardEvent) {
    return byLetter ? (ctrlKey || metaKey) && says : !(shiftKey || ctrlKey || metaKey);
  }

  function attach(given: FileList, event: ClipboardEvent | DragEvent) {
    if (given.length === 0 || note) return;
    event.preventDefault();
    add(given);
  }

  return (
    <section
      className={classes.composer}
      data-note={note || undefined}
      aria-label={t(note ? "composer.note" : "composer.reply")}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => attach(event.dataTransfer.files, event)}
    >
      {suggestions.length > 0 && (
        <Suggestions id={listId} suggestions={suggestions} active={active} onChoose={choose} />
      )}
      {byLetter && <LetterFields conversation={conversation} writing={writing} />}
      {text === "" && !note && <Proposed articles={proposed} onChoose={put} />}
      <Attachments uploads={uploads} onRemove={remove} />
      <Textarea
        ref={field}
        value={text}
        autosize
        minRows={byLetter ? 3 : 2}
        maxRows={byLetter ? 16 : 10}
        variant="unstyled"
        classNames={{ input: classes.field }}
        aria-label={t(note ? "composer.note" : "composer.reply")}
        aria-controls={suggestions.length > 0 ? listId : undefined}
        aria-activedescendant={suggestions.length > 0 ? `${listId}-${active}` : undefined}
        placeholder={t(
          note
            ? "composer.note.placeholder"
            : byLetter
              ? "composer.letter.placeholder"
              : "composer.reply.placeholder",
        )}
        onChange={(event) => {
          setText(event.currentTarget.value);
          if (!note && !byLetter && !event.currentTarget.value.startsWith("/")) typed();
        }}
        onKeyDown={keyDown}
        onPaste={(event) => attach(event.clipboardData.files, event)}
      />
      {byLetter && <Below writing={writing} />}
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Group gap="xs">
          {noteOnly === undefined ? (
            <SegmentedControl
              size="xs"
              aria-label={t("composer.kind")}
              value={note ? "note" : "reply"}
              onPointerDown={() => {
                pointed.current = true;
              }}
              onKeyDown={() => {
                pointed.current = false;
              }}
              onChange={chooseKind}
              data={[
                { value: "reply", label: t("composer.reply") },
                { value: "note", label: t("composer.note") },
              ]}
            />
          ) : (
            <Text size="xs" c="dimmed">
              {t("composer.noteOnly", { name: noteOnly })}
            </Text>
          )}
          {!note && <ChannelChoice conversation={conversation} writing={writing} />}
          <EmojiButton onChoose={(sign) => setText(text + sign)} />
          {!note && (
            <FileButton multiple onChange={add}>
              {(props) => (
                <ActionIcon {...props} aria-label={t("composer.attach")}>
                  <IconPaperclip size={20} />
                </ActionIcon>
              )}
            </FileButton>
          )}
          {!note && !byLetter && <ShowButton conversation={conversation} />}
        </Group>
        <ActionIcon
          variant="filled"
          color="kanal"
          size={36}
          disabled={!sendable}
          onClick={submit}
          aria-label={t("composer.send")}
        >
          <IconSend2 size={20} />
        </ActionIcon>
      </Group>
    </section>
  );
}
