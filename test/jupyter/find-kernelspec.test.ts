import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { InputError } from "../../src/core/input-error.js";
import { findKernelspec, listKernelspecs } from "../../src/jupyter/find-kernelspec.js";
import { kernelSearchPath } from "../../src/jupyter/jupyter-paths.js";
import { noisefloorKernelspec } from "../../src/jupyter/noisefloor-kernelspec.js";
import { tslabKernelspec } from "../../src/jupyter/tslab-kernelspec.js";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "noisefloor-kernelspec-"));
});
afterEach(() => rmSync(root, { recursive: true }));

function install(folder: string, name: string, content: unknown): void {
  mkdirSync(join(root, folder, "kernels", name), { recursive: true });
  const text = typeof content === "string" ? content : JSON.stringify(content);
  writeFileSync(join(root, folder, "kernels", name, "kernel.json"), text);
}

const python = { argv: ["python3", "-m", "ipykernel"], display_name: "Python", language: "python" };

describe("findKernelspec", () => {
  it("findKernelspec reads a kernel.json with its defaults", async () => {
    install("one", "python3", python);
    expect(await findKernelspec("runNotebook", "python3", { JUPYTER_PATH: join(root, "one") })).toEqual({
      name: "python3",
      displayName: "Python",
      language: "python",
      argv: ["python3", "-m", "ipykernel"],
      env: {},
      interruptMode: "signal",
      resourceDir: join(root, "one", "kernels", "python3"),
    });
  });

  it("findKernelspec takes the first of several, JUPYTER_PATH before the user's folder, and ignores case", async () => {
    install("one", "Mine", { ...python, display_name: "first", env: { A: "b" }, interrupt_mode: "message" });
    install("two", "mine", { ...python, display_name: "second" });
    install("data", "mine", { ...python, display_name: "user's" });
    const path = [join(root, "one"), join(root, "two")].join(delimiter);
    const environment = { JUPYTER_PATH: path, JUPYTER_DATA_DIR: join(root, "data") };
    expect(await findKernelspec("runNotebook", "MINE", environment)).toMatchObject({
      displayName: "first",
      env: { A: "b" },
      interruptMode: "message",
    });
    expect(
      await findKernelspec("runNotebook", "mine", { JUPYTER_DATA_DIR: join(root, "data") }),
    ).toMatchObject({
      displayName: "user's",
    });
  });

  it("findKernelspec looks where a virtual environment, XDG_DATA_HOME and HOME say", async () => {
    for (const variable of ["VIRTUAL_ENV", "CONDA_PREFIX"]) {
      install(`${variable}/share/jupyter`, variable, python);
      expect(
        await findKernelspec("runNotebook", variable, { [variable]: join(root, variable) }),
      ).toMatchObject({
        language: "python",
      });
    }
    install("xdg/jupyter", "one", python);
    install("home/.local/share/jupyter", "two", python);
    expect(await findKernelspec("runNotebook", "one", { XDG_DATA_HOME: join(root, "xdg") })).toMatchObject({
      name: "one",
    });
    expect(await findKernelspec("runNotebook", "two", { HOME: join(root, "home") })).toMatchObject({
      name: "two",
    });
  });

  it("findKernelspec names the kernels there are when it does not know one", async () => {
    install("one", "beta", python);
    install("one", "alpha", python);
    mkdirSync(join(root, "one", "kernels", "not-a-kernel"));
    const environment = { JUPYTER_PATH: join(root, "one"), HOME: root };
    await expect(findKernelspec("runNotebook", "gamma", environment)).rejects.toThrow(
      /^runNotebook: kernel needs the name of an installed kernel, got "gamma"; known are: .*alpha, .*beta, .*tslab/,
    );
    await expect(findKernelspec("runNotebook", "not-a-kernel", environment)).rejects.toThrow("known are");
  });

  it("findKernelspec refuses a broken kernel.json and says what is wrong", async () => {
    install("one", "text", "{");
    install("one", "empty", { ...python, argv: [] });
    install("one", "mode", { ...python, interrupt_mode: "shout" });
    const environment = { JUPYTER_PATH: join(root, "one") };
    await expect(findKernelspec("runNotebook", "text", environment)).rejects.toThrow(
      /^runNotebook: kernel needs a readable kernel\.json, got .*text/,
    );
    await expect(findKernelspec("runNotebook", "empty", environment)).rejects.toThrow(/argv/);
    await expect(findKernelspec("runNotebook", "mode", environment)).rejects.toThrow(/interrupt_mode/);
  });

  it("findKernelspec always knows tslab, but an installed one comes first", async () => {
    expect(await findKernelspec("runNotebook", "tslab", { HOME: root })).toEqual(tslabKernelspec());
    install("one", "tslab", { ...python, display_name: "installed" });
    expect(await findKernelspec("runNotebook", "tslab", { JUPYTER_PATH: join(root, "one") })).toMatchObject({
      displayName: "installed",
    });
  });
});

describe("listKernelspecs", () => {
  it("listKernelspecs gives all by name, our own among them, and what is wrong with those that are broken", async () => {
    install("one", "zeta", python);
    install("one", "broken", "{");
    const list = await listKernelspecs("kernelList", { JUPYTER_PATH: join(root, "one"), HOME: root });
    const shown = list.map((one) => (one instanceof InputError ? one.argument : one.name));
    expect(shown).toEqual(expect.arrayContaining(["kernel", "noisefloor", "tslab", "zeta"]));
    expect(list).toContainEqual(noisefloorKernelspec());
  });
});

describe("kernelSearchPath", () => {
  it("kernelSearchPath knows each platform's folders", () => {
    const environment = { HOME: "/home/me", APPDATA: "/appdata", PROGRAMDATA: "/programdata" };
    expect(kernelSearchPath(environment, "linux")).toEqual([
      "/home/me/.local/share/jupyter/kernels",
      "/usr/local/share/jupyter/kernels",
      "/usr/share/jupyter/kernels",
    ]);
    expect(kernelSearchPath(environment, "darwin")[0]).toBe("/home/me/Library/Jupyter/kernels");
    expect(kernelSearchPath(environment, "win32")).toEqual([
      "/appdata/jupyter/kernels",
      "/programdata/jupyter/kernels",
    ]);
  });
});
