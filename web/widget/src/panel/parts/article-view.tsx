import { useWidget } from "../context";
import { FormView } from "./form-view";
import { GuideSteps } from "./guide-steps";
import { Helped } from "./helped";
import { Prose } from "./prose";

/** An article, guide or form, in the panel. */
export function ArticleView() {
  const { t, state } = useWidget();
  const { article } = state.reading ?? {};
  if (!article)
    return (
      <p class="body intro" role="status">
        {t("loading")}
      </p>
    );
  return (
    <article class="body" lang={article.language} aria-labelledby="kanal-article">
      <h3 id="kanal-article" class="greeting" tabIndex={-1} data-first>
        {article.title}
      </h3>
      <Prose html={article.html} />
      {article.kind === "guide" && <GuideSteps steps={article.steps} />}
      {article.kind === "form" ? <FormView article={article} shown={state.reading?.shown} /> : <Helped />}
    </article>
  );
}
