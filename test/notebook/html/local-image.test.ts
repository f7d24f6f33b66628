import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { localImages } from "../../../src/notebook/html/local-image.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "noisefloor-test-"));
  mkdirSync(join(folder, "notes", "figures"), { recursive: true });
  for (const name of [
    "secret.png",
    "notes/a b.PNG",
    "notes/figures/x.svg",
    "notes/key.txt",
    "notes-secret.png",
  ]) {
    writeFileSync(join(folder, name), "AB");
  }
  symlinkSync(join(folder, "secret.png"), join(folder, "notes", "link.png"));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("localImages", () => {
  it("localImages embeds images of the notebook's folder", () => {
    const image = localImages(join(folder, "notes", "a.ipynb"));
    expect(image("a%20b.PNG")).toBe("data:image/png;base64,QUI=");
    expect(image("./figures/x.svg?raw=true#top")).toBe("data:image/svg+xml;base64,QUI=");
  });

  it("localImages reads nothing from elsewhere, and nothing but images", () => {
    const image = localImages(join(folder, "notes", "a.ipynb"));
    const elsewhere = [
      "../secret.png",
      "link.png",
      join(folder, "secret.png"),
      "../notes-secret.png",
      "none.png",
      "key.txt",
    ];
    const others = [
      "https://example.org/x.png",
      "//example.org/x.png",
      "file:///x.png",
      "attachment:a.png",
      "%.png",
      "",
    ];
    for (const source of [...elsewhere, ...others]) expect(image(source)).toBeNull();
  });
});
