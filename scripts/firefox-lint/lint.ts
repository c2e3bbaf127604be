// What `web-ext lint` says of a build for Firefox: Mozilla's own linter, with its schema of manifests.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const messageSchema = z.looseObject({
  code: z.string(),
  message: z.string(),
  description: z.string().nullish(),
  file: z.string().nullish(),
});
const foundSchema = z.looseObject({
  errors: z.array(messageSchema),
  warnings: z.array(messageSchema),
  notices: z.array(messageSchema),
});
export type Message = z.infer<typeof messageSchema>;

/** Warnings that may stand, each with its reason. A reason holds for one file, and for one place in it. */
const explained: readonly { code: string; file: RegExp; says: RegExp; reason: string }[] = [
  {
    code: "KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION",
    file: /^manifest\.json$/,
    says: /"browser_specific_settings\.gecko\.data_collection_permissions"/,
    reason: "Not offered for Firefox for Android: there is no gecko_android, so its versions say nothing.",
  },
  {
    code: "UNSAFE_VAR_ASSIGNMENT",
    file: /^chunks\/[\w-]+\.js$/,
    says: /innerHTML/,
    reason:
      "Preact's own dangerouslySetInnerHTML. Nothing of ours passes it: our linter forbids it (noDangerouslySetInnerHtml).",
  },
];

/** Every message of the linter on a folder or package. Throws where it could not be asked. */
export function lint(build: string): z.infer<typeof foundSchema> {
  const linter = join(import.meta.dirname, "node_modules", "addons-linter", "bin", "addons-linter");
  if (!existsSync(linter)) throw new Error("Mozilla's linter is not installed: npm run setup");
  const args = [linter, "--output", "json", "--self-hosted", "--boring", build];
  const done = spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  if (!done.stdout.startsWith("{")) throw new Error(`The linter said nothing.\n${done.stdout}${done.stderr}`);
  return foundSchema.parse(JSON.parse(done.stdout));
}

/** The messages without a reason: none may be left. A reason takes one message, so that a second one is seen. Pure. */
export function unexplained({ errors, warnings, notices }: ReturnType<typeof lint>): Message[] {
  const left = [...explained];
  const unknown = [...warnings, ...notices].filter((one) => {
    const at = left.findIndex(
      ({ code, file, says }) =>
        code === one.code && file.test(one.file ?? "") && says.test(`${one.message} ${one.description}`),
    );
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return [...errors, ...unknown];
}
