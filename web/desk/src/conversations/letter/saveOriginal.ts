import { type Letter, ProblemError } from "@kanal/api";
import { deskHeaders } from "../../server/headers";
import { saveAs } from "../stream/files";

/** The letter as it came, for a mail program. */
export const saveOriginal = (conversation: string, letter: Letter) =>
  saveOriginalAt(`/api/v1/conversations/${conversation}/letters/${letter.id}/original`, letter.subject);

export async function saveOriginalAt(address: string, subject: string) {
  const response = await fetch(address, { headers: deskHeaders() }).catch(() => undefined);
  if (!response?.ok) throw new ProblemError(response?.status ?? 0);
  saveAs(await response.blob(), `${subject.replace(/[\\/:*?"<>|]+/g, " ").trim() || "letter"}.eml`);
}
