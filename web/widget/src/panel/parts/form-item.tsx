import type { FormCard } from "../../contract";

/** A form as it was sent. */
export function FormItem({ form }: { form: FormCard }) {
  return (
    <div class="words">
      <p class="strong">{form.title}</p>
      <dl>
        {form.values.map(({ key, label, text }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
