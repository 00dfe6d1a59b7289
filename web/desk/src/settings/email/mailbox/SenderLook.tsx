import { Button, Group, Stack, Text, TextInput, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Loaded } from "../../../parts/Loaded";
import { useWords } from "../../../words/useWords";
import { senderQuery } from "../mailboxQueries";
import { SenderFindings } from "./SenderFindings";

/** What others find when they ask the DNS whether this mailbox's letters are genuine. Asked for by hand: it asks servers elsewhere. */
export function SenderLook({ mailbox }: { mailbox: string }) {
  const { t } = useWords();
  const [selector, setSelector] = useState("");
  const [asked, setAsked] = useState<string>();
  const look = useQuery({ ...senderQuery(mailbox, asked ?? ""), enabled: asked !== undefined });
  const again = () => (asked === selector ? void look.refetch() : setAsked(selector));
  return (
    <Stack component="section" gap="md" aria-label={t("sender.title")} mt="xl">
      <div>
        <Title order={3}>{t("sender.title")}</Title>
        <Text c="dimmed">{t("sender.intro")}</Text>
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          again();
        }}
      >
        <Group align="flex-end" gap="md">
          <TextInput
            label={t("sender.selector")}
            description={t("sender.selector.help")}
            placeholder={look.data?.selector ?? undefined}
            value={selector}
            maxLength={63}
            onChange={({ currentTarget }) => setSelector(currentTarget.value.trim())}
            style={{ flex: "1 1 240px" }}
          />
          <Button type="submit" variant="default" loading={look.isFetching}>
            {t("sender.look")}
          </Button>
        </Group>
      </form>
      {asked !== undefined && (
        <div role="status">
          <Loaded query={look}>{(report) => <SenderFindings report={report} />}</Loaded>
        </div>
      )}
    </Stack>
  );
}
