/** Middle one of an odd number of runs, mean of the middle two of an even number. */
export const median = (values: number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2
}

/** One run of ours beside one of the baseline, in the same minute. */
export interface Pair {
  ours: number
  baseline: number
}

/**
 * Prints a claim's figures. These machines are noisy: the ratio is the median
 * of the ratios pair by pair, and single figures mean little.
 */
export const report = (
  claim: string,
  unit: string,
  names: { ours: string; baseline: string },
  pairs: Pair[]
): void => {
  const line = (name: string, values: number[]): string =>
    `  ${name.padEnd(44)} median ${median(values).toFixed(1)} ${unit}, from ${Math.min(...values).toFixed(1)} to ${Math.max(...values).toFixed(1)}`
  const ratio = median(pairs.map(({ ours, baseline }) => ours / baseline))
  process.stdout.write(
    [
      "",
      claim,
      line(
        names.ours,
        pairs.map(({ ours }) => ours)
      ),
      line(
        names.baseline,
        pairs.map(({ baseline }) => baseline)
      ),
      `  ratio ours / baseline, median of ${pairs.length} pairs: ${ratio.toFixed(2)}`,
      "",
    ].join("\n")
  )
}

/** @returns how long the work took, in milliseconds */
export const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/** A number from the command line, like `--rows=100000`. */
export const numberArgument = (name: string, otherwise: number): number => {
  const given = process.argv
    .find((argument) => argument.startsWith(`--${name}=`))
    ?.split("=")[1]
  const value = given === undefined ? otherwise : Number(given)
  if (!Number.isInteger(value) || value < 1) {
    throw new RangeError(`--${name} takes a whole number from 1`)
  }
  return value
}
