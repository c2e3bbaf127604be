import "../../lib/platform/jitless.ts";
import { render } from "preact";
import { language } from "../../lib/platform/words.ts";
import "../../lib/ui/styles/tokens.css";
import "../../lib/ui/styles/ground.css";
import "../../lib/ui/styles/controls.css";
import "../../lib/ui/styles/surfaces.css";
import "../../lib/ui/styles/frame.css";
import "../../lib/ui/styles/sections.css";
import "../../lib/ui/styles/trail.css";
import "../../lib/ui/styles/my-data.css";
import "../../lib/ui/styles/timeline.css";
import "../../lib/ui/styles/toast.css";
import "../../lib/ui/styles/notice.css";
import { Options } from "../../lib/ui/options.tsx";

document.documentElement.lang = language();
render(<Options />, document.getElementById("root")!);
