// The extension's CSP forbids zod's JIT, which would otherwise try `new Function` once and be reported for it.
import { config } from "zod";

config({ jitless: true });
