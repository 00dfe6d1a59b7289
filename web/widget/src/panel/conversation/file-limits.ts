import type { Limits } from "../../contract";
import type { Texts } from "../texts";

const accepts = (pattern: string, type: string) =>
  pattern.endsWith("/*") ? type.startsWith(pattern.slice(0, -1)) : pattern === type;

/** A sentence when the file may not be sent, nothing when it may. */
export function refusal(file: { name: string; type: string; size: number }, limits: Limits, t: Texts) {
  if (limits.fileTypes.length > 0 && !limits.fileTypes.some((type) => accepts(type, file.type)))
    return t("fileType", { name: file.name });
  if (file.size > limits.fileSize)
    return t("fileTooLarge", { name: file.name, size: fileSize(limits.fileSize, t.language) });
  return undefined;
}

export function fileSize(bytes: number, language: string): string {
  const [unit, value] = bytes < 1_000_000 ? ["kilobyte", bytes / 1024] : ["megabyte", bytes / 1024 ** 2];
  const number = Math.max(1, Math.round(value as number));
  const form = { style: "unit", unit: unit as string, unitDisplay: "short" } as const;
  return new Intl.NumberFormat(language, form).format(number);
}
