const running = new Map<string, Promise<unknown>>()

/**
 * Runs the jobs of one key after one another in this process. It only saves
 * work: what must not happen twice is held by the database.
 */
export const oneAtATime = async <T>(
  key: string,
  job: () => Promise<T>
): Promise<T> => {
  const before = running.get(key) ?? Promise.resolve()
  const mine = before.then(job, job)
  running.set(key, mine)
  try {
    return await mine
  } finally {
    if (running.get(key) === mine) {
      running.delete(key)
    }
  }
}
