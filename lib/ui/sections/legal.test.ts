import { expect, test } from "vitest";
import { additionFor } from "./legal.tsx";

test("a company's paragraph comes in the person's language, else in English, else in the one there is", () => {
  const notice = { en: "Ask Maja.", de: "Fragen Sie Maja." };
  expect(additionFor({ notice }, "de-AT")).toBe("Fragen Sie Maja.");
  expect(additionFor({ notice }, "ja")).toBe("Ask Maja.");
  expect(additionFor({ notice: { de: notice.de } }, "fr")).toBe("Fragen Sie Maja.");
  expect(additionFor({}, "en-GB")).toBeUndefined();
});
