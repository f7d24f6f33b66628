import { createRequire } from "node:module";
import { Resvg } from "@resvg/resvg-js";
import { encodePng } from "./encode-png.js";

const require = createRequire(import.meta.url);

/** The weights that figures use, from the package's own font: a bare machine has none. */
const fontFiles = ["400Regular/Inter_400Regular.ttf", "600SemiBold/Inter_600SemiBold.ttf"].map((file) =>
  require.resolve(`@expo-google-fonts/inter/${file}`),
);

/** An SVG figure as PNG, `scale` pixels for each of its own. */
export function renderPng(svg: string, scale: number): Uint8Array {
  const image = new Resvg(svg, {
    fitTo: { mode: "zoom", value: scale },
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: "Inter" },
  }).render();
  return encodePng(image.pixels, image.width, image.height);
}
