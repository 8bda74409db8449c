import type { ChildProcess } from "node:child_process"

/** Kills a child when this process ends before the child was stopped, so that a broken run leaves nothing running. */
export function endWithThisProcess(child: ChildProcess): void {
  const kill = () => child.kill("SIGKILL")
  process.once("exit", kill)
  child.once("close", () => process.off("exit", kill))
}
