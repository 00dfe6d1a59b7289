import type { Entry } from "@kanal/api";

const prefix =
  /^\s*(?:re|sv|vs|aw|antw|odp|odpowiedź|pd|ynt|rif|fw|fwd|vb|wg|tr|rv|i|fs)\s*(?:\[\d+\]|\(\d+\))?\s*:\s*/iu;

/** What stands behind all "Re:" and "SV:". */
export function bareSubject(subject: string): string {
  let bare = subject.trim();
  for (let before = ""; bare !== before; ) {
    before = bare;
    bare = bare.replace(prefix, "");
  }
  return bare;
}

/** The entries above whose letter the subject stands: the first letter, and each that changes it. */
export function subjectChanges(entries: Entry[]): Set<string> {
  const changes = new Set<string>();
  let last: string | undefined;
  for (const { id, letter } of entries) {
    // What a machine answers has a subject of its own making.
    if (!letter || letter.flags.autoReply || letter.flags.bounce) continue;
    const subject = bareSubject(letter.subject).toLocaleLowerCase();
    if (subject !== last && letter.subject.trim() !== "") changes.add(id);
    last = subject;
  }
  return changes;
}
