// `collector issue`: wiring only.
import { epochOf } from "../../schemas/epoch.ts";
import type { Configuration } from "../configuration.ts";
import { bearersFileSchema, readIssuerKeys, readJsonFile } from "../keys/key-files.ts";
import { listen } from "../listen.ts";
import { createIssuer } from "./app.ts";
import { type Attester, openIdAttester, staticAttester } from "./attester.ts";
import { openBudget } from "./budget.ts";

const hour = 3_600_000;

function attesterOf({ bearers, signOn, audience, jwks }: Configuration<"issue">): Attester {
  if (bearers !== undefined && signOn === undefined) {
    console.log("Demonstration: who may have tokens is a list of bearers. Give --sign-on for the company's.");
    return staticAttester(readJsonFile(bearersFileSchema, bearers).bearers);
  }
  if (bearers === undefined && signOn && audience && jwks)
    return openIdAttester({ issuer: signOn, audience, jwks });
  throw new Error("it needs either --bearers, or --sign-on with --audience and --jwks");
}

/** Starts the issuer. Throws when it cannot start. */
export function startIssuer(configuration: Configuration<"issue">): void {
  const attester = attesterOf(configuration);
  const keys = readIssuerKeys(configuration.keys);
  const budget = openBudget(configuration.file, configuration.budget);
  // Whether or not anybody asks: with the week its counts and their key are destroyed.
  const forget = () => budget.forgetBefore(epochOf(Date.now()));
  forget();
  setInterval(forget, hour).unref();
  const app = createIssuer({ keys, attester, budget, report: (line) => console.error(line) });
  listen({
    ...configuration,
    name: "Issuer",
    app,
    farewell: "every count is stored.",
    close: () => budget.close(),
  });
}
