interface FieldProps {
  id: string;
  label: string;
  value: string;
  wrong?: string;
  kind: "text" | "email" | "name" | "tel";
  hint?: string;
  first?: boolean;
  onValue: (value: string) => void;
}

export function Field({ id, label, value, wrong, kind, hint, first, onValue }: FieldProps) {
  const shared = {
    id,
    value,
    "data-first": first,
    "aria-invalid": wrong !== undefined,
    "aria-describedby": wrong ? `${id}-wrong` : hint ? `${id}-hint` : undefined,
    onInput: (event: Event) => onValue((event.currentTarget as HTMLInputElement).value),
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {kind === "text" && <textarea {...shared} rows={4} />}
      {kind === "email" && <input {...shared} type="email" autoComplete="email" />}
      {kind === "tel" && <input {...shared} type="tel" autoComplete="tel" />}
      {kind === "name" && <input {...shared} type="text" autoComplete="name" />}
      {hint && !wrong && (
        <p class="muted hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {wrong && (
        <p class="wrong" id={`${id}-wrong`}>
          {wrong}
        </p>
      )}
    </div>
  );
}
