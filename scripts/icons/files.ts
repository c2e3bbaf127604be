// Every icon by its file: the extension's own, and one of each sign for the toolbar.
import { colorOf } from "../../lib/mark/colors.ts";
import { shapes, signs } from "../../lib/mark/shapes.ts";
import { draw, type Icon } from "./draw.ts";
import { png } from "./png.ts";

const own = [16, 32, 48, 128].map((size): [string, Icon] => [
  `${size}.png`,
  { shapes: shapes.mark, color: colorOf.recording, size },
]);
const ofSigns = signs.flatMap((sign) =>
  [16, 32].map((size): [string, Icon] => [
    `${sign}-${size}.png`,
    { shapes: shapes[sign], color: colorOf[sign], size },
  ]),
);

export const icons: ReadonlyMap<string, Icon> = new Map([...own, ...ofSigns]);
export const fileOf = (icon: Icon): Buffer => png(icon.size, draw(icon));
