const colours = process.stdout.isTTY && !process.env.NO_COLOR

const paint = (code: number, text: string) =>
  colours ? `\u001b[${code}m${text}\u001b[0m` : text

export const dim = (text: string) => paint(2, text)
export const bold = (text: string) => paint(1, text)
export const green = (text: string) => paint(32, text)
export const red = (text: string) => paint(31, text)
export const yellow = (text: string) => paint(33, text)

/** What the demo shows on the terminal, and what it found wrong on the way. */
export type Screen = {
  /** Opens the next act. */
  act: (title: string) => void
  /** One line. */
  tell: (line?: string) => void
  /** One line of something that went as it should. */
  good: (line: string) => void
  /** One line of something that did not; the demo goes on, and ends with a failure that repeats it, or the words given. */
  bad: (line: string, problem?: string) => void
  /** What went wrong so far. */
  problems: readonly string[]
}

export function openScreen(): Screen {
  const problems: string[] = []
  let acts = 0
  let began = performance.now()
  return {
    act: (title) => {
      const seconds = ((performance.now() - began) / 1000).toFixed(0)
      if (acts > 0) console.log(dim(`  ${seconds} s`))
      began = performance.now()
      console.log(`\n${bold(`${++acts}  ${title}`)}`)
    },
    tell: (line = "") => console.log(line === "" ? "" : `  ${line}`),
    good: (line) => console.log(`  ${green("✓")} ${line}`),
    bad: (line, problem = line) => {
      problems.push(problem)
      console.log(`  ${red("✗")} ${line}`)
    },
    problems,
  }
}

/** Digits after the point, where they are not two. */
const DIGITS: Record<string, number> = { jpy: 0, kwd: 3 }

/** An amount in major units as a person writes it: `1,234.50`. */
export function amount(value: number, currency = "usd"): string {
  const digits = DIGITS[currency] ?? 2
  return value.toLocaleString("en-US", {
    minimumFractionDigits: digits,
    maximumFractionDigits: Math.max(digits, 4),
  })
}

/** The same with its currency: `1,234.50 USD`. */
export const money = (value: number, currency: string) =>
  `${amount(value, currency)} ${currency.toUpperCase()}`

/** Cuts or fills a text to a width. */
export const fit = (text: string, width: number) =>
  text.length > width ? `${text.slice(0, width - 1)}…` : text.padEnd(width)
