import type { MailSecurity, MailServer } from "@kanal/api";
import {
  CloseButton,
  Fieldset,
  Group,
  NativeSelect,
  NumberInput,
  PasswordInput,
  Stack,
  Switch,
  Text,
  TextInput,
} from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useWords } from "../../../words/useWords";
import type { MailboxDraft } from "./mailboxDraft";
import { portFor } from "./providers";
import { TokenFields } from "./TokenFields";

interface Props {
  form: UseFormReturnType<MailboxDraft>;
  what: "incoming" | "outgoing";
  kept?: MailServer | null;
}

const securities: MailSecurity[] = ["implicit", "startTls", "none"];

/** One server: where it is, how the line is kept secret, and who we are there. */
export function ServerFields({ form, what, kept }: Props) {
  const { t } = useWords();
  const server = form.values[what];
  const token = server.authentication === "token";

  function secure(security: MailSecurity) {
    const usual = server.port === portFor(server.security, what);
    form.setFieldValue(what, { ...server, security, port: usual ? portFor(security, what) : server.port });
  }

  return (
    <Fieldset legend={t(`mailboxes.${what}`)}>
      <Stack gap="md">
        <Switch
          label={t(`mailboxes.${what}.used`)}
          {...form.getInputProps(`${what}.used`, { type: "checkbox" })}
        />
        {server.used && (
          <>
            <Group gap="sm" align="flex-start">
              <TextInput
                flex="1 1 200px"
                label={t("mailboxes.host")}
                required
                autoCapitalize="off"
                spellCheck={false}
                {...form.getInputProps(`${what}.host`)}
              />
              <NumberInput
                w={96}
                label={t("mailboxes.port")}
                min={1}
                max={65535}
                allowDecimal={false}
                hideControls
                required
                {...form.getInputProps(`${what}.port`)}
              />
            </Group>
            <NativeSelect
              label={t("mailboxes.security")}
              value={server.security}
              data={securities.map((value) => ({ value, label: t(`mailboxes.security.${value}`) }))}
              onChange={(event) => secure(event.currentTarget.value as MailSecurity)}
              error={form.errors[`${what}.security`]}
            />
            <TextInput
              label={t("mailboxes.user")}
              autoComplete="off"
              autoCapitalize="off"
              spellCheck={false}
              {...form.getInputProps(`${what}.user`)}
            />
            <NativeSelect
              label={t("mailboxes.authentication")}
              data={(["password", "token"] as const).map((value) => ({
                value,
                label: t(`mailboxes.authentication.${value}`),
              }))}
              {...form.getInputProps(`${what}.authentication`)}
            />
            <PasswordInput
              label={t(
                token
                  ? server.tokenUrl
                    ? "mailboxes.refreshToken"
                    : "mailboxes.accessToken"
                  : "field.password",
              )}
              description={kept?.hasSecret ? t("mailboxes.secret.kept") : t("mailboxes.secret.help")}
              autoComplete="new-password"
              {...form.getInputProps(`${what}.secret`)}
            />
            {server.fingerprint && (
              <Group gap="sm" wrap="nowrap" justify="space-between">
                <Text size="xs" c="dimmed" style={{ overflowWrap: "anywhere" }}>
                  {t("mailboxes.trusted", { fingerprint: server.fingerprint })}
                </Text>
                <CloseButton
                  aria-label={t("mailboxes.trusted.not")}
                  onClick={() => form.setFieldValue(`${what}.fingerprint`, "")}
                />
              </Group>
            )}
            {token && <TokenFields form={form} what={what} kept={kept} />}
          </>
        )}
      </Stack>
    </Fieldset>
  );
}
