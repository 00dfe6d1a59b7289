import type { Conversation } from "@kanal/api";
import { Group, NativeSelect, TextInput, UnstyledButton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useMe } from "../../../shell/useSession";
import { useWords } from "../../../words/useWords";
import { inShort } from "../../letter/addresses";
import { participantsQuery } from "../../letter/letterQueries";
import { AddressesField } from "./AddressesField";
import classes from "./LetterFields.module.css";
import { writeLetter } from "./letterDrafts";
import type { LetterWriting } from "./useLetter";
import { WayChoice } from "./WayChoice";

interface Props {
  conversation: Conversation;
  writing: LetterWriting;
}

/** Above the text: to whom and as what. One line, until somebody wants to change it or has to. */
export function LetterFields({ conversation, writing }: Props) {
  const me = useMe();
  const { t } = useWords();
  const { draft, filled, letter, sendable } = writing;
  const [asked, { toggle }] = useDisclosure(false);
  const opened = asked || !sendable;
  const participants = useQuery({ ...participantsQuery(conversation.id), enabled: opened }).data ?? [];
  const known = [...(filled?.to ?? []), ...(filled?.cc ?? []), ...participants];
  const named = (addresses: string[]) =>
    inShort(addresses.map((address) => known.find((each) => each.address === address) ?? { address }));
  const addresses = [...new Set(known.map(({ address }) => address))];
  const write = (change: typeof draft) => writeLetter(me.id, conversation.id, change);
  const copies = letter.cc.length + letter.bcc.length;
  const Chevron = opened ? IconChevronDown : IconChevronRight;

  return (
    <div className={classes.fields}>
      <Group gap="sm" justify="space-between" wrap="nowrap">
        <UnstyledButton
          className={classes.summary}
          aria-expanded={opened}
          disabled={!sendable}
          onClick={toggle}
        >
          <Chevron size={14} aria-hidden style={{ flex: "none" }} />
          <span>
            {letter.to.length > 0 ? t("letter.toThem", { to: named(letter.to) }) : t("letter.toNobody")}
            {copies > 0 && ` · ${t("letter.copies", { count: copies })}`}
            {letter.subject && ` · ${letter.subject}`}
          </span>
        </UnstyledButton>
        <WayChoice conversation={conversation} writing={writing} />
      </Group>
      {opened && (
        <>
          {(filled?.mailboxes.length ?? 0) > 1 && (
            <NativeSelect
              size="xs"
              label={t("letter.from")}
              classNames={{ root: classes.row, label: classes.label }}
              value={letter.mailbox}
              data={filled?.mailboxes.map(({ id, address, name }) => ({
                value: id,
                label: name ? `${name} <${address}>` : address,
              }))}
              onChange={(event) => write({ mailbox: event.currentTarget.value })}
            />
          )}
          <AddressesField
            label={t("letter.to")}
            value={letter.to}
            known={addresses}
            onChange={(to) => write({ to })}
          />
          <AddressesField
            label={t("letter.cc")}
            value={letter.cc}
            known={addresses}
            onChange={(cc) => write({ cc })}
          />
          {!draft.forwards && (
            <AddressesField
              label={t("letter.bcc")}
              value={letter.bcc}
              known={addresses}
              onChange={(bcc) => write({ bcc })}
            />
          )}
          <TextInput
            size="xs"
            label={t("letter.subject")}
            classNames={{ root: classes.row, label: classes.label }}
            value={letter.subject}
            onChange={(event) => write({ subject: event.currentTarget.value })}
          />
        </>
      )}
    </div>
  );
}
