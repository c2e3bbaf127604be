import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// Unit tests lie beside their source. They run on Node; a file that needs a document asks for happy-dom in
// its first line.
export default defineConfig({
  test: {
    include: ["schemas", "lib", "collector", "scripts", "bench"].map(
      (folder) => `${folder}/**/*.test.{ts,tsx}`,
    ),
    exclude: ["**/node_modules/**", "bench/peers/**", "bench/tools/**"],
    environment: "node",
    // Only a test that hangs is ended: how fast it is, the benches say.
    testTimeout: 30_000,
    retry: 0,
    allowOnly: false,
    restoreMocks: true,
    server: { deps: { inline: ["@wxt-dev/i18n"] } },
  },
  // Messages come from the browser; here from the same files without one.
  resolve: {
    alias: {
      "@wxt-dev/browser": fileURLToPath(new URL("lib/ui/locales/unit-browser.ts", import.meta.url)),
    },
  },
  define: {
    __BUILD__: JSON.stringify("unit"),
    __COLLECTOR__: JSON.stringify("http://127.0.0.1:7462"),
    __ISSUER__: '""',
    __LEAVES_MACHINE__: "false",
    __RELAY__: '""',
    __VOCABULARIES__: "[]",
    __POLICY__: JSON.stringify("none"),
    __STOP__: "null",
    __REMOVED__: '"http://127.0.0.1:7462/store/erase.html"',
  },
});
