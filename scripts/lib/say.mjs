const colours = process.stdout.isTTY && !process.env.NO_COLOR

function paint(code, text) {
  return colours ? `\u001b[${code}m${text}\u001b[0m` : text
}

/** Tells the person at the terminal what is going on, one line, named for who speaks. */
export function say(who, text) {
  console.log(`${paint("2", `[${who}]`)} ${text}`)
}

/** The same, for what went wrong. */
export function complain(who, text) {
  console.error(`${paint("31", `[${who}]`)} ${text}`)
}

/** Runs a piece of work and says how long it took. */
export async function timed(who, text, work) {
  const started = performance.now()
  say(who, `${text} …`)
  const result = await work()
  say(who, `${text}: ${((performance.now() - started) / 1000).toFixed(1)} s`)
  return result
}
