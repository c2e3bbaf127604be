// The words of the store page. Each must be true of the packages that are built today.

export const installSteps = [
  {
    browser: "Chrome, Edge or Chromium",
    steps: [
      "Download the package and unzip it into a folder that stays there.",
      "Open chrome://extensions (in Edge: edge://extensions) and switch on Developer mode.",
      "Choose Load unpacked and take that folder.",
      "The notice opens. Nothing is recorded until you have answered it.",
    ],
  },
  {
    browser: "Firefox",
    steps: [
      "Download the package.",
      "Open about:debugging and choose This Firefox.",
      "Choose Load Temporary Add-on and take the downloaded file.",
      "The notice opens. Firefox forgets the extension when it is closed, until packages are signed.",
    ],
  },
] as const;

/** The manifest's permissions, each with its reason. */
export const permissions = [
  ["Websites", "None when you install. Each tool is asked for by name, by the browser, when you add it."],
  ["Storage", "Keeps your record in this browser profile, where you can see, export and erase it."],
  ["Alarms", "Wakes up to ship and to resume on time."],
  ["Scripts", "Runs the recorder in the tools you agreed to, and in no other page."],
  ["Private windows", "Not available, by construction."],
] as const;

/** Lane, title, text: the same three lanes as everywhere in the product. */
export const leaves = [
  [
    "never",
    "Never recorded",
    "What you type, paste or read. Passwords, codes and card numbers. Any site that is not on your list.",
  ],
  ["here", "Stays here", "Your steps with times and typing rhythm, for your eyes."],
  [
    "leaves",
    "Leaves",
    "Which published buttons, fields and pages, in which order, how long a field's text is in seven classes, and the week. No name, no times, and only after your review.",
  ],
] as const;
