import "../../lib/platform/jitless.ts";
import { render } from "preact";
import { language } from "../../lib/platform/words.ts";
import "../../lib/ui/styles/tokens.css";
import "../../lib/ui/styles/ground.css";
import "../../lib/ui/styles/controls.css";
import "../../lib/ui/styles/popup.css";
import { Popup } from "../../lib/ui/popup.tsx";

document.documentElement.lang = language();
render(<Popup />, document.getElementById("root")!);
