/** A part that is fetched once it is needed, and again if that went wrong. */
export class Part<Module, Made> {
  failures = 0;
  private making: Promise<Made> | undefined;

  constructor(
    private readonly url: string,
    private readonly make: (module: Module) => Made | Promise<Made>,
  ) {}

  load(): Promise<Made> {
    this.making ??= this.fetch().catch((error) => {
      this.making = undefined;
      this.failures++;
      throw error;
    });
    return this.making;
  }

  /** Where it is there already. */
  now(): Promise<Made | undefined> {
    return this.making?.catch(() => undefined) ?? Promise.resolve(undefined);
  }

  private async fetch(): Promise<Made> {
    // A browser may remember a failed import by its address.
    const again = this.failures > 0 ? `?${this.failures}` : "";
    const made = await this.make((await import(/* @vite-ignore */ this.url + again)) as Module);
    this.failures = 0;
    return made;
  }
}
