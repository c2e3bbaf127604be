// The promises of the threat model, in their order: where each is tested, and which are kept only in part so far.
export const promises = [
  { name: "asked", tests: ["e2e/nothing-before-consent.spec.ts", "lib/consent/covered.test.ts"] },
  { name: "elsewhere", tests: ["e2e/nothing-off-scope.spec.ts", "e2e/every-frame.spec.ts"] },
  { name: "content", tests: ["e2e/no-string-of-the-page.spec.ts", "e2e/never-what-was-typed.spec.ts"] },
  { name: "secrets", tests: ["lib/recorders/typing/secrets.test.ts", "e2e/choices-and-forms.spec.ts"] },
  { name: "preview", tests: ["e2e/the-preview-is-what-leaves.spec.ts"] },
  { name: "manner", tests: ["lib/anonymize/anonymize.test.ts", "bench/reid.ts"] },
  {
    name: "unlinked",
    tests: ["lib/shipping/linkage.test.ts", "e2e/sealed-and-paid-for.spec.ts"],
  },
  { name: "withdraw", tests: ["e2e/withdrawing-erases.spec.ts", "e2e/erasing-what-was-shipped.spec.ts"] },
  { name: "refuse", tests: ["e2e/nothing-before-consent.spec.ts"] },
  { name: "export", tests: ["e2e/the-export-is-what-is-stored.spec.ts"] },
  { name: "expire", tests: ["lib/pipeline/keep-state.test.ts", "collector/sqlite-store.test.ts"] },
  {
    name: "lost",
    tests: ["e2e/nothing-acknowledged-is-lost.spec.ts", "e2e/ships-after-offline-once.spec.ts"],
  },
  { name: "rank", tests: ["collector/step-reports/estimate.test.ts"], later: true },
  { name: "opened", tests: ["e2e/who-opened-it-is-shown.spec.ts"] },
  {
    name: "stop",
    tests: ["lib/pipeline/follow-policy.test.ts", "lib/pipeline/follow-stop.test.ts"],
  },
] as const satisfies { name: string; tests: readonly string[]; later?: true }[];
