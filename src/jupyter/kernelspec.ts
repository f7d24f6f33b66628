/** How a kernel is started. */
export interface Kernelspec {
  /** The name by which notebooks and the command line call it. */
  readonly name: string;
  readonly displayName: string;
  readonly language: string;
  /** Command and arguments; `{connection_file}` and `{resource_dir}` stand for paths. */
  readonly argv: readonly string[];
  /** Added to the environment; `${NAME}` stands for a variable that is set already. */
  readonly env: Readonly<Record<string, string>>;
  readonly interruptMode: "signal" | "message";
  /** The folder of kernel.json, null for the built-in kernel. */
  readonly resourceDir: string | null;
}
