import type { ChannelChoice, RoutingSettings } from "@kanal/api";
import { Group, NumberInput, Paper, SimpleGrid, Stack, Switch, Title } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { ChannelMark, channelWord } from "../../parts/ChannelMark";
import { DurationField } from "../../parts/DurationField";
import { useWords } from "../../words/useWords";
import { CapacityPicture } from "./CapacityPicture";

interface Props {
  place: number;
  choice: ChannelChoice;
  form: UseFormReturnType<RoutingSettings>;
}

/** One channel: how much a conversation takes of an agent, and how it comes. */
export function ChannelCard({ place, choice, form }: Props) {
  const { t } = useWords();
  const name = t(channelWord(choice.channel));
  const at = <Field extends keyof ChannelChoice>(field: Field) => `channels.${place}.${field}` as const;
  // The server names a place as channels[0].weight.
  const error = (field: keyof ChannelChoice) =>
    form.errors[`channels[${place}].${field}`] as string | undefined;
  const number = (
    field: "weight" | "maximum" | "idleMinutes" | "offerSeconds",
    min: number,
    max: number,
  ) => ({
    label: t(`routing.${field}`),
    description: t(`routing.${field}.help`),
    min,
    max,
    required: true,
    ...form.getInputProps(at(field)),
    error: error(field),
  });
  return (
    <Paper component="section" withBorder p="lg" aria-label={name}>
      <Stack gap="lg">
        <Group gap="sm">
          <ChannelMark channel={choice.channel} size={20} />
          <Title order={2}>{name}</Title>
        </Group>
        <CapacityPicture choice={choice} />
        <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="lg">
          <NumberInput {...number("weight", 1, 100)} />
          <NumberInput {...number("maximum", 1, 100)} />
          <NumberInput {...number("idleMinutes", 0, 1440)} />
          <DurationField
            label={t("routing.target")}
            description={t("routing.target.help")}
            value={choice.targetSeconds}
            error={error("targetSeconds")}
            onChange={(seconds) => form.setFieldValue(at("targetSeconds"), seconds ?? 1)}
          />
          {!choice.autoAccept && <NumberInput {...number("offerSeconds", 5, 300)} />}
          <Stack gap="sm">
            <Switch
              label={t("routing.autoAccept")}
              description={t("routing.autoAccept.help")}
              {...form.getInputProps(at("autoAccept"), { type: "checkbox" })}
            />
            <Switch
              label={t("routing.interruptible")}
              description={t("routing.interruptible.help")}
              {...form.getInputProps(at("interruptible"), { type: "checkbox" })}
            />
          </Stack>
        </SimpleGrid>
      </Stack>
    </Paper>
  );
}
