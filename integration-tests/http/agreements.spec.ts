import { createHash } from "node:crypto"
import { eventually, ok, recordEvents, signUp, useStore } from "../harness"
import type { EventRecord } from "../harness"
import { askForPayout, publishAgreement } from "../harness/affiliates"
import {
  affiliateService,
  makeAffiliate,
  makePayee,
  moneyOf,
  WITH_ENCRYPTION,
  type TestAffiliate,
} from "../support/affiliates"
import { sell } from "../support/paying"
import {
  createAffiliate,
  logIn,
  newLogin,
  register,
  unique,
  uniqueEmail,
} from "../support/people"
import { addProgram } from "../support/programs"
import { expectNothingChanged } from "../support/unchanged"
import { whileUncommitted } from "../support/uncommitted"

/** The words affiliates agree to: versions, proof that they were accepted, and payouts that wait for it. */
const store = useStore({ env: WITH_ENCRYPTION })

const AGREEMENTS = "/admin/affiliate-agreements"

let heard: EventRecord
beforeAll(() => {
  heard = recordEvents(store.container)
})

const standing = async ({ api }: Pick<TestAffiliate, "api">) =>
  ok(await api.get("/affiliate/profile")).affiliate.agreement

const accept = ({ api }: Pick<TestAffiliate, "api">, version: number) =>
  api.post(`/affiliate/agreements/${version}/accept`)

const proofsOf = (affiliate_id: string) =>
  store.database.sql<{
    body_sha256: string
    accepted_at: Date
    address_hash: string | null
    version: number
  }>(
    `SELECT c.body_sha256, c.accepted_at, c.address_hash, g.version
       FROM affiliate_agreement_acceptance c
       JOIN affiliate_agreement g ON g.id = c.agreement_id
      WHERE c.affiliate_id = $1 ORDER BY g.version`,
    [affiliate_id]
  )

/** Somebody of a program of their own, logged in, with money to be paid out. */
const someoneOf = async (amounts: number[] = [80]) => {
  const program_id = await addProgram(store)
  return { program_id, ...(await makePayee(store, amounts, { program_id })) }
}

describe("a published version", () => {
  test("answers its number, the hash of its words and how many accepted it", async () => {
    const program_id = await addProgram(store)
    const body = "Be fair.\nBe kind. 💶"
    const agreement = await publishAgreement(store, program_id, { body })
    const body_sha256 = createHash("sha256").update(body).digest("hex")
    expect(agreement).toMatchObject({
      program_id,
      version: 1,
      title: "Terms",
      body,
      body_sha256,
      requires_acceptance: true,
      acceptances: 0,
    })

    const someone = await makeAffiliate(store, { program_id })
    ok(await accept(someone, 1))
    const read = ok(await store.admin.get(`${AGREEMENTS}/${agreement.id}`))
    expect(read.affiliate_agreement).toEqual({ ...agreement, acceptances: 1 })
    await eventually(() => {
      const events = heard.events.filter(
        ({ name, data }) =>
          name === "affiliate.agreement_published" &&
          (data as { id: string }).id === agreement.id
      )
      expect(events).toHaveLength(1)
      expect(events[0].data).toMatchObject({ id: agreement.id, program_id })
    })
  })

  test("is numbered within its program, and listed the newest first", async () => {
    const [one, other] = [await addProgram(store), await addProgram(store)]
    await publishAgreement(store, one)
    await publishAgreement(store, one, { title: "Terms, improved" })
    expect((await publishAgreement(store, other)).version).toBe(1)

    const list = ok(await store.admin.get(AGREEMENTS, { program_id: one }))
    expect(list).toMatchObject({ count: 2, offset: 0, limit: 20 })
    expect(
      list.affiliate_agreements.map(
        ({ version, title, acceptances }: Record<string, unknown>) => [
          version,
          title,
          acceptances,
        ]
      )
    ).toEqual([
      [2, "Terms, improved", 0],
      [1, "Terms", 0],
    ])
    const ordered = ok(
      await store.admin.get(AGREEMENTS, { program_id: one, order: "version" })
    )
    expect(ordered.affiliate_agreements[0].version).toBe(1)
  })

  test("never changes: there is no route for it, and the database refuses", async () => {
    const { id } = await publishAgreement(store, await addProgram(store))
    const path = `${AGREEMENTS}/${id}`
    expect((await store.admin.post(path, { title: "X" })).status).toBe(404)
    expect((await store.admin.delete(path)).status).toBe(404)
    for (const statement of [
      "UPDATE affiliate_agreement SET body = 'x' WHERE id = $1",
      "DELETE FROM affiliate_agreement WHERE id = $1",
    ])
      await expect(store.database.sql(statement, [id])).rejects.toThrow(
        /append-only/
      )
  })

  test("of ten publishings at once has a number of its own", async () => {
    const program_id = await addProgram(store)
    const published = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        publishAgreement(store, program_id, { title: `Terms ${index}` })
      )
    )
    expect(
      published.map(({ version }) => version).sort((a, b) => a - b)
    ).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  })

  test.each([
    ["without a program", { program_id: undefined }, /'program_id'/],
    ["of no program", { program_id: "affprog_no" }, /'program_id'/],
    ["without a title", { title: "" }, /'title'/],
    ["without words", { body: " " }, /'body'/],
    ["with words that are none", { body: 5 }, /'body'/],
    ["with more words than fit", { body: "x".repeat(200_001) }, /'body'/],
    ["that may be accepted", { requires_acceptance: "maybe" }, /acceptance/],
    ["with a version", { version: 7 }, /version/],
  ])("%s is refused", async (_what, fields, message) => {
    const program_id = await addProgram(store)
    const refused = await store.admin.post(AGREEMENTS, {
      program_id,
      title: "Terms",
      body: "Be fair.",
      requires_acceptance: true,
      ...fields,
    })
    expect(refused.status).toBe(400)
    expect(refused.body.message).toMatch(message)
    const { count } = ok(await store.admin.get(AGREEMENTS, { program_id }))
    expect(count).toBe(0)
  })

  test("is not found by another id, nor listed by a filter that is none", async () => {
    expect((await store.admin.get(`${AGREEMENTS}/affagr_no`)).status).toBe(404)
    expect((await store.admin.get(AGREEMENTS, { programme: "x" })).status).toBe(
      400
    )
  })
})

describe("an affiliate", () => {
  test("sees the versions of the own program, what was accepted and what is due", async () => {
    const { program_id, ...ada } = await someoneOf([])
    await publishAgreement(store, await addProgram(store))
    expect(ok(await ada.api.get("/affiliate/agreements"))).toEqual({
      agreements: [],
      due_version: null,
      count: 0,
      offset: 0,
      limit: 20,
    })
    await publishAgreement(store, program_id, { body: "One" })
    ok(await accept(ada, 1))
    await publishAgreement(store, program_id, { body: "Two" })

    const { agreements, due_version, count } = ok(
      await ada.api.get("/affiliate/agreements")
    )
    expect({ due_version, count }).toEqual({ due_version: 2, count: 2 })
    expect(agreements).toMatchObject([
      { version: 2, body: "Two", accepted_at: null, due: true },
      { version: 1, body: "One", due: false },
    ])
    expect(await standing(ada)).toEqual({
      accepted_version: 1,
      accepted_at: agreements[1].accepted_at,
      due_version: 2,
    })
  })

  test("accepts once, with proof: version, hash, time, and a keyed hash of the address", async () => {
    const { program_id, ...ada } = await someoneOf([])
    const { body_sha256 } = await publishAgreement(store, program_id)
    const first = await accept(ada, 1)
    expect(first.status).toBe(200)
    expect(first.body.agreement).toMatchObject({ version: 1, due: false })
    const [proof] = await proofsOf(ada.id)
    expect(proof).toMatchObject({ version: 1, body_sha256 })
    expect(proof.address_hash).toMatch(/^[0-9a-f]{64}$/)
    expect(Math.abs(Date.now() - proof.accepted_at.getTime())).toBeLessThan(
      60_000
    )

    const again = await Promise.all(
      Array.from({ length: 5 }, () => accept(ada, 1))
    )
    for (const { status, body } of again)
      expect({ status, body }).toEqual({ status: 200, body: first.body })
    expect(await proofsOf(ada.id)).toEqual([proof])
    await expect(
      store.database.sql(
        "DELETE FROM affiliate_agreement_acceptance WHERE affiliate_id = $1",
        [ada.id]
      )
    ).rejects.toThrow(/append-only/)
  })

  test("accepts once, when ten ask at once for the first time", async () => {
    const { program_id, ...ada } = await someoneOf([])
    await publishAgreement(store, program_id)
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => accept(ada, 1))
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect(
      new Set(answers.map(({ body }) => body.agreement.accepted_at)).size
    ).toBe(1)
    expect(await proofsOf(ada.id)).toHaveLength(1)
  })

  test("cannot accept what is not in force, unknown, or another program's", async () => {
    const { program_id, ...ada } = await someoneOf([])
    expect((await accept(ada, 1)).status).toBe(404)
    await publishAgreement(store, program_id)
    await publishAgreement(store, program_id)
    const other = await addProgram(store)
    for (let version = 1; version <= 3; version++)
      await publishAgreement(store, other)

    expect(await accept(ada, 1)).toMatchObject({
      status: 400,
      body: { message: expect.stringMatching(/accept version 2/) },
    })
    for (const version of ["3", "0", "-1", "1.5", "x", "99999999999"]) {
      const refused = await ada.api.post(
        `/affiliate/agreements/${version}/accept`
      )
      expect({ version, status: refused.status }).toEqual({
        version,
        status: 404,
      })
    }
    const named = await ada.api.post("/affiliate/agreements/2/accept", {
      accepted_at: "2020-01-01",
    })
    expect(named.status).toBe(400)
    expect(await proofsOf(ada.id)).toEqual([])
  })

  test("who moves to another program has that one's agreement to accept", async () => {
    const { program_id, ...ada } = await someoneOf([])
    await publishAgreement(store, program_id)
    ok(await accept(ada, 1))
    const other = await addProgram(store)
    await publishAgreement(store, other)
    ok(
      await store.admin.post(`/admin/affiliates/${ada.id}`, {
        program_id: other,
      })
    )
    expect(await standing(ada)).toEqual({
      accepted_version: null,
      accepted_at: null,
      due_version: 1,
    })
  })
})

describe("whoever applies", () => {
  /** A program that somebody joins by the code of its first member. */
  const programToJoin = async () => {
    const program_id = await addProgram(store)
    const { codes } = await createAffiliate(store, {
      program_id,
      code: unique("Ref"),
    })
    return { program_id, referral_code: codes[0].code }
  }

  test("names the version in force, which is recorded with proof", async () => {
    const { program_id, referral_code } = await programToJoin()
    await publishAgreement(store, program_id)
    const { body_sha256 } = await publishAgreement(store, program_id, {
      body: "Two",
    })
    for (const agreement_version of ["2", 2]) {
      const email = uniqueEmail()
      const { id } = await register(store, {
        email,
        referral_code,
        agreement_version,
      })
      const proofs = await proofsOf(id)
      expect(proofs).toMatchObject([{ version: 2, body_sha256 }])
      expect(proofs[0].address_hash).toMatch(/^[0-9a-f]{64}$/)
      expect(await standing({ api: await logIn(store, email) })).toEqual({
        accepted_version: 2,
        accepted_at: proofs[0].accepted_at.toISOString(),
        due_version: null,
      })
    }
  })

  test.each(["1", "3", "2026-11", 1])(
    "and names %p instead is refused, told the one in force",
    async (agreement_version) => {
      const { program_id, referral_code } = await programToJoin()
      await publishAgreement(store, program_id)
      await publishAgreement(store, program_id)
      const login = await newLogin(store, uniqueEmail())
      const refused = await expectNothingChanged(store, () =>
        login.post("/affiliate/register", {
          name: "Cy",
          email: uniqueEmail(),
          referral_code,
          agreement_version,
        })
      )
      expect(refused).toMatchObject({
        status: 400,
        body: {
          message: expect.stringMatching(/'agreement_version' must be 2/),
        },
      })
    }
  )

  test("again, after a rejection, accepts the version that is in force by then", async () => {
    const { program_id, referral_code } = await programToJoin()
    await publishAgreement(store, program_id)
    const email = uniqueEmail()
    const application = { name: "Cy", email, referral_code }
    const { id } = await register(store, application)
    ok(await store.admin.post(`/admin/affiliates/${id}/reject`))
    await publishAgreement(store, program_id)
    const login = await logIn(store, email)
    const applyAgain = (agreement_version: string) =>
      login.post("/affiliate/register", { ...application, agreement_version })

    const refused = await expectNothingChanged(store, () => applyAgain("1"))
    expect(refused.status).toBe(400)
    ok(await applyAgain("2"))
    expect(await proofsOf(id)).toMatchObject([{ version: 1 }, { version: 2 }])
  })

  test("as a customer does so too", async () => {
    const { program_id, referral_code } = await programToJoin()
    await publishAgreement(store, program_id)
    const customer = await signUp(store.shop, uniqueEmail())
    const apply = (agreement_version: string) =>
      customer.api.post("/store/customers/me/affiliate", {
        name: "Di",
        referral_code,
        agreement_version,
      })
    const refused = await expectNothingChanged(store, () => apply("2"))
    expect(refused.status).toBe(400)
    const { affiliate } = ok(await apply("1"))
    expect(affiliate.agreement).toMatchObject({ accepted_version: 1 })
    expect(await proofsOf(affiliate.id)).toHaveLength(1)
  })
})

describe("a version in force that must be accepted", () => {
  test("holds payouts up until it is, and not what orders earn", async () => {
    const program_id = await addProgram(store)
    const ada = await makePayee(store, [80], { program_id })
    ok(await askForPayout(ada, "usd", 10))

    await publishAgreement(store, program_id)
    const refused = await expectNothingChanged(store, () =>
      askForPayout(ada, "usd", 10)
    )
    expect(refused).toMatchObject({
      status: 400,
      body: {
        type: "not_allowed",
        message: expect.stringMatching(/accepted version 1/),
      },
    })
    const { codes } = ok(
      await store.admin.get(`/admin/affiliates/${ada.id}`)
    ).affiliate
    await sell(store, codes[0].code)
    expect(await moneyOf(store, ada.id)).toMatchObject({ pending: 20 })

    ok(await accept(ada, 1))
    expect((await askForPayout(ada, "usd", 10)).status).toBe(201)
    await publishAgreement(store, program_id)
    expect((await askForPayout(ada, "usd", 10)).status).toBe(400)
    ok(await accept(ada, 2))
    expect((await askForPayout(ada, "usd", 10)).status).toBe(201)
  })

  test("holds up what the merchant would pay too, saying why", async () => {
    const { program_id, ...ada } = await someoneOf()
    await publishAgreement(store, program_id)
    const pay = () =>
      store.admin.post("/admin/affiliate-payouts", {
        affiliate_id: ada.id,
        currency_code: "usd",
      })
    expect(await pay()).toMatchObject({
      status: 400,
      body: { message: expect.stringMatching(/accepted version 1/) },
    })
    ok(await accept(ada, 1))
    expect((await pay()).status).toBe(200)
  })

  test("holds up a failed payout that is tried again", async () => {
    const { program_id, ...ada } = await someoneOf([50])
    const { payout } = ok(await askForPayout(ada, "usd"))
    ok(await store.admin.post(`/admin/affiliate-payouts/${payout.id}/process`))
    const [{ idempotency_key }] = await store.database.sql<{
      idempotency_key: string
    }>("SELECT idempotency_key FROM affiliate_payout WHERE id = $1", [
      payout.id,
    ])
    await affiliateService(store).recordPayout({
      id: payout.id,
      idempotency_key,
      status: "failed",
      reason: "no such account",
    })
    await publishAgreement(store, program_id)
    const retry = () =>
      store.admin.post(`/admin/affiliate-payouts/${payout.id}/retry`)
    expect(await retry()).toMatchObject({
      status: 400,
      body: { message: expect.stringMatching(/accepted version 1/) },
    })
    ok(await accept(ada, 1))
    ok(await retry())
  })

  test("and is published while payouts are asked for: each came before it, or waits", async () => {
    for (let round = 0; round < 5; round++) {
      const { program_id, ...ada } = await someoneOf([50])
      const [agreement, ...requests] = await Promise.all([
        publishAgreement(store, program_id),
        ...Array.from({ length: 5 }, () => askForPayout(ada, "usd", 10)),
      ])
      const late = await askForPayout(ada, "usd", 1)
      expect(late.status).toBe(400)
      expect(requests.map(({ status }) => status)).not.toContain(500)
      const after = await store.database.sql(
        `SELECT c.at FROM affiliate_change c
          WHERE c.entity = 'affiliate_payout' AND c.affiliate_id = $1
            AND c.at > (SELECT max(at) FROM affiliate_change
                         WHERE entity = 'affiliate_agreement' AND entity_id = $2)`,
        [ada.id, agreement.id]
      )
      expect(after).toEqual([])
    }
  })
})

test("a payout that is asked for while a version is being published waits, and is refused by it", async () => {
  const { program_id, ...ada } = await someoneOf([50])
  const answer = await whileUncommitted(
    store,
    [
      [
        "SELECT id FROM affiliate_program WHERE id = $1 FOR NO KEY UPDATE",
        [program_id],
      ],
      [
        `INSERT INTO affiliate_agreement
                (id, program_id, version, title, body, body_sha256, published_at)
         VALUES ($1, $2, 1, 'Terms', 'Be fair.', 'x', now())`,
        [unique("affagr_"), program_id],
      ],
    ],
    () => askForPayout(ada, "usd", 10)
  )
  expect(answer).toMatchObject({
    status: 400,
    body: { message: expect.stringMatching(/accepted version 1/) },
  })
})

test("one that need not be accepted holds nothing up", async () => {
  const { program_id, ...ada } = await someoneOf()
  await publishAgreement(store, program_id, { requires_acceptance: false })
  expect(await standing(ada)).toMatchObject({ due_version: null })
  expect((await askForPayout(ada, "usd")).status).toBe(201)
})
