// The words of the store page. Each must be true of the packages that are published.

export interface Way {
  browser: string;
  /** What happens where the company's policy is in force. */
  managed: string;
  /** What a person does, and sees, in a browser that is not managed. */
  steps: readonly string[];
}

export const ways: readonly Way[] = [
  {
    browser: "Chrome and Edge",
    managed:
      "Installed by the company's policy within minutes; nothing to do. Where the policy only allows it, open this page and take the package.",
    steps: [
      "On Windows and macOS these browsers refuse every package that is not from their own web store: \u201cCRX_REQUIRED_PROOF_MISSING\u201d, or they switch it off. That is meant so.",
      "Ask for the policy, or use Firefox or Chromium.",
    ],
  },
  {
    browser: "Chromium on Linux",
    managed: "Installed by the company's policy within minutes; nothing to do.",
    steps: [
      "Open chrome://extensions and switch on Developer mode.",
      "Download the package and drag it onto that page. The browser says what it may do and asks.",
      "The notice opens. Nothing is recorded until you have answered it.",
    ],
  },
  {
    browser: "Firefox",
    managed: "Installed by the company's policy at the next start; nothing to do.",
    steps: [
      "Take the package by the button above. Firefox asks whether this site may install, then names what it may do.",
      "If it says that the add-on is not verified, your company has not had this version signed by Mozilla. Only Firefox ESR and Developer Edition can be told to take it all the same.",
      "The notice opens. Nothing is recorded until you have answered it.",
    ],
  },
];

/** Title, what for; the same as the manifest asks for, and no more. */
export const mayDo = (grantHosts: boolean): readonly (readonly [string, string])[] => [
  [
    "Websites",
    grantHosts
      ? "The company's listed tools, so that the browser does not ask again. Nothing is recorded there before you agree."
      : "None when you install. Each tool is asked for by name, by the browser, when you add it.",
  ],
  ["Storage", "Keeps your record in this browser profile, where you can see, export and erase it."],
  ["Alarms", "Wakes up to ship, to expire and to resume on time."],
  ["Scripts", "Runs the recorder in the tools you agreed to, and in no other page."],
  ["Private windows", "Not available, by construction."],
];

/** Lane, title, text: the same three lanes as everywhere in the product. */
export const lanes = (days: number, hours: number) =>
  [
    [
      "never",
      "Never recorded",
      "What you type, paste or read. Passwords, codes and card numbers. Any site that is not on your list.",
    ],
    ["here", "Stays here", `Your steps with times and typing rhythm, ${days} days, for your eyes.`],
    [
      "leaves",
      "Leaves",
      `Which published buttons, fields and pages, in which order, how long a field's text is in seven classes, and the week. No name, no times, and only after ${hours} hours in which you may delete it. Once a week a report with the version, the browser's family and one class of error.`,
    ],
  ] as const;

/** Three acts, in the order in which a person meets them. */
export const acts = [
  ["Answer the notice", "One page, every switch off, three equal buttons."],
  ["Choose the tools", "By address, from the tab, or from the list. Nowhere else."],
  ["See, export, erase", "What is stored beside what would leave."],
] as const;

export const stoppedText = (company: string) =>
  `${company} stops recording for everybody. In each browser it ends within a minute of the company's word reaching it.`;
