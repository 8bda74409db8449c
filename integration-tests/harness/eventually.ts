/** How long to wait by default, and how long between two looks, in milliseconds. */
const TIMEOUT_MS = 15_000
const POLL_MS = 50

/**
 * Waits until an expectation holds: subscribers and jobs do their work after the request that caused it was answered.
 *
 * @param check throws (as `expect` does) while it does not hold; its answer is the answer
 * @throws the last failure, when time is up
 */
export async function eventually<Result>(
  check: () => Result | Promise<Result>,
  { timeoutMs = TIMEOUT_MS }: { timeoutMs?: number } = {}
): Promise<Result> {
  const deadline = Date.now() + timeoutMs
  for (;;) {
    try {
      return await check()
    } catch (error) {
      if (Date.now() >= deadline) throw error
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
}
