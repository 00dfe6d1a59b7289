import { type Letter, ProblemError } from "@kanal/api";
import { deskHeaders } from "../../server/headers";
import { saveAs } from "../stream/files";

/** The letter as it came, for a mail program. */
export async function saveOriginal(conversation: string, letter: Letter) {
  const address = `/api/v1/conversations/${conversation}/letters/${letter.id}/original`;
  const response = await fetch(address, { headers: deskHeaders() }).catch(() => undefined);
  if (!response?.ok) throw new ProblemError(response?.status ?? 0);
  saveAs(await response.blob(), `${letter.subject.replace(/[\\/:*?"<>|]+/g, " ").trim() || "letter"}.eml`);
}
