interface FieldProps {
  id: string;
  label: string;
  value: string;
  wrong?: string;
  kind: "text" | "email" | "name";
  first?: boolean;
  onValue: (value: string) => void;
}

export function Field({ id, label, value, wrong, kind, first, onValue }: FieldProps) {
  const shared = {
    id,
    value,
    "data-first": first,
    "aria-invalid": wrong !== undefined,
    "aria-describedby": wrong ? `${id}-wrong` : undefined,
    onInput: (event: Event) => onValue((event.currentTarget as HTMLInputElement).value),
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {kind === "text" && <textarea {...shared} rows={4} />}
      {kind === "email" && <input {...shared} type="email" autoComplete="email" />}
      {kind === "name" && <input {...shared} type="text" autoComplete="name" />}
      {wrong && (
        <p class="wrong" id={`${id}-wrong`}>
          {wrong}
        </p>
      )}
    </div>
  );
}
