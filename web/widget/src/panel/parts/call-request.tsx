import { useWidget } from "../context";
import { CallForm } from "./call-form";
import { Field } from "./field";

/** From the menu: a number, a time, and a word about what it is about. */
export function CallRequest() {
  const widget = useWidget();
  const { t, state, host, conversation } = widget;
  const entry = widget.ways.find(({ channel }) => channel === "callback");

  async function ask(address: string, slot: string | undefined) {
    const text = state.remembered.draft.trim() || t("callPlease");
    const wrong = await conversation.askForCall(text, {
      channel: "callback",
      menu: host.answer?.menu.id,
      address,
      slot,
    });
    if (wrong === "problem.slotGone") void host.refreshMenu();
    else if (!wrong) void widget.focusFirst();
    return wrong;
  }

  return (
    <div class="body">
      <p class="greeting">{t("callTitle")}</p>
      <CallForm
        slots={entry?.slots ?? []}
        open={!host.answer?.menu.opensAt}
        submit={t("callSend")}
        onSend={ask}
      >
        <Field
          id="kanal-about"
          label={t("callAbout")}
          kind="text"
          value={state.remembered.draft}
          onValue={(value) => conversation.typed(value)}
        />
      </CallForm>
    </div>
  );
}
