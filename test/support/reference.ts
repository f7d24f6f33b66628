import { readFileSync } from "node:fs";

/** Reference values of one script in test/reference, with the tool and version that computed them. */
export function reference<Content>(
  name: string,
): Content & { readonly tool: string; readonly version: string } {
  return JSON.parse(readFileSync(new URL(`../reference/${name}.json`, import.meta.url), "utf8"));
}
