// The pages speak the browser's language: here German, from the language of the surroundings as well as by switch.
import { join } from "node:path";
import { expect, launch, test } from "./fixtures.ts";
import { inLanguage } from "./in-language.ts";

test.use({
  context: async ({ folder, build }, use) => {
    const context = await inLanguage("de", (args) => launch(join(folder, "profile"), build, args));
    await use(context);
    await context.close();
  },
});

test("a German browser shows the pages in German, and says so to screen readers", async ({ person }) => {
  const page = await person.section("tools");
  await expect(page.locator("html")).toHaveAttribute("lang", /^de/);
  await expect(page.getByRole("complementary").getByText("Nichts wird erfasst")).toBeVisible();
  await expect(page).toHaveTitle("Werkzeuge - Tooltrail");
  await page.getByRole("link", { name: "Hinweis lesen" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Darf Tooltrail erfassen, wie Sie arbeiten?",
  );
  await expect(page.getByRole("switch", { name: "Tipprhythmus" })).not.toBeChecked();
});
