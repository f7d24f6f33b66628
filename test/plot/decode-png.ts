import { inflateSync } from "node:zlib";

/** A decoded picture: red, green and blue of each pixel as one number, row by row. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly colors: readonly number[];
}

/** Decodes a PNG with a palette and no filters, which is what figures are; checks nothing that it does not need. */
export function decodePng(bytes: Uint8Array): Picture {
  const png = Buffer.from(bytes);
  if (png.subarray(1, 4).toString("latin1") !== "PNG") throw new Error("not a PNG");
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.set(png.subarray(at + 4, at + 8).toString("latin1"), png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const header = chunks.get("IHDR")!;
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const palette = chunks.get("PLTE")!;
  const rows = inflateSync(chunks.get("IDAT")!);
  const colors = Array.from({ length: width * height }, (_, i) => {
    const index = rows[Math.floor(i / width) * (width + 1) + 1 + (i % width)]!;
    return palette.readUIntBE(3 * index, 3);
  });
  return { width, height, colors };
}
