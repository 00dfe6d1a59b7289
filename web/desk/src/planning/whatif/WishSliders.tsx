import type { Plan } from "@kanal/api";
import { Button, Stack } from "@mantine/core";
import { IconRotate } from "@tabler/icons-react";
import { useWords } from "../../words/useWords";
import { length, share, signed, signedShare } from "../parts/figures";
import { WishSlider } from "./WishSlider";
import { changeOf, targetsFor, type Wishes } from "./wishes";

interface Props {
  plan: Plan;
  usual: Wishes;
  wishes: Wishes;
  onChange: (wishes: Partial<Wishes>) => void;
}

export function WishSliders({ plan, usual, wishes, onChange }: Props) {
  const { t, language } = useWords();
  const targets = targetsFor(plan.letters, usual.targetSeconds);
  const set = (change: Partial<Wishes>) => onChange({ ...changeOf(wishes, usual), ...change });
  const now = (text: string) => t("planning.whatIf.now", { value: text });
  return (
    <Stack gap="lg">
      <WishSlider
        label={t("planning.whatIf.people")}
        said={signed(wishes.people, language)}
        note={t("planning.whatIf.people.means")}
        min={-10}
        max={10}
        value={wishes.people}
        onChange={(people) => set({ people })}
      />
      <WishSlider
        label={t("planning.whatIf.contacts")}
        said={
          wishes.contacts === 1 ? t("planning.whatIf.asForecast") : signedShare(wishes.contacts - 1, language)
        }
        note={t("planning.whatIf.contacts.means")}
        min={-50}
        max={100}
        step={5}
        value={Math.round((wishes.contacts - 1) * 100)}
        onChange={(percent) => set({ contacts: 1 + percent / 100 })}
      />
      <WishSlider
        label={t("planning.whatIf.targetSeconds")}
        said={length(wishes.targetSeconds, language)}
        note={now(length(usual.targetSeconds, language))}
        min={0}
        max={targets.length - 1}
        value={Math.max(0, targets.indexOf(wishes.targetSeconds))}
        onChange={(at) => set({ targetSeconds: targets[at] ?? usual.targetSeconds })}
      />
      <WishSlider
        label={t("planning.whatIf.targetShare")}
        said={share(wishes.targetShare, language)}
        note={now(share(usual.targetShare, language))}
        min={50}
        max={99}
        value={Math.round(wishes.targetShare * 100)}
        onChange={(percent) => set({ targetShare: percent / 100 })}
      />
      {usual.atOnce > 1 && (
        <WishSlider
          label={t("planning.whatIf.atOnce")}
          said={String(wishes.atOnce)}
          note={now(String(usual.atOnce))}
          min={1}
          max={8}
          value={wishes.atOnce}
          onChange={(atOnce) => set({ atOnce })}
        />
      )}
      <WishSlider
        label={t("planning.shrinkage")}
        said={share(wishes.shrinkage, language)}
        note={now(share(usual.shrinkage, language))}
        min={0}
        max={60}
        value={Math.round(wishes.shrinkage * 100)}
        onChange={(percent) => set({ shrinkage: percent / 100 })}
      />
      <Button
        variant="default"
        leftSection={<IconRotate size={16} />}
        disabled={Object.keys(changeOf(wishes, usual)).length === 0}
        onClick={() => onChange({})}
      >
        {t("planning.whatIf.reset")}
      </Button>
    </Stack>
  );
}
