import { useState } from "preact/hooks";
import { useWidget } from "../context";
import { isEmail } from "../is-email";
import { Attach } from "./attach";
import { Counter, overBy } from "./counter";
import { Field } from "./field";
import { Icon } from "./icon";
import { OpeningNote } from "./opening-note";
import { PhoneCodeAsk } from "./phone-code";
import { Suggested } from "./suggested";
import { UploadList } from "./upload-list";
import { Way } from "./way";

/** No subject, no category: a message, and where the answer goes. */
export function EmailForm() {
  const widget = useWidget();
  const { t, state, host } = widget;
  const [address, setAddress] = useState("");
  const [name, setName] = useState("");
  const [tried, setTried] = useState(false);
  const text = state.remembered.draft;
  const promise = widget.ways.find(({ channel }) => channel === "email")?.waitText;
  const others = widget.ways.filter(({ channel }) => channel !== "email");
  const textMissing = text.trim() === "";

  function send(event: SubmitEvent) {
    event.preventDefault();
    setTried(true);
    if (textMissing || !isEmail(address) || overBy(text, host.site.limits) > 0) {
      const form = event.currentTarget as HTMLFormElement;
      requestAnimationFrame(() => form.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
      return;
    }
    widget.start("email", { address: address.trim(), name: name.trim() || undefined });
  }

  return (
    <form class="body" noValidate onSubmit={send}>
      <p class="greeting">{widget.opens ? widget.offline : widget.greeting}</p>
      <OpeningNote />
      {promise && (
        <p class="note">
          <Icon name="email" />
          {promise}
        </p>
      )}
      {others.length > 0 && widget.view === "home" && (
        <ul class="ways aside">
          {others.map((entry) => (
            <Way key={entry.channel} entry={entry} />
          ))}
        </ul>
      )}
      <Field
        id="kanal-text"
        label={t("emailText")}
        kind="text"
        first
        value={text}
        wrong={tried && textMissing ? t("emailTextMissing") : undefined}
        onValue={(value) => widget.typed(value)}
      />
      <Suggested />
      <Counter text={text} />
      <Field
        id="kanal-address"
        label={t("emailAddress")}
        kind="email"
        value={address}
        wrong={tried && !isEmail(address) ? t("emailAddressWrong") : undefined}
        onValue={setAddress}
      />
      <Field id="kanal-name" label={t("emailName")} kind="name" value={name} onValue={setName} />
      <UploadList />
      <div class="form-foot">
        <Attach />
        <button type="submit" class="primary">
          <Icon name="send" />
          {t("emailSend")}
        </button>
      </div>
      {widget.view === "home" && <PhoneCodeAsk />}
    </form>
  );
}
