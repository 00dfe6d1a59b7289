import type { KnownConversation } from "../../memory/remembered";
import { call, request } from "../call";
import { Problem } from "../problem";

/** The public API of the conversation under way. */
export class Line {
  private told = Promise.resolve();

  constructor(
    private readonly base: string,
    private readonly known: () => KnownConversation | undefined,
  ) {}

  get token(): string {
    return this.conversation.token;
  }

  url(path?: string): string {
    return `${this.base}public/v1/conversations/${this.conversation.id}${path ? `/${path}` : ""}`;
  }

  read<T>(path?: string): Promise<T> {
    return call<T>(this.url(path), { token: this.token });
  }

  async bytes(path: string): Promise<Blob> {
    return (await request(this.url(path), { token: this.token })).blob();
  }

  post<T>(path: string, body: unknown): Promise<T> {
    return call<T>(this.url(path), { token: this.token, body });
  }

  /** What is answered with nothing but "done". With keepalive it survives the page. */
  async ask(path: string, body: unknown, keepalive = false): Promise<void> {
    await request(this.url(path), { token: this.token, body, keepalive });
  }

  /**
   * For the server's information; if it does not arrive, nothing is lost. One after another: of two that are under way at once,
   * the older one may come last and be believed.
   */
  tell(path: string, body: unknown): void {
    const about = this.known();
    if (about)
      this.told = this.told
        .then(() => (this.known()?.id === about.id ? this.ask(path, body) : undefined))
        .catch(() => undefined);
  }

  private get conversation(): KnownConversation {
    const known = this.known();
    if (!known) throw new Problem(404);
    return known;
  }
}
