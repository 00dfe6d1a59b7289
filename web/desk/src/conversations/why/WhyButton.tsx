import type { Assignment, Entry } from "@kanal/api";
import { Popover, Stack, Text, UnstyledButton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Loaded } from "../../parts/Loaded";
import { assignmentsQuery } from "../../server/queries";
import { useWords } from "../../words/useWords";
import classes from "./Why.module.css";
import { WhyList } from "./WhyList";

/** "Why?", behind the line that says who got the conversation. */
export function WhyButton({ conversation, entry }: { conversation: string; entry: Entry }) {
  const { t } = useWords();
  const [opened, setOpened] = useState(false);
  const assignments = useQuery({ ...assignmentsQuery(conversation), enabled: opened });
  return (
    <Popover opened={opened} onChange={setOpened} width={320} withinPortal trapFocus>
      <Popover.Target>
        <UnstyledButton className={classes.ask} onClick={() => setOpened(!opened)} aria-expanded={opened}>
          {t("why.ask")}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={t("why.title", { name: entry.author?.name ?? t("event.someone") })}>
        <Loaded query={assignments}>{(all) => <Reasons assignment={behind(entry, all)} />}</Loaded>
      </Popover.Dropdown>
    </Popover>
  );
}

function Reasons({ assignment }: { assignment?: Assignment }) {
  const { t } = useWords();
  if (!assignment) return <Text size="sm">{t("why.byHand")}</Text>;
  const { why } = assignment;
  return (
    <Stack gap="sm">
      <Text fw={600}>{t(`why.chosen.${why.chosen}`, { load: why.load, maximum: why.maximum })}</Text>
      {(why.passed?.length ?? 0) > 0 && <WhyList why={why} />}
    </Stack>
  );
}

const nearMs = 5_000;

/** The assignment that this line tells of: the same agent, at the same moment. */
function behind(entry: Entry, assignments: Assignment[]): Assignment | undefined {
  const at = Date.parse(entry.at);
  return assignments.find(
    ({ agent, state, endedAt, madeAt }) =>
      agent.id === entry.author?.id &&
      state === "accepted" &&
      Math.abs(Date.parse(endedAt ?? madeAt) - at) < nearMs,
  );
}
