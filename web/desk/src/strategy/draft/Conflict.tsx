import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useWords } from "../../words/useWords";
import { WarnAlert } from "../parts/WarnAlert";
import { strategyQuery } from "../strategyQueries";
import { ChangeList } from "./ChangeList";
import { useStrategy } from "./StrategyContext";

/** Somebody else has changed the draft meanwhile: which of the two it is to be is for people to say. */
export function Conflict() {
  const { t } = useWords();
  const { site, draft } = useStrategy();
  const [opened, { open, close }] = useDisclosure(false);
  const query = useQuery({ ...strategyQuery(site.id), staleTime: 0, refetchOnMount: "always" });
  // What was known before is not what somebody else has written meanwhile.
  const fresh = query.isFetching ? undefined : query.data;
  const theirs = fresh?.draft?.definition ?? fresh?.live.definition;
  const name = fresh?.draft?.changedBy || fresh?.live.publishedBy || t("event.someone");
  return (
    <WarnAlert urgent title={t("strategy.conflict.title")}>
      <Stack gap="sm">
        <Text>{t("strategy.conflict", { name })}</Text>
        {fresh && theirs && (
          <Group gap="sm">
            <Button variant="default" onClick={open}>
              {t("strategy.conflict.look")}
            </Button>
            <Button variant="default" onClick={() => void draft.insist(fresh.draft?.revision)}>
              {t("strategy.conflict.mine")}
            </Button>
            <Button variant="default" onClick={() => draft.giveWay(fresh)}>
              {t("strategy.conflict.theirs")}
            </Button>
          </Group>
        )}
      </Stack>
      <Modal
        opened={opened}
        onClose={close}
        size="xl"
        title={t("strategy.conflict.look")}
        closeButtonProps={{ "aria-label": t("close") }}
      >
        <Text c="dimmed" mb="md">
          {t("strategy.conflict.help", { name })}
        </Text>
        {theirs && <ChangeList before={theirs} after={draft.definition} />}
      </Modal>
    </WarnAlert>
  );
}
