/**
 * Browsers allow few connections to one host. Visible tabs listen; of the hidden ones a single tab goes on,
 * so that a visitor who looks elsewhere while waiting is still there.
 */
export class ListeningTab {
  private holdsLock = false;

  constructor(name: string, onChange: () => void) {
    document.addEventListener("visibilitychange", () => setTimeout(onChange, document.hidden ? 20_000 : 0));
    if (!navigator.locks) this.holdsLock = true;
    else
      void navigator.locks.request(name, () => {
        this.holdsLock = true;
        onChange();
        return new Promise(() => {});
      });
  }

  get listens(): boolean {
    return this.holdsLock || !document.hidden;
  }
}
