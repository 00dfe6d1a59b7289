/** One immutable state, changed by handlers, drawn once after each burst of changes. */
export class Store<State> {
  private drawing: Promise<void> | undefined;

  constructor(
    private state: State,
    private readonly draw: () => void,
  ) {}

  get now(): State {
    return this.state;
  }

  change(part: Partial<State>): void {
    this.state = { ...this.state, ...part };
    this.drawing ??= Promise.resolve().then(() => {
      this.drawing = undefined;
      this.draw();
    });
  }

  /** After the drawing that is under way. */
  async drawn(): Promise<void> {
    await this.drawing;
  }
}
