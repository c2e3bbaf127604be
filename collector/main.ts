// `npm run collector -- serve | issue | relay | store | store-key | keys | stop | list | erase`: each is a process of its own.
import { readConfiguration } from "./configuration.ts";

const configured = readConfiguration(process.argv.slice(2), process.env);
if (!configured.ok) {
  console.error(`Nothing was started, nothing was changed.\n${configured.problems}`);
  process.exit(2);
}
// Paths and numbers only: what is secret stands in the key files.
if (configured.command !== "help") console.log(`Configuration: ${JSON.stringify(configured.configuration)}`);

try {
  switch (configured.command) {
    case "help":
      console.log(configured.configuration.usage);
      break;
    case "serve": {
      const { startCollector } = await import("./serve.ts");
      startCollector(configured.configuration);
      break;
    }
    case "issue": {
      const { startIssuer } = await import("./issuer/issue.ts");
      startIssuer(configured.configuration);
      break;
    }
    case "relay": {
      const { startRelay } = await import("./relay/start.ts");
      startRelay(configured.configuration);
      break;
    }
    case "store": {
      const { startStore } = await import("./company-store/start.ts");
      await startStore(configured.configuration);
      break;
    }
    case "store-key": {
      const { showStoreKey } = await import("./company-store/show-key.ts");
      await showStoreKey(configured.configuration);
      break;
    }
    case "stop": {
      const { publishStop } = await import("./company-store/publish-stop.ts");
      await publishStop(configured.configuration);
      break;
    }
    case "list": {
      const { publishList } = await import("./company-store/publish-list.ts");
      await publishList(configured.configuration);
      break;
    }
    case "erase": {
      const { eraseByFile } = await import("./erasing/command.ts");
      await eraseByFile(configured.configuration);
      break;
    }
    case "keys": {
      const { makeKeys, warning } = await import("./keys/make-keys.ts");
      const { configuration } = configured;
      const files = makeKeys(configuration);
      console.log(`Made in ${configuration.out}:\n  ${files.join("\n  ")}\n\n${warning}`);
    }
  }
} catch (cause) {
  console.error(`It did not start: ${(cause as Error).message}. What is stored is kept.`);
  process.exit(1);
}
