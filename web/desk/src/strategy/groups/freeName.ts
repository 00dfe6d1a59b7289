/** "Group", and "Group 2" where there is one. */
export function freeName(name: string, taken: string[]): string {
  for (let number = 1; ; number++) {
    const next = number === 1 ? name : `${name} ${number}`;
    if (!taken.includes(next)) return next;
  }
}
