import { readFileSync, realpathSync } from "node:fs";
import { dirname, extname, resolve, sep } from "node:path";
import { decodeUri } from "./decode-uri.js";
import type { ImageResolver } from "./markdown-renderer.js";

const types: Readonly<Record<string, string>> = {
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".gif": "image/gif",
  ".webp": "image/webp",
  ".avif": "image/avif",
  ".svg": "image/svg+xml",
};

/**
 * Embeds images that lie in the notebook's folder or below. Others are not read: a notebook of somebody else must not
 * carry files of this machine into a page that is then passed on.
 */
export function localImages(notebook: string): ImageResolver {
  const folder = realpathSync(dirname(resolve(notebook)));
  return (source) => {
    const type = types[extname(source.replace(/[?#].*$/, "")).toLowerCase()];
    if (type === undefined || /^[a-z][\w+.-]*:|^\/\//i.test(source)) return null;
    try {
      const path = realpathSync(resolve(folder, decodeUri(source.replace(/[?#].*$/, ""))));
      if (!path.startsWith(folder.endsWith(sep) ? folder : folder + sep)) return null;
      return `data:${type};base64,${readFileSync(path).toString("base64")}`;
    } catch {
      return null;
    }
  };
}
