import type { Definition } from "../definition/definition";

/** Hands the strategy over as a file, which can be brought in again here or elsewhere. */
export function exportFile(definition: Definition, site: string) {
  const blob = new Blob([`${JSON.stringify(definition, null, 2)}\n`], { type: "application/json" });
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = `strategy-${site}.json`;
  link.click();
  URL.revokeObjectURL(address);
}
