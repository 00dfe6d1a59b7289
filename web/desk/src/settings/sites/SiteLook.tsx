import { ColorInput, Input, SegmentedControl } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { Section } from "../../parts/Section";
import { useWords } from "../../words/useWords";
import type { SiteDraft } from "./siteDraft";

const themes = ["auto", "light", "dark"] as const;
const positions = ["left", "right"] as const;

export function SiteLook({ form }: { form: UseFormReturnType<SiteDraft> }) {
  const { t } = useWords();
  return (
    <Section title={t("sites.look")}>
      <ColorInput
        withEyeDropper={false}
        label={t("sites.accent")}
        format="hex"
        maw={240}
        required
        {...form.getInputProps("look.accent")}
      />
      <Input.Wrapper label={t("theme.label")}>
        <div>
          <SegmentedControl
            aria-label={t("theme.label")}
            data={themes.map((value) => ({ value, label: t(`theme.${value}`) }))}
            {...form.getInputProps("look.theme")}
          />
        </div>
      </Input.Wrapper>
      <Input.Wrapper label={t("sites.position")}>
        <div>
          <SegmentedControl
            aria-label={t("sites.position")}
            data={positions.map((value) => ({ value, label: t(`sites.position.${value}`) }))}
            {...form.getInputProps("look.position")}
          />
        </div>
      </Input.Wrapper>
    </Section>
  );
}
