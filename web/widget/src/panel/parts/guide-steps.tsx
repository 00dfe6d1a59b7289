import type { PublicArticle } from "../../contract";
import { useWidget } from "../context";
import { Prose } from "./prose";

/** One step at a time; what is done is behind, what comes is a number. */
export function GuideSteps({ steps }: { steps: PublicArticle["steps"] }) {
  const { t, state, answers, host } = useWidget();
  const at = Math.min(state.reading?.step ?? 0, steps.length - 1);
  const step = steps[at];
  if (!step) return null;

  function turn(to: number) {
    answers.turnTo(to);
    requestAnimationFrame(() => host.root.querySelector<HTMLElement>("#kanal-step")?.focus());
  }

  return (
    <section class="guide">
      <p class="muted hint">{t("stepOf", { n: at + 1, count: steps.length })}</p>
      <progress class="way-done" value={at + 1} max={steps.length} aria-hidden="true" />
      <h4 id="kanal-step" tabIndex={-1}>
        {step.title}
      </h4>
      <Prose html={step.html} />
      <div class="call-foot">
        <button type="button" class="primary" disabled={at === steps.length - 1} onClick={() => turn(at + 1)}>
          {t("stepNext")}
        </button>
        {at > 0 && (
          <button type="button" class="quiet" onClick={() => turn(at - 1)}>
            {t("stepBack")}
          </button>
        )}
      </div>
    </section>
  );
}
