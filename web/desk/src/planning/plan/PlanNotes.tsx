import type { Plan } from "@kanal/api";
import { Alert, List, Text } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import { WarnAlert } from "../../strategy/parts/WarnAlert";
import { useWords } from "../../words/useWords";

/** Why there is no forecast, or why to take it with care. */
export function PlanNotes({ plan }: { plan: Plan }) {
  const { t } = useWords();
  const { ready, reasons } = plan.forecast;
  const notes = [...(ready ? reasons : []), ...plan.notes].filter(
    (note, at, all) => all.indexOf(note) === at,
  );
  return (
    <>
      {!ready && (
        <WarnAlert title={t("planning.noForecast.title")}>
          {reasons.map((reason) => (
            <Text key={reason}>{reason}</Text>
          ))}
          <Text>{t("planning.noForecast")}</Text>
        </WarnAlert>
      )}
      {notes.length > 0 && (
        <Alert color="gray" icon={<IconInfoCircle />} title={t("planning.notes")} role="note">
          <List size="sm">
            {notes.map((note) => (
              <List.Item key={note}>{note}</List.Item>
            ))}
          </List>
        </Alert>
      )}
    </>
  );
}
