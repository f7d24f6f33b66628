/** Calls back once the process with which the kernel ends is gone; looks every `interval` milliseconds. */
export function watchParent(pid: number, onGone: () => void, interval = 1000): void {
  // A kernel that was started through a shell is no child of its front end.
  const isChild = process.ppid === pid;
  const timer = setInterval(() => {
    if (isChild ? process.ppid === pid : isAlive(pid)) return;
    clearInterval(timer);
    onGone();
  }, interval);
  timer.unref();
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
