import { useWidget } from "../context";
import { EmailForm } from "./email-form";
import { PhoneCodeAsk } from "./phone-code";
import { QuestionField } from "./question-field";
import { Suggested } from "./suggested";
import { Way } from "./way";

export function Home() {
  const widget = useWidget();
  const { t, ways, recommended } = widget;
  if (!widget.host.answer) return <p class="body intro">{t("loadFailed")}</p>;
  if (recommended !== "chat") return <EmailForm />;
  return (
    <div class="body">
      <p class="greeting">{widget.greeting}</p>
      <QuestionField />
      <Suggested />
      <h3 id="kanal-ways" class="small-heading">
        {t("ways")}
      </h3>
      <ul class="ways" aria-labelledby="kanal-ways">
        {ways.map((entry) => (
          <Way key={entry.channel} entry={entry} />
        ))}
      </ul>
      <PhoneCodeAsk />
    </div>
  );
}
