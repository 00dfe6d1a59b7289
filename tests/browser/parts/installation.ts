import { Kanal } from "./kanal";
import type { Stage } from "./stage";

/** An installation with one site that never closes, made by the API that the first-run wizard uses. */
export class Installation {
  readonly site = "fjord";
  readonly email = "mette@example.com";
  readonly password = "En lang sætning er let at huske 7";
  readonly agentName = "Mette";

  private constructor(readonly kanal: Kanal) {}

  /** @param stage Where it is played; without one it has a process of its own. */
  static async start(engine: string, stage?: Stage): Promise<Installation> {
    const made = new Installation(
      await (stage ? Kanal.startOn(stage, engine) : Kanal.start(engine, "serve")),
    );
    const always = [{ from: "00:00", to: "24:00" }];
    const week = Object.fromEntries(
      ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"].map((day) => [
        day,
        always,
      ]),
    );
    const timeZone = "Europe/Copenhagen";
    const answer = await fetch(`${made.kanal.url}/api/v1/setup`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Kanal-Desk": "1" },
      body: JSON.stringify({
        organisation: "Fjordrejser",
        name: made.agentName,
        email: made.email,
        password: made.password,
        language: "en",
        site: {
          name: "Fjordrejser",
          key: made.site,
          timeZone,
          languages: ["en", "da", "pl", "ro"],
          origins: [],
        },
        hours: { timeZone, week, holidays: [], specialDays: [] },
      }),
    });
    if (!answer.ok) throw new Error(`The set-up was answered with ${answer.status}: ${await answer.text()}`);
    return made;
  }

  /** A bare page with the site's widget; pages differ by `page`, so that one can go from one to another. */
  visitorPage(page: string): string {
    return `${this.kanal.url}/test-visitor?site=${this.site}&lang=en&page=${page}`;
  }

  stop(): Promise<void> {
    return this.kanal.stop();
  }
}
