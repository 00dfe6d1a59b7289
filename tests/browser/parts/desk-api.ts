import type { Page } from "@playwright/test";

/** What an administrator sets up over the API, as the one who is signed in on a page. */
export class DeskApi {
  constructor(
    private readonly page: Page,
    private readonly url: string,
  ) {}

  get(path: string) {
    return this.ask("GET", path);
  }

  post(path: string, data: unknown) {
    return this.ask("POST", path, data);
  }

  put(path: string, data: unknown) {
    return this.ask("PUT", path, data);
  }

  private async ask(method: string, path: string, data?: unknown) {
    const answer = await this.page.request.fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: { "X-Kanal-Desk": "1" },
      ...(data === undefined ? {} : { data }),
    });
    if (!answer.ok())
      throw new Error(`${method} ${path} was answered with ${answer.status()}: ${await answer.text()}`);
    return answer.json();
  }
}
