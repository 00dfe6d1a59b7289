import { expect, type Page } from "@playwright/test";
import type { Installation } from "./installation";

/** What an agent does at the desk. */
export class Agent {
  constructor(
    readonly page: Page,
    private readonly at: Installation,
  ) {}

  get offers() {
    return this.page.getByRole("region", { name: "Conversations offered to you" });
  }

  get conversation() {
    return this.page.getByRole("region", { name: "The conversation" });
  }

  async signIn() {
    await this.page.goto(`${this.at.kanal.url}/desk/`);
    await this.page.getByRole("textbox", { name: "Email" }).fill(this.at.email);
    await this.page.getByRole("textbox", { name: "Password" }).fill(this.at.password);
    await this.page.getByRole("button", { name: "Sign in" }).click();
    await expect(this.page.getByRole("button", { name: /Your presence/ })).toBeVisible();
  }

  async becomeAvailable() {
    const presence = this.page.getByRole("button", { name: /Your presence/ });
    if (/Available/.test((await presence.getAttribute("aria-label")) ?? "")) return;
    await presence.click();
    await this.page.getByRole("menuitem", { name: /^Available/ }).click();
    await expect(
      this.page.getByRole("button", { name: "Your presence: Available. Change it" }),
    ).toBeVisible();
  }

  async accept(question: string) {
    await expect(this.offers.getByText(question)).toBeVisible();
    await this.offers.getByRole("button", { name: "Accept" }).click();
    await this.sees(question);
  }

  async reply(text: string) {
    const field = this.page.getByRole("textbox", { name: "Reply" });
    await field.fill(text);
    await field.press("Enter");
    await this.sees(text);
  }

  async sees(text: string) {
    await expect(this.conversation.getByText(text, { exact: true })).toHaveCount(1);
  }

  async wrapUp(outcome: string) {
    await this.page.getByRole("button", { name: "Wrap up" }).click();
    const dialog = this.page.getByRole("dialog", { name: "Wrap up" });
    await dialog.getByText(outcome, { exact: true }).click();
    await dialog.getByRole("button", { name: /Close the conversation/ }).click();
    await expect(dialog).toBeHidden();
  }
}
