import { PageHead } from "../../parts/PageHead";
import { useMe } from "../../shell/useSession";
import { useWords } from "../../words/useWords";
import { PasswordForm } from "./PasswordForm";
import { PreferencesForm } from "./PreferencesForm";
import { TwoFactor } from "./TwoFactor";

export function AccountPage() {
  const { t } = useWords();
  const me = useMe();
  return (
    <>
      <PageHead title={t("settings.account")}>
        {me.name} · {me.email}
      </PageHead>
      <PreferencesForm />
      <PasswordForm />
      <TwoFactor on={me.twoFactor} />
    </>
  );
}
