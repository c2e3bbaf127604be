// Every kind of step that a shipment may hold is driven, or named with the reason: seen by what the page hears.
import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { canonicalText } from "../schemas/canonical.ts";
import { epochOf } from "../schemas/epoch.ts";
import { pack } from "../schemas/pack.ts";
import { type Shipment, shipmentSchema } from "../schemas/shipment.ts";
import { expect, test } from "./fixtures.ts";

const page = `<!doctype html><title>Replay</title><body style="height:3000px">
<button>a</button><input type="text"><input type="checkbox"><select><option>x<option>y</select>
<input type="date"><form onsubmit="return false"><button>send</button></form><textarea></textarea>
<div draggable="true" style="width:80px;height:30px">from</div><p style="width:300px;height:90px">onto</p>
<script>
const tell = (text) => fetch("/heard", { method: "POST", body: text });
const hear = (type, say) => addEventListener(type, (event) => tell(type + " " + event.target.localName + say(event)), true);
hear("click", (event) => " " + event.detail);
hear("contextmenu", () => "");
hear("input", ({ target }) => " " + (target.value ?? "").length);
hear("change", ({ target }) => target.type === "checkbox" ? " " + target.checked : "");
hear("submit", () => "");
hear("drop", () => "");
addEventListener("dragover", (event) => event.preventDefault());
hear("keydown", ({ key, ctrlKey, metaKey }) => " " + (ctrlKey || metaKey) + " " + key);
</script>`;

type Target = NonNullable<Shipment["steps"][number]["target"]>;
const on = (
  role: Target["role"],
  tag: "button" | "input" | "select" | "textarea" | "div" | "p" | "form",
  nth = 0,
): Target => ({
  role,
  name: null,
  path: [
    { tag: "body", nth: 0 },
    { tag, nth },
  ],
  selectors: [{ by: "ordinal", role, tag, nth, within: null }],
  state: [],
  terms: [],
});
const common = { tool: 0, route: null, effect: "changed" as const };
const steps: Shipment["steps"] = [
  { ...common, kind: "click", target: on("button", "button"), button: "context", count: 1 },
  { ...common, kind: "click", target: on("button", "button"), button: "main", count: 2 },
  { ...common, kind: "typing", target: on("textbox", "input"), length: 2 },
  { ...common, kind: "choose", target: on("checkbox", "input", 1), control: "checkbox", option: null },
  { ...common, kind: "choose", target: on("combobox", "select"), control: "select", option: null },
  { ...common, kind: "choose", target: on("generic", "input", 2), control: "date", option: null },
  { ...common, kind: "submit", target: on("form", "form") },
  { ...common, kind: "shortcut", command: "save" },
  { ...common, kind: "drag", target: on("generic", "div"), onto: on("paragraph", "p"), how: "native" },
  { ...common, kind: "shortcut", command: "other" },
  { ...common, kind: "click", target: on("button", "button", 9), button: "main", count: 1 },
];

test("all kinds are driven, or it is said why not", async ({ collector }) => {
  test.setTimeout(120_000);
  const heard: string[] = [];
  const server = createServer(async (request, response) => {
    if (request.method === "POST") for await (const text of request) heard.push(String(text));
    response.setHeader("content-type", "text/html").end(request.method === "POST" ? "" : page);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const shipment = shipmentSchema.parse({
    format: "tooltrail/1",
    id: randomBytes(16).toString("base64url"),
    week: epochOf(Date.now()),
    eraseTag: randomBytes(32).toString("base64url"),
    notice: 1,
    tools: [{ tool: null, vocabulary: null }],
    steps,
    outlines: [],
  });
  const answer = await fetch(`http://127.0.0.1:${collector.port}/v1/shipments`, {
    method: "POST",
    body: new Uint8Array(gzipSync(canonicalText(pack(shipment)))),
    headers: { "content-type": "application/octet-stream" },
  });
  expect(answer.status).toBe(200);

  const main = ["collector/dataset/main.ts", "replay", "--from", collector.file];
  const ran = await promisify(execFile)(process.execPath, [
    ...main,
    "--at",
    `http://127.0.0.1:${port}/`,
  ]).catch((failed: { stdout: string; code: number }) => failed);
  server.close();
  const lines = ran.stdout.split("\n");
  // Something was not driven.
  expect(ran).toHaveProperty("code", 1);
  for (const line of lines.slice(0, 9)) expect(line).toMatch(/: driven/);
  expect(lines.slice(9, 11)).toEqual([
    expect.stringMatching(/shortcut: not replayed; .*no keys/),
    expect.stringMatching(/click button: not found/),
  ]);
  expect(heard).toEqual(
    expect.arrayContaining([
      "contextmenu button",
      "click button 2",
      "input input 6",
      "change input true",
      "change select",
      "input input 10",
      "submit form",
      "drop p",
      expect.stringMatching(/^keydown \w+ true s$/),
    ]),
  );
});
