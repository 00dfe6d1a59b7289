import { NativeSelect, TagsInput, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation } from "@tanstack/react-query";
import { FormDialog } from "../../parts/FormDialog";
import { useWords } from "../../words/useWords";
import type { OwnFact, Privacy } from "./fact";

interface Props {
  taken: string[];
  onAdd: (fact: OwnFact) => Promise<unknown>;
  onClose: () => void;
}

const kinds = ["text", "number", "flag", "texts"] as const;
const privacies: Privacy[] = ["none", "journey", "personal"];
const key = /^[a-zA-Z0-9]{1,50}$/;

export function NewFact({ taken, onAdd, onClose }: Props) {
  const { t } = useWords();
  const form = useForm({
    initialValues: {
      name: "",
      kind: "text" as OwnFact["kind"],
      privacy: "none" as Privacy,
      choices: [] as string[],
    },
    validate: {
      name: (name) =>
        !key.test(name)
          ? t("strategy.own.key.wrong")
          : taken.includes(`own.${name}`)
            ? t("fault.taken")
            : null,
    },
  });
  const add = useMutation({ mutationFn: onAdd, onSuccess: onClose });
  const { kind, choices } = form.values;
  const chosen = kind === "text" || kind === "texts";
  return (
    <FormDialog
      title={t("strategy.own.add")}
      action={t("save")}
      pending={add.isPending}
      onSubmit={form.onSubmit(({ name, privacy }) =>
        add.mutate({
          key: `own.${name}`,
          kind,
          privacy,
          ...(chosen && choices.length > 0 ? { choices } : {}),
        }),
      )}
      onClose={onClose}
    >
      <TextInput
        label={t("strategy.own.key")}
        description={t("strategy.own.key.help")}
        leftSection="own."
        leftSectionWidth={48}
        data-autofocus
        {...form.getInputProps("name")}
      />
      <NativeSelect
        label={t("strategy.facts.kind")}
        data={kinds.map((each) => ({ value: each, label: t(`strategy.kind.${each}`) }))}
        {...form.getInputProps("kind")}
      />
      {chosen && (
        <TagsInput
          label={t("strategy.own.choices")}
          description={t("strategy.own.choices.help")}
          acceptValueOnBlur
          {...form.getInputProps("choices")}
        />
      )}
      <NativeSelect
        label={t("strategy.facts.privacy")}
        data={privacies.map((each) => ({ value: each, label: t(`strategy.privacy.${each}`) }))}
        {...form.getInputProps("privacy")}
      />
    </FormDialog>
  );
}
