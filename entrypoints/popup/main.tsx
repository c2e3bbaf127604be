import "../../lib/platform/jitless.ts";
import { render } from "preact";
import "../../lib/ui/styles/tokens.css";
import "../../lib/ui/styles/ground.css";
import "../../lib/ui/styles/controls.css";
import "../../lib/ui/styles/popup.css";
import { Popup } from "../../lib/ui/popup.tsx";

render(<Popup />, document.getElementById("root")!);
