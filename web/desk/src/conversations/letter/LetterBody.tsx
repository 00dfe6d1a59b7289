import type { Entry, Letter } from "@kanal/api";
import { Alert, Button, Group, Text } from "@mantine/core";
import { IconPhotoOff } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { Failed } from "../../parts/Failed";
import { LinkedText } from "../../parts/LinkedText";
import { useWords } from "../../words/useWords";
import classes from "./Letter.module.css";
import { LetterFrame } from "./LetterFrame";
import { letterQuery } from "./letterQueries";
import { hasFolds, inlineFiles } from "./sheet";
import { useInlinePictures } from "./useInlinePictures";

interface Props {
  entry: Entry;
  letter: Letter;
  /** Where the letter says more than its text. */
  html?: string;
  conversation: string;
}

export function LetterBody({ entry, letter, html: atHand, conversation }: Props) {
  const { t } = useWords();
  const [wanted, setWanted] = useState(false);
  const [remote, setRemote] = useState(false);
  const [unfolded, setUnfolded] = useState(false);
  const fetched = useQuery({ ...letterQuery(conversation, letter.id), enabled: wanted });
  const full = fetched.data ?? letter;
  const html = fetched.data && !letter.mine ? (fetched.data.html ?? undefined) : atHand;
  const below = [full.signature, full.quoted].filter(Boolean).join("\n\n");
  const files = useMemo(() => inlineFiles(html ?? "", full.files), [html, full.files]);
  const pictures = useInlinePictures(conversation, files);

  return (
    <>
      {html ? (
        <LetterFrame
          html={html}
          title={t("letter.named", { subject: letter.subject })}
          pictures={pictures}
          remote={remote}
          unfolded={unfolded}
        />
      ) : (
        <>
          {entry.text ? (
            <div className={classes.text}>
              <LinkedText text={entry.text} />
            </div>
          ) : (
            <Text c="dimmed">{t("letter.empty")}</Text>
          )}
          {unfolded && below && (
            <div className={classes.quoted}>
              <LinkedText text={below} />
            </div>
          )}
        </>
      )}
      <Group gap="sm" className={classes.doings}>
        {(html ? hasFolds(html) : below) && (
          <Button
            variant="subtle"
            size="compact-xs"
            aria-expanded={unfolded}
            onClick={() => setUnfolded(!unfolded)}
          >
            {t(unfolded ? "letter.fold" : "letter.unfold")}
          </Button>
        )}
        {letter.shortened && !fetched.data && (
          <Button
            variant="light"
            size="compact-sm"
            loading={fetched.isLoading}
            onClick={() => setWanted(true)}
          >
            {t("letter.whole")}
          </Button>
        )}
      </Group>
      {wanted && fetched.isError && <Failed error={fetched.error} onRetry={() => fetched.refetch()} />}
      {html && letter.hasRemotePictures && !remote && (
        <Alert p="xs" variant="light" color="gray" icon={<IconPhotoOff size={16} />} role="note">
          <Group justify="space-between" gap="sm">
            <Text size="xs">{t("letter.pictures.held")}</Text>
            <Button size="compact-xs" variant="default" onClick={() => setRemote(true)}>
              {t("letter.pictures.show")}
            </Button>
          </Group>
        </Alert>
      )}
    </>
  );
}
