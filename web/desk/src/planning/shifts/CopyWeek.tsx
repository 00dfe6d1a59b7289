import { Checkbox, NumberInput, Radio, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormDialog } from "../../parts/FormDialog";
import { showDone } from "../../parts/showDone";
import { showProblem } from "../../parts/showProblem";
import { useWords } from "../../words/useWords";
import type { IsoDate } from "../dates";
import { plusDays, spanText } from "../dates";
import { usePlanned } from "../PlanningContext";
import { copyShifts } from "../planningQueries";

/** This week's shifts to those after it, or last week's to this one. */
export function CopyWeek({ monday, onClose }: { monday: IsoDate; onClose: () => void }) {
  const { t, language } = useWords();
  const { site } = usePlanned();
  const cache = useQueryClient();
  const [way, setWay] = useState<"on" | "here">("on");
  const [weeks, setWeeks] = useState(1);
  const [replace, setReplace] = useState(false);
  const copy = useMutation({
    mutationFn: () =>
      copyShifts({
        site: site.id,
        replace,
        ...(way === "on"
          ? { from: monday, to: plusDays(monday, 7), weeks }
          : { from: plusDays(monday, -7), to: monday, weeks: 1 }),
      }),
    onSuccess: async ({ copied, skipped }) => {
      await cache.invalidateQueries({ queryKey: ["planning"] });
      const left = skipped > 0 ? ` ${t("planning.copy.skipped", { count: skipped })}` : "";
      showDone(t)(t("planning.copy.done", { count: copied }) + left);
      onClose();
    },
    onError: showProblem(t),
  });
  return (
    <FormDialog
      title={t("planning.copy")}
      action={t("planning.copy.do")}
      pending={copy.isPending}
      onSubmit={(event) => {
        event.preventDefault();
        copy.mutate();
      }}
      onClose={onClose}
    >
      <Radio.Group
        label={t("planning.copy.way")}
        value={way}
        onChange={(next) => setWay(next === "here" ? "here" : "on")}
      >
        <Stack gap="sm" mt="xs">
          <Radio value="on" label={t("planning.copy.on", { week: spanText(monday, 7, language) })} />
          <Radio
            value="here"
            label={t("planning.copy.here", { week: spanText(plusDays(monday, -7), 7, language) })}
          />
        </Stack>
      </Radio.Group>
      {way === "on" && (
        <NumberInput
          label={t("planning.copy.weeks")}
          min={1}
          max={26}
          w={160}
          value={weeks}
          onChange={(next) => setWeeks(Math.max(1, Number(next) || 1))}
        />
      )}
      <Checkbox
        label={t("planning.copy.replace")}
        checked={replace}
        onChange={(event) => setReplace(event.currentTarget.checked)}
      />
      {replace && (
        <Text size="sm" c="var(--warn)" role="status">
          {t("planning.copy.replace.means")}
        </Text>
      )}
    </FormDialog>
  );
}
