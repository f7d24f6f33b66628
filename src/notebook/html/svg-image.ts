import { escapeHtml } from "../../core/escape-html.js";

/**
 * A drawing as a data: URI for an image. There it can neither run scripts nor load anything nor touch the page, which
 * no cleaning of SVG, with its many ways to do all of that, could promise.
 */
export function svgImage(svg: string): string {
  const standalone = /^[^>]*\sxmlns\s*=/.test(svg.slice(svg.search(/<svg\b/i)))
    ? svg
    : svg.replace(/<svg\b/i, '<svg xmlns="http://www.w3.org/2000/svg"');
  return `data:image/svg+xml;base64,${Buffer.from(standalone).toString("base64")}`;
}

/** HTML with each drawing in it as an image; those inside of others go with them. */
export function withSvgImages(html: string): string {
  let [result, rest] = ["", html];
  for (;;) {
    const start = rest.search(/<svg\b/i);
    if (start === -1) return result + rest;
    const end = endOfSvg(rest, start);
    const svg = rest.slice(start, end);
    const title = /<title[^>]*>([^<]*)<\/title>/i.exec(svg)?.[1] ?? "drawing";
    result += `${rest.slice(0, start)}<img src="${svgImage(svg)}" alt="${escapeHtml(title)}">`;
    rest = rest.slice(end);
  }
}

function endOfSvg(html: string, start: number): number {
  let depth = 0;
  const tags = /<(\/?)svg\b[^>]*?(\/?)>/gi;
  tags.lastIndex = start;
  for (let tag = tags.exec(html); tag !== null; tag = tags.exec(html)) {
    if (tag[1] === "/") depth -= 1;
    else if (tag[2] !== "/") depth += 1;
    if (depth <= 0) return tags.lastIndex;
  }
  return html.length;
}
