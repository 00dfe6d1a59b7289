import { Alert, Stack, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Loaded } from "../../../parts/Loaded";
import { useWords } from "../../../words/useWords";
import { setAsideQuery } from "../mailboxQueries";
import { SetAsideLetter } from "./SetAsideLetter";

/** Letters that could not be taken in, for a reason of ours: whose they are, why, and what can be done. */
export function SetAside({ mailbox }: { mailbox: string }) {
  const { t } = useWords();
  const letters = useQuery(setAsideQuery(mailbox));
  return (
    <Alert
      component="section"
      color="red"
      icon={<IconAlertTriangle />}
      title={t("setAside.title")}
      aria-label={t("setAside.title")}
      mb="lg"
    >
      <Stack gap="md">
        <Text>{t("setAside.intro")}</Text>
        <Loaded query={letters}>
          {(all) => (
            <Stack component="ul" gap="md" p={0} m={0} style={{ listStyle: "none" }}>
              {all.map((letter) => (
                <SetAsideLetter key={letter.id} mailbox={mailbox} letter={letter} />
              ))}
            </Stack>
          )}
        </Loaded>
      </Stack>
    </Alert>
  );
}
