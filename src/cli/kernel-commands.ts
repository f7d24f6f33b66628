import type { Command } from "commander";
import type { Io } from "./io.js";
import type { KernelInstallOptions } from "./kernel-install.js";
import type { KernelStartOptions } from "./kernel-start.js";
import type { KernelUninstallOptions } from "./kernel-uninstall.js";

/** Adds `noisefloor kernel`; `done` takes a command's exit code. */
export function addKernelCommands(program: Command, io: Io, done: (code: number) => void): void {
  const kernel = program
    .command("kernel")
    .description("the Jupyter kernel: make it known to Jupyter, or start it");
  withLocation(kernel.command("install"))
    .description("write the kernelspec where Jupyter looks for kernels (Python is not needed)")
    .option("--name <name>", "the kernel's name in notebooks", "noisefloor")
    .option("--display-name <text>", "what front ends show", "TypeScript (noisefloor)")
    .addHelpText("after", installExamples)
    .action(async (options: KernelInstallOptions) => {
      const { kernelInstall } = await import("./kernel-install.js");
      done(await kernelInstall(options, io));
    });
  withLocation(kernel.command("uninstall"))
    .description("remove what install has written")
    .option("--name <name>", "the kernel's name", "noisefloor")
    .action(async (options: KernelUninstallOptions) => {
      const { kernelUninstall } = await import("./kernel-uninstall.js");
      done(await kernelUninstall(options, io));
    });
  kernel
    .command("list")
    .description("list the kernels that notebooks can be run with")
    .action(async () => {
      const { kernelList } = await import("./kernel-list.js");
      done(await kernelList(io));
    });
  kernel
    .command("start")
    .description("start a kernel, to which a front end can connect")
    .option("-f, --connection-file <file>", "where it is to listen (default: it chooses, and says where)")
    .action(async (options: KernelStartOptions) => {
      const { kernelStart } = await import("./kernel-start.js");
      done(await kernelStart(options, io));
    });
}

function withLocation(command: Command): Command {
  return command
    .option("--user", "in the user's own folder (the default)")
    .option("--sys-prefix", "in the Python environment that is active, or whose jupyter is on the PATH")
    .option("--prefix <dir>", "in <dir>/share/jupyter/kernels");
}

const installExamples = `
Examples:
  noisefloor kernel install
  noisefloor kernel install --sys-prefix
  noisefloor kernel install --prefix /opt/jupyter --name ts --display-name "TypeScript"

Exit code: 0 written, 2 wrong usage, or the folder cannot be written`;
