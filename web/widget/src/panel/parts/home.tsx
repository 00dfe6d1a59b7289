import { useRef } from "preact/hooks";
import { useWidget } from "../context";
import { useLiveMenu } from "../menu/live-menu";
import { EmailForm } from "./email-form";
import { PhoneCodeAsk } from "./phone-code";
import { QuestionField } from "./question-field";
import { Suggested } from "./suggested";
import { Ways } from "./ways";
import { WaysChanged } from "./ways-changed";

export function Home() {
  const widget = useWidget();
  const { t, state, host } = widget;
  useLiveMenu();
  // A form is not taken from under somebody's hands because chat has opened meanwhile.
  const letter = useRef(widget.onlyLetters);
  if (state.remembered.draft.trim() === "") letter.current = widget.onlyLetters;
  if (!host.answer) return <p class="body intro">{t("loadFailed")}</p>;
  return (
    <>
      <WaysChanged />
      {letter.current ? (
        <EmailForm />
      ) : (
        <div class="body">
          <p class="greeting">{widget.greeting}</p>
          <QuestionField />
          <Suggested />
          <Ways />
          <PhoneCodeAsk />
        </div>
      )}
    </>
  );
}
