import { PasswordInput, Stack, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useWords } from "../words/useWords";
import { keyFrom, type SetupValues } from "./setupValues";

interface Props {
  form: UseFormReturnType<SetupValues>;
  codeRequired: boolean;
}

export function OrganisationStep({ form, codeRequired }: Props) {
  const { t } = useWords();
  const { site, organisation } = form.values;

  /** The site takes the organisation's name until it has one of its own. */
  function nameSite() {
    if (site.name === "")
      form.setFieldValue("site", { ...site, name: organisation, key: keyFrom(organisation) });
  }

  return (
    <Stack gap="lg">
      {codeRequired && (
        <TextInput
          label={t("setup.code")}
          description={t("setup.code.help")}
          required
          autoComplete="off"
          {...form.getInputProps("code")}
        />
      )}
      <TextInput
        label={t("setup.organisation")}
        required
        autoComplete="organization"
        {...form.getInputProps("organisation")}
        onBlur={nameSite}
      />
      <TextInput label={t("setup.name")} required autoComplete="name" {...form.getInputProps("name")} />
      <TextInput
        label={t("field.email")}
        type="email"
        required
        autoComplete="username"
        {...form.getInputProps("email")}
      />
      <PasswordInput
        label={t("field.password")}
        description={t("field.password.help")}
        required
        minLength={10}
        autoComplete="new-password"
        {...form.getInputProps("password")}
      />
    </Stack>
  );
}
