import { expect, type Page } from "@playwright/test";

/** What a visitor does on a page with the widget. */
export class Visitor {
  constructor(readonly page: Page) {}

  get panel() {
    return this.page.getByRole("dialog", { name: "Contact us" });
  }

  get conversation() {
    return this.panel.getByRole("log", { name: "The conversation" });
  }

  get launcher() {
    return this.page.getByRole("button", { name: /Chat|Write to us/ });
  }

  async open() {
    await this.launcher.click();
    await expect(this.panel).toBeVisible();
  }

  /** After a change of page: the panel opens by itself if it was open, or else by the launcher. */
  async isBack() {
    await expect(async () => {
      if (await this.launcher.isVisible()) await this.launcher.click({ timeout: 500 });
      await expect(this.panel).toBeVisible({ timeout: 1_000 });
    }).toPass();
  }

  async ask(question: string) {
    await this.panel.getByLabel("Your question").fill(question);
    await this.panel.getByRole("button", { name: "Send" }).click();
    await this.sees(question);
  }

  async write(text: string) {
    await this.panel.getByLabel("Write a message…").fill(text);
    await this.panel.getByRole("button", { name: "Send" }).click();
    await this.sees(text);
  }

  async sees(text: string) {
    await expect(this.conversation.getByText(text, { exact: true })).toHaveCount(1);
  }

  /** The messages as they stand, without times and marks. */
  async said(): Promise<string[]> {
    return this.conversation.locator(".bubble .words").allInnerTexts();
  }

  async rate(score: string) {
    // The radio itself is hidden behind its face.
    await this.panel.getByText(score, { exact: true }).first().click({ force: true });
    await expect(this.panel.getByRole("radio", { name: score, exact: true })).toBeChecked();
  }
}
