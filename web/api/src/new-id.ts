/**
 * Begins with the time, so that the server keeps what is written together side by side.
 * Not crypto.randomUUID: pages still on plain http do not have it.
 */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  const chance = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return Date.now().toString(16).padStart(12, "0") + chance;
}
