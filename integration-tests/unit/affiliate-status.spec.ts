import fc from "fast-check"
import {
  AffiliateStatus,
  decisionOf,
  StatusAction,
  statusAfter,
  statusAt,
  StatusChange,
} from "../../src/modules/affiliate/domain/affiliate-status"

const at = (second: number): string => new Date(second * 1000).toISOString()
const moment = (second: number): Date => new Date(second * 1000)

describe("statusAt", () => {
  const history: StatusChange[] = [
    { status: "pending", at: at(10) },
    { status: "approved", at: at(20) },
    { status: "suspended", at: at(30) },
    { status: "approved", at: at(40) },
  ]

  test.each([
    ["before there was anything", 9, "pending"],
    ["applied", 10, "pending"],
    ["a moment before the approval", 19.999, "pending"],
    ["in the moment of the approval", 20, "approved"],
    ["a moment before the suspension", 29.999, "approved"],
    ["in the moment of the suspension", 30, "suspended"],
    ["while suspended", 35, "suspended"],
    ["reinstated", 40, "approved"],
    ["ever after", 4_000_000, "approved"],
  ])("%s", (_name, second, status) => {
    expect(statusAt(history, moment(second))).toBe(status)
  })

  test("what happens later never changes what an affiliate was", () => {
    const statuses = fc.constantFrom<AffiliateStatus>(
      "pending",
      "approved",
      "rejected",
      "suspended"
    )
    const changes = fc.array(fc.tuple(fc.nat({ max: 1000 }), statuses), {
      maxLength: 10,
    })
    fc.assert(
      fc.property(changes, fc.nat({ max: 1000 }), (rows, second) => {
        const all = rows
          .sort(([a], [b]) => a - b)
          .map(([when, status]) => ({ status, at: at(when) }))
        const until = all.filter(
          ({ at: when }) => new Date(when) <= moment(second)
        )
        expect(statusAt(all, moment(second))).toBe(
          statusAt(until, moment(second))
        )
        expect(statusAt(all, moment(second))).toBe(
          until.at(-1)?.status ?? "pending"
        )
      })
    )
  })
})

describe("statusAfter", () => {
  const allowed: [AffiliateStatus, StatusAction, AffiliateStatus][] = [
    ["pending", "approve", "approved"],
    ["rejected", "approve", "approved"],
    ["pending", "reject", "rejected"],
    ["approved", "suspend", "suspended"],
    ["suspended", "reinstate", "approved"],
  ]

  test.each(allowed)("%s → %s → %s", (from, action, to) => {
    expect(statusAfter(from, action)).toBe(to)
  })

  const statuses: AffiliateStatus[] = [
    "pending",
    "approved",
    "rejected",
    "suspended",
  ]
  const actions: StatusAction[] = ["approve", "reject", "suspend", "reinstate"]
  const forbidden = statuses
    .flatMap((from) => actions.map((action) => [from, action] as const))
    .filter(
      ([from, action]) => !allowed.some(([a, b]) => a === from && b === action)
    )

  test.each(forbidden)("%s → %s is not allowed", (from, action) => {
    expect(statusAfter(from, action)).toBeNull()
  })

  test("nothing is allowed twice in a row", () => {
    for (const [, action, to] of allowed)
      expect(statusAfter(to, action)).toBeNull()
  })
})

describe("decisionOf", () => {
  const history = (...statuses: AffiliateStatus[]): StatusChange[] =>
    statuses.map((status, second) => ({ status, at: at(second) }))

  test.each<[string, AffiliateStatus[], AffiliateStatus | null]>([
    ["who waits", ["pending"], null],
    ["who was approved at once", ["approved"], null],
    ["who was turned down at once", ["rejected"], null],
    ["an applicant who was approved", ["pending", "approved"], "approved"],
    ["one who was rejected", ["pending", "rejected"], "rejected"],
    ["one approved after all", ["pending", "rejected", "approved"], "approved"],
    ["one who was suspended", ["pending", "approved", "suspended"], null],
    [
      "one whose suspension was taken back",
      ["pending", "approved", "suspended", "approved"],
      null,
    ],
  ])("%s", (_, statuses, decided) => {
    const decision = decisionOf(history(...statuses))
    expect(decision?.status ?? null).toBe(decided)
    if (decision) expect(decision.at).toBe(at(statuses.length - 1))
  })
})
