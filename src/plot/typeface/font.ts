import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** What we use of `subset-font`, which brings no types. */
type SubsetFont = (
  font: Buffer,
  text: string,
  options: { readonly targetFormat: "woff"; readonly noLayoutClosure: boolean },
) => Promise<Buffer>;

/** The weights of Inter that figures use, from the package's own font: a bare machine has none. */
const weights = [
  { weight: 400, file: "400Regular/Inter_400Regular.ttf" },
  { weight: 600, file: "600SemiBold/Inter_600SemiBold.ttf" },
].map(({ weight, file }) => ({ weight, path: require.resolve(`@expo-google-fonts/inter/${file}`) }));

/** Where the font is, in all its weights. */
export const fontFiles: readonly string[] = weights.map(({ path }) => path);

/** Style rules that bring the font along, with the characters of a text; some 20 kB. */
export async function fontFaces(text: string): Promise<string> {
  const subsetFont: SubsetFont = require("subset-font");
  // The same characters give the same bytes, wherever they stand.
  const characters = [...new Set(text)].sort().join("");
  const rules = await Promise.all(
    weights.map(async ({ weight, path }) => {
      // Substitutes for characters, such as ligatures, would take as much again.
      const options = { targetFormat: "woff", noLayoutClosure: true } as const;
      const font = await subsetFont(await readFile(path), characters, options);
      return `@font-face{font-family:Inter;font-weight:${weight};src:url(data:font/woff;base64,${font.toString("base64")})}`;
    }),
  );
  return rules.join("");
}

/** Of these the font has each. */
const usual = /^[\s\u0020-\u007e\u00a0-\u017f\u2010-\u2015\u2018-\u2026\u2212]*$/;

/** Nothing is drawn for these. */
const invisible = /\s|\p{Default_Ignorable_Code_Point}/u;

/** The characters of a text that the font lacks, each once. */
export async function missingCharacters(text: string): Promise<readonly string[]> {
  if (usual.test(text)) return [];
  const { Blob, Face } = await import("harfbuzzjs");
  const known = new Set(new Face(new Blob(readFileSync(fontFiles[0]!))).collectUnicodes());
  return [...new Set(text)].filter(
    (character) => !known.has(character.codePointAt(0)!) && !invisible.test(character),
  );
}
