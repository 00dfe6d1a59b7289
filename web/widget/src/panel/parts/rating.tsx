import { useState } from "preact/hooks";
import { useWidget } from "../context";
import { Face, type Score, scores } from "./face";

/** One click is a whole answer; words are a gift. */
export function Rating() {
  const { t, state, conversation } = useWidget();
  const [comment, setComment] = useState("");
  const [thanked, setThanked] = useState(false);
  const { rating } = state.talk;
  if (thanked) return <p class="line">{t("rated")}</p>;

  async function sendComment(event: Event) {
    event.preventDefault();
    if (rating && (await conversation.rate(rating, comment.trim() || undefined))) setThanked(true);
  }

  return (
    <form class="rating" onSubmit={sendComment}>
      <fieldset>
        <legend>{t("rate")}</legend>
        <div class="faces">
          {scores.map((score: Score) => (
            <label key={score} title={t(`score.${score}`)}>
              <input
                type="radio"
                name="kanal-score"
                checked={rating === score}
                onChange={() => void conversation.rate(score)}
              />
              <Face score={score} />
              <span class="hidden-label">{t(`score.${score}`)}</span>
            </label>
          ))}
        </div>
        <p class="score-word" aria-hidden="true">
          {rating ? t(`score.${rating as Score}`) : " "}
        </p>
      </fieldset>
      {rating && (
        <div class="composer-row">
          <label class="hidden-label" for="kanal-comment">
            {t("comment")}
          </label>
          <textarea
            id="kanal-comment"
            rows={1}
            value={comment}
            placeholder={t("comment")}
            onInput={(event) => setComment(event.currentTarget.value)}
          />
          <button type="submit" class="secondary">
            {t("rateSend")}
          </button>
        </div>
      )}
    </form>
  );
}
