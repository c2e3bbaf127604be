// A person who types canaries into every kind of field of e2e/site.ts.
import type { Page } from "@playwright/test";
import { randomDigits, randomWord } from "./canary.ts";

/** Fields that a person may be seen to type in, without what they type. */
const open = ["#name", "#email", "#search", "#notes", "#rich", "#inside"];
/** Fields that leave no trace at all; the password field once more after its text was shown. */
const secret = ["#password", "#code", "#card", "#private"];

async function types(page: Page, field: string, word: string): Promise<void> {
  await page.locator(field).click();
  await page.keyboard.press("Control+a");
  await page.locator(field).pressSequentially(word);
}

/** Clicks and types into the fields that leave no trace. */
export async function typesSecrets(page: Page): Promise<string[]> {
  const canaries: string[] = [];
  for (const field of secret) {
    const word = field === "#code" || field === "#card" ? randomDigits() : randomWord();
    canaries.push(word);
    await types(page, field, word);
  }
  return canaries;
}

/** Shows the password as text and types into it again. */
export async function typesShownPassword(page: Page): Promise<string> {
  const word = randomWord();
  await page.getByRole("button", { name: "Show" }).click();
  await types(page, "#password", word);
  return word;
}

/** Types into every field, key by key, and once as a paste does, all at a time. */
export async function typesEverywhere(page: Page): Promise<string[]> {
  const canaries: string[] = [];
  for (const field of open) {
    const word = randomWord();
    canaries.push(word);
    await types(page, field, word);
  }
  const pasted = randomWord();
  await page.locator("#notes").click();
  await page.keyboard.insertText(pasted);
  return [...canaries, pasted, ...(await typesSecrets(page)), await typesShownPassword(page)];
}
