import {
  BATCH_ITEM_STATUSES,
  BATCH_STATUSES,
  batchMayBecome,
  batchStatusesBefore,
  BatchConsent,
  isApproved,
  itemMayBecome,
  itemStatusByPayout,
  itemStatusesBefore,
  problemOfApproval,
} from "../../src/modules/affiliate/domain/payout-batches/states"

const word = (by: string) => ({ by, at: "2026-11-27T00:00:00.000Z" })
const user = (id: string) => ({ id, type: "user" })

describe("a batch", () => {
  test("that is over stays so", () => {
    for (const over of ["finished", "canceled"] as const)
      for (const to of BATCH_STATUSES)
        expect(batchMayBecome(over, to)).toBe(false)
  })

  test("runs only after it was approved", () => {
    expect(batchStatusesBefore("running")).toEqual(["approved"])
    expect(batchStatusesBefore("approved")).toEqual([
      "draft",
      "awaiting_approval",
    ])
  })

  test("can be canceled until it is over", () => {
    expect(batchStatusesBefore("canceled")).toEqual([
      "draft",
      "awaiting_approval",
      "approved",
      "running",
    ])
  })
})

describe("an item", () => {
  test("that was sent is never taken back by the batch, nor sent again", () => {
    for (const over of ["sent", "refused", "failed", "canceled"] as const)
      for (const to of BATCH_ITEM_STATUSES)
        expect(itemMayBecome(over, to)).toBe(false)
    expect(itemStatusesBefore("sent")).toEqual(["requested"])
    expect(itemStatusesBefore("refused")).toEqual(["due", "requested"])
  })

  test.each([
    ["pending", "requested"],
    ["processing", "sent"],
    ["paid", "sent"],
    ["failed", "failed"],
    ["canceled", "canceled"],
    ["returned", "sent"],
  ])("whose payout is %s is %s", (payout, item) => {
    expect(itemStatusByPayout(payout)).toBe(item)
  })
})

describe("a batch is approved", () => {
  const made: BatchConsent = { created_by: "ada", approvals: [] }
  const by = (...people: string[]) => people.map(word)

  test.each<[string, BatchConsent, 1 | 2, boolean]>([
    ["not by being made", made, 1, false],
    [
      "by one word, its maker's too",
      { ...made, approvals: by("ada") },
      1,
      true,
    ],
    [
      "not by its maker, where two are needed",
      { ...made, approvals: by("ada") },
      2,
      false,
    ],
    [
      "by a second person, where two are needed",
      { ...made, approvals: by("bob") },
      2,
      true,
    ],
    [
      "not by one person, where nobody made it and two are needed",
      { created_by: null, approvals: by("ada", "ada") },
      2,
      false,
    ],
    [
      "by two people, where nobody made it",
      { created_by: null, approvals: by("ada", "bob") },
      2,
      true,
    ],
  ])("%s", (_, consent, needed, approved) => {
    expect(isApproved(consent, needed)).toBe(approved)
  })

  test("by a word that counts only", () => {
    expect(problemOfApproval(made, user("ada"), 1)).toBeNull()
    expect(problemOfApproval(made, user("bob"), 2)).toBeNull()
    expect(problemOfApproval(made, user("ada"), 2)).toMatch(/somebody else/)
    expect(problemOfApproval(made, { id: "sk_1", type: "api-key" }, 2)).toMatch(
      /second person/
    )
    expect(
      problemOfApproval(
        { created_by: null, approvals: by("bob") },
        user("bob"),
        2
      )
    ).toMatch(/somebody else/)
  })
})
