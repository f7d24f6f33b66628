/** The version of the messaging protocol that we speak. */
export const protocolVersion = "5.3";

/** The content of a kernel_info_reply. */
export function kernelInfo(versions: {
  readonly kernel: string;
  readonly typescript: string;
}): Readonly<Record<string, unknown>> {
  return {
    status: "ok",
    protocol_version: protocolVersion,
    implementation: "noisefloor",
    implementation_version: versions.kernel,
    language_info: {
      name: "typescript",
      version: versions.typescript,
      mimetype: "text/typescript",
      file_extension: ".ts",
      pygments_lexer: "typescript",
      // `mode` is what JupyterLab reads, `name` and `typescript` what Notebook 6 hands to CodeMirror.
      codemirror_mode: { mode: "typescript", name: "javascript", typescript: true },
      nbconvert_exporter: "script",
    },
    banner: `noisefloor ${versions.kernel}: TypeScript ${versions.typescript} on Node ${process.version}`,
    help_links: [
      { text: "TypeScript", url: "https://www.typescriptlang.org/docs/" },
      { text: "Node.js", url: "https://nodejs.org/docs/latest/api/" },
    ],
    debugger: false,
  };
}
