/** Fills {{customer.name}} and its like; what is not known is left out with the space before it. */
export function fillIn(text: string, values: Record<string, string | null | undefined>): string {
  return text.replace(/( ?)\{\{\s*([\w.]+)\s*\}\}/g, (_, space: string, name: string) =>
    values[name] ? space + values[name] : "",
  );
}
