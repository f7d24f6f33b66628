import { Resvg } from "@resvg/resvg-js";
import { fontFiles, missingCharacters } from "../typeface/font.js";
import { encodePng } from "./encode-png.js";

/**
 * An SVG figure as PNG, `scale` pixels for each of its own. Characters that the package's font lacks are drawn in one of the machine's that
 * has them; where there is none, as boxes.
 */
export async function renderPng(svg: string, scale: number): Promise<Uint8Array> {
  const loadSystemFonts = (await missingCharacters(svg)).length > 0;
  const image = new Resvg(svg, {
    fitTo: { mode: "zoom", value: scale },
    font: { loadSystemFonts, fontFiles: [...fontFiles], defaultFontFamily: "Inter" },
  }).render();
  return encodePng(image.pixels, image.width, image.height);
}
