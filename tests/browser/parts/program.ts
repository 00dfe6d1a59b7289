import { resolve } from "node:path";

/** The built program. */
export const program = resolve(import.meta.dirname, "../../../artifacts/kanal/kanal");

export const environment = {
  ...process.env,
  // A server that lives for seconds gains nothing from compiling what is used often a second time.
  DOTNET_TC_CallCounting: "0",
  DOTNET_TieredPGO: "0",
};
