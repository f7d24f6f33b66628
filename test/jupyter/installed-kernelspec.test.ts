import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findKernelspec } from "../../src/jupyter/find-kernelspec.js";
import { installKernelspec, uninstallKernelspec } from "../../src/jupyter/installed-kernelspec.js";
import { kernelsFolder } from "../../src/jupyter/kernelspec-location.js";
import { noisefloorKernelspec } from "../../src/jupyter/noisefloor-kernelspec.js";

function expectRefusal(refused: Promise<unknown>, functionName: string, argument: string): Promise<void> {
  return expect(refused).rejects.toMatchObject({ name: "InputError", functionName, argument });
}

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "noisefloor-install-"));
  mkdirSync(join(root, "kernels"));
});
afterEach(() => rmSync(root, { recursive: true }));

const install = (name: string, displayName = "TypeScript") =>
  installKernelspec("kernelInstall", join(root, "kernels"), noisefloorKernelspec(), { name, displayName });
const uninstall = (name: string) => uninstallKernelspec("kernelUninstall", join(root, "kernels"), name);

describe("installKernelspec, uninstallKernelspec", () => {
  it("installKernelspec writes what findKernelspec reads, with logos, and again in its place", async () => {
    expect(await install("Mine")).toBe(join(root, "kernels", "mine"));
    const folder = await install("mine", "Other");
    expect(readdirSync(folder).sort()).toEqual([
      "kernel.json",
      "logo-32x32.png",
      "logo-64x64.png",
      "logo-svg.svg",
    ]);
    for (const pixels of [32, 64]) {
      const png = readFileSync(join(folder, `logo-${pixels}x${pixels}.png`));
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([pixels, pixels]);
    }
    expect(await findKernelspec("runNotebook", "mine", { JUPYTER_PATH: root })).toEqual({
      ...noisefloorKernelspec(),
      name: "mine",
      displayName: "Other",
      resourceDir: folder,
    });
    expect(await uninstall("mine")).toBe(folder);
    expect(readdirSync(join(root, "kernels"))).toEqual([]);
  });

  it("installKernelspec refuses names that Jupyter does not take", async () => {
    for (const name of ["a b", "", "..", "a/b", "größe"]) {
      await expectRefusal(install(name), "kernelInstall", "--name");
      await expectRefusal(uninstall(name), "kernelUninstall", "--name");
    }
    await expectRefusal(install("a", " "), "kernelInstall", "--display-name");
    expect(readdirSync(join(root, "kernels"))).toEqual([]);
  });

  it("neither touches what belongs to another kernel, or is not there", async () => {
    mkdirSync(join(root, "kernels", "python3"));
    for (const content of ['{"argv": ["python3"]}', "{"]) {
      writeFileSync(join(root, "kernels", "python3", "kernel.json"), content);
      await expectRefusal(install("python3"), "kernelInstall", "--name");
      await expectRefusal(uninstall("python3"), "kernelUninstall", "--name");
      expect(readFileSync(join(root, "kernels", "python3", "kernel.json"), "utf8")).toBe(content);
    }
    await expectRefusal(uninstall("none"), "kernelUninstall", "--name");
  });

  it("installKernelspec leaves nothing half done", async () => {
    writeFileSync(join(root, "kernels", "taken"), "a file");
    await expectRefusal(install("taken"), "kernelInstall", "--name");
    expect(readdirSync(join(root, "kernels"))).toEqual(["taken"]);
  });
});

describe("kernelsFolder", () => {
  const folder = (location: object, environment: object = { HOME: "/home/me" }) =>
    kernelsFolder("kernelInstall", location, environment as Record<string, string>);

  it("kernelsFolder knows the user's folder, a prefix, and the active environment", async () => {
    expect(await folder({ prefix: "/opt" })).toBe(join("/opt", "share", "jupyter", "kernels"));
    expect(await folder({}, { JUPYTER_DATA_DIR: "/data" })).toBe(join("/data", "kernels"));
    expect(await folder({ user: true }, { HOME: "/home/me", XDG_DATA_HOME: "/xdg" })).toMatch(
      /jupyter.kernels$/i,
    );
    expect(await folder({ sysPrefix: true }, { VIRTUAL_ENV: "/venv", CONDA_PREFIX: "/conda" })).toBe(
      join("/venv", "share", "jupyter", "kernels"),
    );
    mkdirSync(join(root, "bin"));
    writeFileSync(join(root, "bin", "jupyter"), "");
    expect(await folder({ sysPrefix: true }, { PATH: join(root, "bin") })).toBe(
      join(root, "share", "jupyter", "kernels"),
    );
  });

  it("kernelsFolder refuses what is no place, or two", async () => {
    await expectRefusal(folder({ sysPrefix: true }, { PATH: root }), "kernelInstall", "--sys-prefix");
    await expectRefusal(folder({ prefix: "" }), "kernelInstall", "--prefix");
    await expectRefusal(folder({ prefix: "/opt", user: true }), "kernelInstall", "--prefix");
  });
});
