import { useWidget } from "../context";
import { Icon, iconOf } from "./icon";

/** What may answer the question already. It stands below the field and keeps its place while one types on. */
export function Suggested() {
  const widget = useWidget();
  const { t, state } = widget;
  const { articles, places } = state.found;
  return (
    <>
      <p class="hidden-label" role="status">
        {articles.length > 0 && t.count("answersFound", articles.length)}
      </p>
      {articles.length > 0 && (
        <section class="suggested" style={{ "--places": places }} aria-labelledby="kanal-answers">
          <h3 id="kanal-answers" class="small-heading">
            {t("answersTitle")}
          </h3>
          <ul>
            {articles.map(({ id, kind, title, excerpt }) => (
              <li key={id}>
                <button type="button" class="answer" data-article={id} onClick={() => widget.read(id)}>
                  <Icon name={iconOf(kind)} />
                  <span class="answer-text">
                    <span class="answer-title">{title}</span>
                    {excerpt && <span class="muted">{excerpt}</span>}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
