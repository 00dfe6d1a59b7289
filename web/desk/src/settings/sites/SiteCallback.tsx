import { NumberInput, Select, SimpleGrid } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { Section } from "../../parts/Section";
import { useWords } from "../../words/useWords";
import type { SiteDraft } from "./siteDraft";

const offers = ["never", "whenBusy", "always"] as const;

/** Whether and how this site calls its customers back. */
export function SiteCallback({ form }: { form: UseFormReturnType<SiteDraft> }) {
  const { t } = useWords();
  const { offer } = form.getValues().callback;
  return (
    <Section title={t("sites.callback")} intro={t("sites.callback.intro")}>
      <Select
        label={t("sites.callback.offer")}
        data={offers.map((value) => ({ value, label: t(`sites.callback.offer.${value}`) }))}
        allowDeselect={false}
        {...form.getInputProps("callback.offer")}
      />
      {offer !== "never" && (
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          {offer === "whenBusy" && (
            <NumberInput
              label={t("sites.callback.waitLimit")}
              min={0}
              max={3600}
              {...form.getInputProps("callback.waitLimitSeconds")}
            />
          )}
          <NumberInput
            label={t("sites.callback.perSlot")}
            placeholder={t("sites.callback.perSlot.auto")}
            min={1}
            max={100}
            {...form.getInputProps("callback.perSlot")}
            value={form.getValues().callback.perSlot ?? ""}
            onChange={(value) =>
              form.setFieldValue("callback.perSlot", typeof value === "number" ? value : undefined)
            }
          />
          <NumberInput
            label={t("sites.callback.notice")}
            min={0}
            max={1440}
            {...form.getInputProps("callback.noticeMinutes")}
          />
          <NumberInput
            label={t("sites.callback.horizon")}
            min={1}
            max={14}
            {...form.getInputProps("callback.horizonDays")}
          />
          <NumberInput
            label={t("sites.callback.attempts")}
            min={1}
            max={5}
            {...form.getInputProps("callback.attempts")}
          />
          <NumberInput
            label={t("sites.callback.pause")}
            min={1}
            max={1440}
            {...form.getInputProps("callback.pauseMinutes")}
          />
        </SimpleGrid>
      )}
    </Section>
  );
}
