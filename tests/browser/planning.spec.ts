import { DeskApi } from "./parts/desk-api";
import { serious } from "./parts/serious";
import { expect, test } from "./parts/test";

const half = 1_800_000;

/** Five weeks in which somebody came each half hour, as it was counted before. */
function weeksBefore(now: number) {
  const last = Math.floor(now / half) * half - 24 * 3_600_000;
  return [
    "time,offered,answered,abandoned",
    ...Array.from({ length: 35 * 48 }, (_, back) => {
      const at = new Date(last - back * half);
      const offered = at.getUTCHours() >= 8 && at.getUTCHours() < 17 ? 6 + (back % 5) : 1;
      return `${at.toISOString()},${offered},${offered},0`;
    }),
  ].join("\n");
}

test("A supervisor plans a day with the keyboard and the mouse, sees what it fills, and asks what one person more would do", async ({
  at,
  agent,
}) => {
  const { page } = agent;
  const shownDate = () => page.getByLabel("Date", { exact: true }).inputValue();
  const api = new DeskApi(page, at.kanal.url);
  const [site] = (await api.get("/sites")).data;
  const lines = (await api.get(`/planning/lines?site=${site.id}`)).data as {
    queue: string;
    channel: string;
  }[];
  const chat = lines.find(({ channel }) => channel === "chat") ?? lines[0];
  await api.post("/planning/history", {
    site: site.id,
    queue: chat?.queue,
    channel: chat?.channel,
    csv: weeksBefore(Date.now()),
  });

  await test.step("What is expected stands there as pictures and as a table", async () => {
    await page.goto(`${at.kanal.url}/desk/planning`);
    const contacts = page.getByRole("img", { name: /^Chart of contacts by half hour/ });
    await expect(contacts).toBeVisible();
    expect.soft(await serious(page), "plan").toEqual([]);
    await page.getByText("Table", { exact: true }).click();
    await expect(page.getByRole("columnheader", { name: "To be planned" })).toBeVisible();
    expect.soft(await serious(page), "table").toEqual([]);
  });

  const shift = page.getByRole("button", { name: /^Mette: shift/ });
  const times = (said: string) => expect(shift).toHaveAttribute("aria-label", `Mette: shift ${said}`);

  await test.step("A shift is made, moved and made longer with the keyboard alone", async () => {
    await page.getByRole("link", { name: "Shifts" }).click();
    await page.getByRole("button", { name: "Add a shift for Mette" }).press("Enter");
    await page
      .getByRole("dialog", { name: "New shift for Mette" })
      .getByRole("button", { name: "Save" })
      .press("Enter");
    await times("08:00–16:00, break 12:00–12:30");
    await shift.press("ArrowRight");
    await shift.press("ArrowRight");
    await shift.press("Shift+ArrowRight");
    await times("08:30–16:45, break 12:30–13:00");
    await expect(page.getByRole("status").filter({ hasText: "08:30–16:45" })).toBeAttached();
    await page.getByRole("button", { name: /^Mette: break/ }).press("Delete");
    await times("08:30–16:45");
    expect.soft(await serious(page), "shifts").toEqual([]);
  });

  await test.step("The mouse makes it longer, and it is taken back", async () => {
    const box = await shift.boundingBox();
    if (!box) throw new Error("The shift is not in sight");
    const anHour = box.width / 8.25;
    const longer = page.waitForResponse((answer) => answer.request().postData()?.includes("17:45") ?? false);
    await page.mouse.move(box.x + box.width - 3, box.y + 12);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width - 3 + anHour, box.y + 12, { steps: 4 });
    await page.mouse.up();
    await times("08:30–17:45");
    await page.getByRole("button", { name: "Undo" }).click();
    await times("08:30–16:45");
    // So it stood on the server before the mouse came, too.
    await longer;
    await expect
      .poll(async () => {
        const today = (await api.get(
          `/planning/shifts?site=${site.id}&from=${await shownDate()}&days=1`,
        )) as {
          agents: { days: { shifts: { from: string; to: string }[] }[] }[];
        };
        return today.agents[0]?.days[0]?.shifts[0];
      })
      .toMatchObject({ from: "08:30", to: "16:45" });
  });

  await test.step("Somebody else's change is told and not written over", async () => {
    const [me] = (await api.get("/agents")).data;
    await api.put("/planning/shifts", {
      site: site.id,
      agent: me.id,
      date: await shownDate(),
      shifts: [{ from: "06:00", to: "14:00", breaks: [] }],
    });
    await shift.press("ArrowRight");
    await expect(page.getByRole("alert").filter({ hasText: "meanwhile" })).toBeVisible();
    await times("06:00–14:00");
  });

  await test.step("The week, the factor and the advice are there", async () => {
    await page.getByText("Week", { exact: true }).click();
    await expect(page.getByRole("table")).toContainText("06:00–14:00");
    expect.soft(await serious(page), "week").toEqual([]);
    for (const name of ["Team's factor", "Advice"]) {
      await page.getByRole("link", { name }).click();
      await expect(page.getByRole("main").getByRole("heading").first()).toBeVisible();
      await expect(page.getByLabel("Loading")).toHaveCount(0);
      expect.soft(await serious(page), name).toEqual([]);
    }
  });

  await test.step("One person more stands beside how it is", async () => {
    await page.getByRole("link", { name: "What if" }).click();
    const planned = page.getByRole("row", { name: /^Hours planned/ }).getByRole("cell");
    const now = await planned.first().textContent();
    await expect(planned.last()).toHaveText(now ?? "");
    await page.getByRole("slider", { name: "People more or fewer" }).press("ArrowRight");
    await expect(planned.last()).not.toHaveText(now ?? "");
    expect.soft(await serious(page), "what-if").toEqual([]);
  });
});
