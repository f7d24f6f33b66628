import { PNG } from "pngjs";

/** In words how two images in base64 differ: by their pixels, where both are PNG. */
export function imageDifference(mime: string, file: string, run: string): string {
  const [before, after] = [file, run].map((text) => Buffer.from(text, "base64")) as [Buffer, Buffer];
  const pictures = mime === "image/png" ? [decode(before), decode(after)] : [];
  const [one, other] = pictures;
  if (!(one && other)) {
    const bytes = [before, after].map(({ length }) => `${length.toLocaleString("en")} bytes`).join(" vs ");
    return `${mime} differs: ${bytes}`;
  }
  const sizes = `${one.width}×${one.height} vs ${other.width}×${other.height}`;
  if (one.width !== other.width || one.height !== other.height) return `${mime} differs: ${sizes}`;
  return `${mime} differs: ${sizes}, ${howMany(differingPixels(one, other), one.width * one.height)}`;
}

function decode(bytes: Buffer): PNG | null {
  try {
    return PNG.sync.read(bytes);
  } catch {
    return null;
  }
}

function differingPixels(one: PNG, other: PNG): number {
  const [before, after] = [one, other].map(({ data }) => new Int32Array(Uint8Array.from(data).buffer)) as [
    Int32Array,
    Int32Array,
  ];
  return before.reduce((count, pixel, index) => count + (pixel === after[index] ? 0 : 1), 0);
}

function howMany(count: number, all: number): string {
  if (count === 0) return "but all pixels are the same";
  const percent = (100 * count) / all;
  if (percent >= 0.1) return `${percent.toFixed(1)} % of pixels differ`;
  return count === 1 ? "1 pixel differs" : `${count.toLocaleString("en")} pixels differ`;
}
