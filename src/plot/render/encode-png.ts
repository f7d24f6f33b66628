import { crc32, deflateSync } from "node:zlib";

/**
 * Opaque pixels as a PNG with a palette: a third of the bytes of true colour for a figure, which has few colours.
 * The 256 most frequent ones are exact; the others, shades at the edges of dots and letters, become the nearest of them.
 *
 * @param pixels - red, green, blue and alpha of each pixel, row by row; alpha is ignored
 */
export function encodePng(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const { palette, indices } = indexColors(pixels);
  const rows = new Uint8Array((width + 1) * height);
  for (let y = 0; y < height; y++)
    rows.set(indices.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk("IHDR", header),
    chunk("PLTE", palette),
    chunk("IDAT", deflateSync(rows, { level: 6, memLevel: 9 })),
    chunk("IEND", new Uint8Array(0)),
  ]);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const content = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(content.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(content, 4);
  framed.writeUInt32BE(crc32(content), content.length + 4);
  return framed;
}

interface IndexedColors {
  /** Three bytes a colour. */
  readonly palette: Uint8Array;
  /** One byte a pixel. */
  readonly indices: Uint8Array;
}

function indexColors(pixels: Uint8Array): IndexedColors {
  const counts = countColors(pixels);
  const byFrequency = [...counts.keys()].sort((a, b) => counts.get(b)! - counts.get(a)! || a - b);
  const kept = byFrequency.slice(0, 256);
  const indexOf = new Map(
    byFrequency.map((color, rank) => [color, rank < 256 ? rank : nearest(kept, color)]),
  );
  const indices = new Uint8Array(pixels.length / 4);
  forEachRun(pixels, (color, start, end) => {
    indices.fill(indexOf.get(color)!, start, end);
  });
  return { palette: Uint8Array.from(kept.flatMap(channels)), indices };
}

function nearest(palette: readonly number[], color: number): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < palette.length; i++) {
    const candidate = palette[i]!;
    const red = (candidate >> 16) - (color >> 16);
    const green = ((candidate >> 8) & 255) - ((color >> 8) & 255);
    const blue = (candidate & 255) - (color & 255);
    const distance = red * red + green * green + blue * blue;
    if (distance >= least) continue;
    best = i;
    least = distance;
  }
  return best;
}

function channels(color: number): number[] {
  return [color >> 16, (color >> 8) & 255, color & 255];
}

function countColors(pixels: Uint8Array): Map<number, number> {
  const counts = new Map<number, number>();
  forEachRun(pixels, (color, start, end) => {
    counts.set(color, (counts.get(color) ?? 0) + end - start);
  });
  return counts;
}

/** Calls back for each stretch of equal pixels. */
function forEachRun(pixels: Uint8Array, visit: (color: number, start: number, end: number) => void): void {
  // Whole pixels are compared, whatever the order of their bytes; only a view of aligned memory can do that.
  const { buffer, byteOffset } = pixels.byteOffset % 4 === 0 ? pixels : Uint8Array.from(pixels);
  const words = new Uint32Array(buffer, byteOffset, pixels.length / 4);
  let start = 0;
  for (let i = 1; i <= words.length; i++) {
    if (i < words.length && words[i] === words[start]) continue;
    const color = (pixels[4 * start]! << 16) | (pixels[4 * start + 1]! << 8) | pixels[4 * start + 2]!;
    visit(color, start, i);
    start = i;
  }
}
