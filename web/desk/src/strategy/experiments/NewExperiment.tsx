import { Group, NumberInput, Radio, Select, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { FormDialog } from "../../parts/FormDialog";
import { api, ask } from "../../server/api";
import { useSave } from "../../settings/useSave";
import { useWords } from "../../words/useWords";
import { useStrategy } from "../draft/StrategyContext";
import { PercentField } from "../parts/PercentField";
import { percent } from "../sentences/lengths";
import { versionsQuery } from "../strategyQueries";
import { planOf, type Values } from "./plan";

/** What is fixed before it starts, so that nobody can be tempted afterwards. */
export function NewExperiment({ onClose }: { onClose: () => void }) {
  const { t, language } = useWords();
  const { site, strategy } = useStrategy();
  const versions = useQuery(versionsQuery(site.id)).data ?? [];
  const live = strategy.live;
  const form = useForm<Values>({
    initialValues: {
      name: "",
      kind: "holdout",
      expected: 0.003,
      expectedNet: null,
      alpha: 0.05,
      treated: String(live.number),
      control: String(versions.find(({ number }) => number !== live.number)?.number ?? 0),
      share: 0.5,
    },
    validate: { name: (name) => (name.trim() === "" ? t("fault.required") : null) },
  });
  const save = useSave(
    (values: Values) =>
      ask(
        api.POST("/api/v1/sites/{site}/experiments", {
          params: { path: { site: site.id } },
          body: planOf(values, t),
        }),
      ),
    {
      refresh: ["experiments"],
      form,
      onDone: onClose,
    },
  );
  const choices = [
    ...versions,
    ...(versions.some(({ number }) => number === 0) ? [] : [{ number: 0, name: "" }]),
  ].map(({ number }) => ({
    value: String(number),
    label: number === 0 ? t("strategy.live.builtIn") : t("strategy.version", { number }),
  }));
  const { kind } = form.values;
  return (
    <FormDialog
      size="lg"
      title={t("strategy.experiments.add")}
      action={t("save")}
      pending={save.isPending}
      onSubmit={form.onSubmit((values) => save.mutate(values))}
      onClose={onClose}
    >
      <TextInput label={t("field.name")} data-autofocus maxLength={100} {...form.getInputProps("name")} />
      <Radio.Group label={t("strategy.experiment.kind")} {...form.getInputProps("kind")}>
        <Stack gap="sm" mt="xs">
          <Radio
            value="holdout"
            label={t("strategy.experiment.kind.holdout")}
            description={
              live.definition.holdout
                ? t("strategy.experiment.kind.holdout.help", {
                    share: percent(live.definition.holdout.share ?? 0.1, language),
                  })
                : t("strategy.experiment.kind.holdout.none")
            }
          />
          <Radio
            value="versions"
            label={t("strategy.experiment.kind.versions")}
            description={t("strategy.experiment.kind.versions.help")}
          />
        </Stack>
      </Radio.Group>
      {kind === "versions" && (
        <Group align="flex-start">
          <Select
            allowDeselect={false}
            label={t("strategy.experiment.arm.new")}
            data={choices}
            {...form.getInputProps("treated")}
          />
          <Select
            allowDeselect={false}
            label={t("strategy.experiment.arm.old")}
            data={choices}
            {...form.getInputProps("control")}
          />
          <PercentField
            label={t("strategy.experiment.share")}
            min={1}
            max={99}
            {...form.getInputProps("share")}
          />
        </Group>
      )}
      <PercentField
        label={t("strategy.experiment.expected")}
        description={t("strategy.experiment.expected.help")}
        w="100%"
        {...form.getInputProps("expected")}
      />
      <Group align="flex-start">
        <NumberInput
          w={240}
          hideControls
          label={t("strategy.experiment.expectedNet")}
          description={t("strategy.experiment.expectedNet.help")}
          {...form.getInputProps("expectedNet")}
          value={form.values.expectedNet ?? ""}
        />
        <PercentField
          w={240}
          label={t("strategy.experiment.alpha")}
          description={t("strategy.experiment.alpha.help")}
          {...form.getInputProps("alpha")}
        />
      </Group>
      <Text size="xs" c="dimmed">
        {t("strategy.experiment.fixed")}
      </Text>
    </FormDialog>
  );
}
