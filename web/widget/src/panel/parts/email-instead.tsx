import { useState } from "preact/hooks";
import { useWidget } from "../context";
import { isEmail } from "../is-email";
import { Field } from "./field";

export function EmailInstead() {
  const widget = useWidget();
  const { t } = widget;
  const [asked, setAsked] = useState(false);
  const [address, setAddress] = useState("");
  const [tried, setTried] = useState(false);
  if (!widget.canSwitch) return null;
  if (!asked)
    return (
      <button type="button" class="quiet" onClick={() => setAsked(true)}>
        {t("emailInstead")}
      </button>
    );
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (isEmail(address)) void widget.conversation.answerByEmail(address.trim());
      }}
    >
      <Field
        id="kanal-instead"
        label={t("emailAddress")}
        kind="email"
        value={address}
        wrong={tried && !isEmail(address) ? t("emailAddressWrong") : undefined}
        onValue={setAddress}
      />
      <button type="submit" class="primary">
        {t("emailInsteadSend")}
      </button>
      <button type="button" class="quiet" onClick={() => setAsked(false)}>
        {t("cancel")}
      </button>
    </form>
  );
}
