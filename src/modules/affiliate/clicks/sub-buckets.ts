/** Marks of one link or code that are summed up by themselves in a day; more share one sum. */
const MARKS_MAX = 200
/** Links and codes whose marks are kept apart; more have none. */
const TARGETS_MAX = 10_000

/**
 * Which mark a visit is summed up under. Visitors can write any mark into an
 * address, and sums are kept for ever: so there are only so many a day, in each
 * process. The visit itself keeps the mark it came with.
 */
export class SubBuckets {
  private day = ""
  private marks = new Map<string, Set<string>>()

  /**
   * @param target the link or code followed
   * @returns `null` = summed up without a mark
   */
  bucketOf(day: string, target: string, sub_id: string | null): string | null {
    if (sub_id === null) {
      return null
    }
    if (day !== this.day) {
      this.day = day
      this.marks = new Map()
    }
    const known = this.marks.get(target)
    if (!known) {
      if (this.marks.size >= TARGETS_MAX) {
        return null
      }
      this.marks.set(target, new Set([sub_id]))
      return sub_id
    }
    if (!known.has(sub_id) && known.size >= MARKS_MAX) {
      return null
    }
    known.add(sub_id)
    return sub_id
  }
}
