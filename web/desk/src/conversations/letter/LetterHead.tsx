import type { Letter, LetterAddress } from "@kanal/api";
import { Collapse, UnstyledButton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { useId } from "react";
import { exactly } from "../../words/relative";
import { useWords } from "../../words/useWords";
import { inFull, inShort } from "./addresses";
import classes from "./Letter.module.css";

interface Props {
  letter: Letter;
  at: string;
}

/** From and to in one line; everybody in full where one asks. */
export function LetterHead({ letter, at }: Props) {
  const { t, language } = useWords();
  const [opened, { toggle }] = useDisclosure(false);
  const id = useId();
  const Chevron = opened ? IconChevronDown : IconChevronRight;
  const copies = letter.cc.length + (letter.bcc?.length ?? 0);
  const rows: [string, LetterAddress[]][] = [
    [t("letter.from"), letter.from ? [letter.from] : []],
    [t("letter.to"), letter.to],
    [t("letter.cc"), letter.cc],
    [t("letter.bcc"), letter.bcc ?? []],
  ];
  return (
    <>
      <UnstyledButton className={classes.head} aria-expanded={opened} aria-controls={id} onClick={toggle}>
        <Chevron size={14} aria-hidden />
        <span className={classes.line}>
          <strong>{letter.from ? inShort([letter.from]) : t("letter.nobody")}</strong>{" "}
          {t("letter.toThem", { to: inShort(letter.to) })}
          {copies > 0 && ` · ${t("letter.copies", { count: copies })}`}
        </span>
      </UnstyledButton>
      <Collapse expanded={opened} id={id}>
        <dl className={classes.addresses}>
          {rows
            .filter(([, addresses]) => addresses.length > 0)
            .map(([name, addresses]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{addresses.map(inFull).join(", ")}</dd>
              </div>
            ))}
          <div>
            <dt>{t("letter.subject")}</dt>
            <dd>{letter.subject || t("letter.noSubject")}</dd>
          </div>
          <div>
            <dt>{t("letter.date")}</dt>
            <dd>{exactly(at, language)}</dd>
          </div>
        </dl>
      </Collapse>
    </>
  );
}
