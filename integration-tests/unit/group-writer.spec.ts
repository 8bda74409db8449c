import {
  GroupFullError,
  GroupWriter,
} from "../../src/modules/affiliate/clicks/group-writer"
import { KnownTargets } from "../../src/modules/affiliate/clicks/known-targets"
import { SubBuckets } from "../../src/modules/affiliate/clicks/sub-buckets"

/** A writer whose groups end when they are told to. */
const controlled = (
  limits = { group_max: 3, writing_max: 1, waiting_max: 5 }
) => {
  const groups: { items: number[]; end: () => void; fail: () => void }[] = []
  const writer = new GroupWriter<number, number>(
    (items) =>
      new Promise((resolve, reject) => {
        groups.push({
          items,
          end: () => resolve(items.map((item) => item * 10)),
          fail: () => reject(new Error("lost")),
        })
      }),
    limits
  )
  return { writer, groups }
}

const turn = () => new Promise((resolve) => setImmediate(resolve))

describe("writes that arrive together", () => {
  test("begin at once, and those that come meanwhile are the next group", async () => {
    const { writer, groups } = controlled()
    const answers = [1, 2, 3, 4, 5].map((item) => writer.add(item))
    expect(groups.map(({ items }) => items)).toEqual([[1]])
    groups[0].end()
    await turn()
    expect(groups[1].items).toEqual([2, 3, 4])
    groups[1].end()
    await turn()
    expect(groups[2].items).toEqual([5])
    groups[2].end()
    expect(await Promise.all(answers)).toEqual([10, 20, 30, 40, 50])
  })

  test("are answered when they are written, not before", async () => {
    const { writer, groups } = controlled()
    let answered = false
    void writer.add(1).then(() => (answered = true))
    await turn()
    expect(answered).toBe(false)
    groups[0].end()
    await turn()
    expect(answered).toBe(true)
  })

  test("fail together, and the next group is written all the same", async () => {
    const { writer, groups } = controlled()
    const first = writer.add(1)
    const second = writer.add(2)
    groups[0].fail()
    await expect(first).rejects.toThrow("lost")
    groups[1].end()
    expect(await second).toBe(20)
  })

  test("are refused when too many wait, and taken again afterwards", async () => {
    const { writer, groups } = controlled()
    const taken = [1, 2, 3, 4, 5, 6].map((item) => writer.add(item))
    await expect(writer.add(7)).rejects.toBeInstanceOf(GroupFullError)
    groups[0].end()
    await turn()
    taken.push(writer.add(8))
    groups[1].end()
    await turn()
    groups[2].end()
    expect(await Promise.all(taken)).toEqual([10, 20, 30, 40, 50, 60, 80])
  })

  test("are waited for until nothing is under way", async () => {
    const { writer, groups } = controlled()
    const written: number[] = []
    for (const item of [1, 2]) {
      void writer.add(item).then((result) => written.push(result))
    }
    const settled = writer.settle()
    groups[0].end()
    await turn()
    groups[1].end()
    await settled
    expect(written).toEqual([10, 20])
  })
})

describe("marks that are summed up", () => {
  test("are bounded for a link in a day, and begin anew with the next", () => {
    const buckets = new SubBuckets()
    const marks = Array.from({ length: 250 }, (_, index) => `mark-${index}`)
    const kept = marks.filter(
      (mark) => buckets.bucketOf("2026-01-01", "link:a", mark) === mark
    )
    expect(kept).toHaveLength(200)
    expect(buckets.bucketOf("2026-01-01", "link:a", "mark-0")).toBe("mark-0")
    expect(buckets.bucketOf("2026-01-01", "link:b", "mark-249")).toBe(
      "mark-249"
    )
    expect(buckets.bucketOf("2026-01-02", "link:a", "mark-249")).toBe(
      "mark-249"
    )
    expect(buckets.bucketOf("2026-01-02", "link:a", null)).toBeNull()
  })
})

describe("links that led somewhere", () => {
  test("are remembered up to a bound, the one followed longest ago goes first", () => {
    const known = new KnownTargets()
    known.remember("first", "https://shop.example/1")
    known.remember("second", "https://shop.example/2")
    known.remember("first", "https://shop.example/1")
    for (let link = 0; link < 4_999; link++) {
      known.remember(`link-${link}`, "https://shop.example/")
    }
    expect(known.find("second")).toBeNull()
    expect(known.find("first")).toBe("https://shop.example/1")
    known.forget("first")
    expect(known.find("first")).toBeNull()
  })
})
