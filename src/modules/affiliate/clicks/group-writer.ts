/** More was asked for than may wait: come again later. */
export class GroupFullError extends Error {}

export interface GroupLimits {
  /** Items written together. */
  group_max: number
  /** Groups under way at once. */
  writing_max: number
  /** Items waiting for the next group. */
  waiting_max: number
}

interface Waiting<Item, Result> {
  item: Item
  resolve: (result: Result) => void
  reject: (error: unknown) => void
}

/**
 * Writes what arrives at the same time together, and answers each only when its
 * group is written: nothing waits for a timer, because what arrives while a
 * group is under way is the next one.
 */
export class GroupWriter<Item, Result> {
  private waiting: Waiting<Item, Result>[] = []
  private writing = new Set<Promise<void>>()

  /** @param write answers one result an item, in their order */
  constructor(
    private readonly write: (items: Item[]) => Promise<Result[]>,
    private readonly limits: GroupLimits
  ) {}

  /** @throws GroupFullError when too many wait already */
  add(item: Item): Promise<Result> {
    if (this.waiting.length >= this.limits.waiting_max) {
      return Promise.reject(
        new GroupFullError(`${this.limits.waiting_max} writes are waiting`)
      )
    }
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject })
      this.begin()
    })
  }

  /** Waits until everything that was added is written or has failed. */
  async settle(): Promise<void> {
    while (this.writing.size) {
      await Promise.all(this.writing)
    }
  }

  private begin(): void {
    if (!this.waiting.length || this.writing.size >= this.limits.writing_max) {
      return
    }
    const group = this.waiting.splice(0, this.limits.group_max)
    const done = this.writeGroup(group).finally(() => {
      this.writing.delete(done)
      this.begin()
    })
    this.writing.add(done)
  }

  private async writeGroup(group: Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await this.write(group.map(({ item }) => item))
      group.forEach(({ resolve }, index) => resolve(results[index]))
    } catch (error) {
      group.forEach(({ reject }) => reject(error))
    }
  }
}
