import { spawn } from "node:child_process"

/** Runs a program and answers what it said; throws with it when it fails. */
export function command(
  cwd: string,
  program: string,
  args: string[],
  env: NodeJS.ProcessEnv = {}
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      // Neither jest's own settings nor the environment of `npm test` belong in somebody's app.
      env: { ...outsideEnvironment(), ...env },
      stdio: ["ignore", "pipe", "pipe"],
    })
    let output = ""
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()))
    child.on("error", reject)
    child.on("close", (code) => {
      if (code === 0) return resolve(output)
      const told = `${program} ${args.join(" ")} ended with ${code}:\n${output.slice(-6_000)}`
      reject(new Error(told))
    })
  })
}

/** The environment without what npm, jest and our scripts put into it. */
export function outsideEnvironment(): NodeJS.ProcessEnv {
  const inside =
    /^(npm_|JEST_|AFFILIATE_|NODE_ENV$|NODE_OPTIONS$|INIT_CWD$|LOG_LEVEL$)/
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !inside.test(name))
  )
}
