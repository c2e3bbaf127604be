// What an act did, as far as the browser itself can tell; without outlines.
import { expect, test } from "./fixtures.ts";
import { isHeard } from "./is-heard.ts";
import { startSite } from "./site.ts";

test("a click that a form holds back says invalid, and what an act opens or says is its effect", async ({
  person,
}) => {
  const form = `<!doctype html><title>x</title><body><form action="/done"><input id="needed" required>
    <button id="send">Send</button></form>
    <button id="open" onclick="document.querySelector('dialog').show()">Open</button><dialog><button id="close"
    onclick="document.querySelector('dialog').close()">Close</button></dialog>
    <button id="say" onclick="document.querySelector('[role=status]').textContent='done'">Say</button><p role="status"></p>
    <button id="idle">Idle</button></body>`;
  const site = await startSite({ "/form": form });
  try {
    await person.agrees(["Clicks"]);
    await person.adds(site.url);
    const page = await person.context.newPage();
    await page.goto(`${site.url}form`);
    await isHeard(page, person);
    const effects = async () => (await person.steps()).map(({ effect }) => effect);
    const ids = ["send", "open", "close", "say", "idle"];
    for (const [n, id] of ids.entries()) {
      await page.locator(`#${id}`).click();
      await expect.poll(async () => (await effects()).length).toBe(n + 1);
    }
    expect(await effects()).toEqual(["invalid", "opened", "closed", "alert", "nothing"]);
  } finally {
    await site.close();
  }
});
