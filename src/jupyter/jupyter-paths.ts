import { homedir } from "node:os";
import { delimiter, join } from "node:path";

/** Where variables are read, `process.env` or a stand-in. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Where Jupyter looks for kernels, first match wins: JUPYTER_PATH, the user's folder, the environment's, the system's. */
export function kernelSearchPath(environment: Environment, platform: string = process.platform): string[] {
  const prefixes = [environment.VIRTUAL_ENV, environment.CONDA_PREFIX].filter(isSet);
  return [
    ...(environment.JUPYTER_PATH ?? "").split(delimiter).filter(isSet),
    environment.JUPYTER_DATA_DIR || userDataDir(environment, platform),
    ...prefixes.map((prefix) => join(prefix, "share", "jupyter")),
    ...(platform === "win32"
      ? [join(environment.PROGRAMDATA ?? "C:\\ProgramData", "jupyter")]
      : ["/usr/local/share/jupyter", "/usr/share/jupyter"]),
  ].map((folder) => join(folder, "kernels"));
}

/** The user's own folder of Jupyter's data. */
export function userDataDir(environment: Environment, platform: string = process.platform): string {
  const home = environment.HOME || homedir();
  if (platform === "darwin") return join(home, "Library", "Jupyter");
  if (platform === "win32") {
    return join(environment.APPDATA || join(home, "AppData", "Roaming"), "jupyter");
  }
  return join(environment.XDG_DATA_HOME || join(home, ".local", "share"), "jupyter");
}

function isSet(value: string | undefined): value is string {
  return value !== undefined && value !== "";
}
