import type { FormCard } from "@kanal/api";
import { IconForms } from "@tabler/icons-react";
import classes from "./Show.module.css";

/** A form as it came back. */
export function FormCardView({ form }: { form: FormCard }) {
  return (
    <div className={classes.card} lang={form.language}>
      <span className={classes.title}>
        <IconForms size={18} aria-hidden />
        {form.title}
      </span>
      <table className={classes.values}>
        <tbody>
          {form.values.map(({ key, label, text }) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              <td>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
