/** What the work answers; `null` where it breaks, which must not break the page. */
export const attempt = <Result>(work: () => Result): Result | null => {
  try {
    return work()
  } catch {
    return null
  }
}
