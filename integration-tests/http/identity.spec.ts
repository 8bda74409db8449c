import { Modules } from "@medusajs/framework/utils"
import { ok, useStore } from "../harness"
import { askForPayout, type ProgramFields } from "../harness/affiliates"
import {
  giveMoney,
  makeAffiliate,
  makePayee,
  moneyOf,
  WITH_ENCRYPTION,
  WITHOUT_COOL_OFF,
  type TestAffiliate,
} from "../support/affiliates"
import { payOut, sell } from "../support/paying"
import { addProgram, createAffiliate } from "../support/programs"
import { expectNothingChanged } from "../support/unchanged"
import { whileUncommitted } from "../support/uncommitted"

/** Who affiliates are: what they hand in, what the merchant decides by it, and payouts that wait for that. */
const store = useStore({
  env: { ...WITH_ENCRYPTION, ...WITHOUT_COOL_OFF, PAYOUT_SANDBOX: "true" },
})

const PDF = Buffer.from("%PDF-1.7\nA passport, ünd more\n%%EOF")
const PNG = Buffer.concat([
  Buffer.from([0x89]),
  Buffer.from("PNG\r\n\u001a\n", "latin1"),
  Buffer.from([0, 1, 2, 0xff, 0xfe]),
])

const document = (fields: object = {}) => ({
  name: "Passport.pdf",
  mime_type: "application/pdf",
  content: PDF.toString("base64"),
  ...fields,
})

const DOCUMENTS = "/affiliate/identity/documents"

const handIn = ({ api }: Pick<TestAffiliate, "api">, fields: object = {}) =>
  api.post(DOCUMENTS, document(fields))

const identityOf = async ({ api }: Pick<TestAffiliate, "api">) =>
  ok(await api.get("/affiliate/identity")).identity

const decide = ({ id }: { id: string }, status: string, note?: string) =>
  store.admin.post(`/admin/affiliates/${id}/identity`, { status, note })

const pathOf = (program_id: string) => `/admin/affiliate-programs/${program_id}`

const fileIds = async () =>
  (
    await store.database.sql<{ file_id: string }>(
      "SELECT file_id FROM affiliate_identity_document"
    )
  ).map(({ file_id }) => file_id)

const files = () => store.container.resolve(Modules.FILE)
const isKept = async (file_id: string) =>
  files()
    .getAsBuffer(file_id)
    .then(
      () => true,
      () => false
    )

afterEach(async () => {
  await files().deleteFiles(await fileIds())
})

describe("a document", () => {
  test("is handed in, waits for the merchant, and is read by nobody else", async () => {
    const ada = await makeAffiliate(store)
    const before = await fileIds()
    expect(await identityOf(ada)).toEqual({
      status: "not_required",
      note: null,
      decided_at: null,
      provider: null,
      identity_required: "never",
      identity_amounts: [],
      required: false,
      documents: [],
    })
    const handed = await handIn(ada)
    expect(handed.status).toBe(201)
    const { document: kept, identity } = handed.body
    expect(kept).toEqual({
      id: expect.any(String),
      name: "Passport.pdf",
      mime_type: "application/pdf",
      created_at: expect.any(String),
    })
    expect(identity).toMatchObject({ status: "pending", documents: [kept] })
    expect(await identityOf(ada)).toEqual(identity)

    const shown = ok(
      await store.admin.get(`/admin/affiliates/${ada.id}/identity`)
    ).identity
    expect(shown).toEqual({
      ...identity,
      documents: [{ ...kept, url: expect.stringMatching(/^https?:\/\//) }],
    })
    const [file_id] = (await fileIds()).filter((id) => !before.includes(id))
    expect(shown.documents[0].url).toContain(file_id)
    expect(file_id).toMatch(/^private-.*[0-9a-f]{48}\.pdf$/)
    expect((await files().getAsBuffer(file_id)).equals(PDF)).toBe(true)
    const { affiliate } = ok(
      await store.admin.get(`/admin/affiliates/${ada.id}`)
    )
    expect(affiliate.identity_status).toBe("pending")
  })

  test("keeps its bytes, whatever they are", async () => {
    const ada = await makeAffiliate(store)
    const before = await fileIds()
    ok(
      await handIn(ada, {
        name: "Me.png",
        mime_type: "image/png",
        content: PNG.toString("base64"),
      })
    )
    const [file_id] = (await fileIds()).filter((id) => !before.includes(id))
    expect((await files().getAsBuffer(file_id)).equals(PNG)).toBe(true)
  })

  test("of five megabytes fits, and of more does not", async () => {
    const ada = await makeAffiliate(store)
    const large = (bytes: number) =>
      Buffer.concat([PDF], bytes).toString("base64")
    ok(await handIn(ada, { content: large(5 * 1024 * 1024) }))
    const refused = await handIn(ada, { content: large(5 * 1024 * 1024 + 8) })
    expect(refused).toMatchObject({
      status: 400,
      body: { message: expect.stringMatching(/'content'.*5 MB/) },
    })
    const huge = await handIn(ada, { content: large(9 * 1024 * 1024) })
    expect(huge.status).toBe(413)
    expect((await identityOf(ada)).documents).toHaveLength(1)
  })

  test.each([
    ["without a name", { name: "" }, /'name'/],
    ["with a name of two lines", { name: "a\nb" }, /'name'/],
    ["of another kind", { mime_type: "text/html" }, /'mime_type'/],
    ["that is none", { content: "" }, /'content'/],
    ["that is no base64", { content: "%PDF-" }, /'content'.*base64/],
    [
      "that is a page",
      { content: Buffer.from("<html>").toString("base64") },
      /'content'/,
    ],
    [
      "that is another kind than it says",
      { content: PNG.toString("base64") },
      /'mime_type'.*image\/png/,
    ],
    ["with an unknown field", { file_id: "private-x" }, /file_id/],
  ])("%s is refused, and leaves nothing", async (_what, fields, message) => {
    const ada = await makeAffiliate(store)
    const refused = await expectNothingChanged(store, () => handIn(ada, fields))
    expect(refused.status).toBe(400)
    expect(refused.body.message).toMatch(message)
  })

  test("is one of ten at most, also when twelve come at once", async () => {
    const ada = await makeAffiliate(store)
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        handIn(ada, { name: `${index}.pdf` })
      )
    )
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 201)).toHaveLength(10)
    expect(statuses.filter((status) => status === 400)).toHaveLength(2)
    const { documents } = await identityOf(ada)
    expect(documents).toHaveLength(10)

    ok(await ada.api.delete(`${DOCUMENTS}/${documents[0].id}`))
    expect((await handIn(ada)).status).toBe(201)
  })

  test("is deleted with its file, by whose it is, while nobody has decided by it", async () => {
    const [ada, bob] = [await makeAffiliate(store), await makeAffiliate(store)]
    const before = await fileIds()
    const { document: kept } = ok(await handIn(ada))
    const [file_id] = (await fileIds()).filter((id) => !before.includes(id))
    const path = `${DOCUMENTS}/${kept.id}`
    const refused = await expectNothingChanged(store, () =>
      bob.api.delete(path)
    )
    expect(refused.status).toBe(404)
    expect((await ada.api.delete(`${DOCUMENTS}/affdoc_no`)).status).toBe(404)

    for (const status of ["verified", "rejected", "not_required"]) {
      ok(await decide(ada, status, "…"))
      expect((await ada.api.delete(path)).status).toBe(400)
    }
    ok(await decide(ada, "pending"))
    expect(await isKept(file_id)).toBe(true)
    expect(ok(await ada.api.delete(path))).toEqual({
      id: kept.id,
      object: "affiliate_identity_document",
      deleted: true,
    })
    expect(await isKept(file_id)).toBe(false)
    expect((await identityOf(ada)).documents).toEqual([])
    expect((await ada.api.delete(path)).status).toBe(404)
  })

  test("goes with an affiliate who is deleted", async () => {
    const ada = await makeAffiliate(store)
    const before = await fileIds()
    ok(await handIn(ada))
    const [file_id] = (await fileIds()).filter((id) => !before.includes(id))
    ok(await store.admin.delete(`/admin/affiliates/${ada.id}`))
    expect(await isKept(file_id)).toBe(false)
    expect(await fileIds()).not.toContain(file_id)
  })

  test("whose file was lost is still listed, without an address", async () => {
    const ada = await makeAffiliate(store)
    const before = await fileIds()
    ok(await handIn(ada))
    await files().deleteFiles(
      (await fileIds()).filter((id) => !before.includes(id))
    )
    const { identity } = ok(
      await store.admin.get(`/admin/affiliates/${ada.id}/identity`)
    )
    expect(identity.documents).toMatchObject([
      { name: "Passport.pdf", url: null },
    ])
  })
})

describe("the merchant", () => {
  test("decides, and the affiliate reads why", async () => {
    const ada = await makeAffiliate(store)
    ok(await handIn(ada))
    const { affiliate } = ok(await decide(ada, "rejected", "It has expired"))
    expect(affiliate).toMatchObject({
      id: ada.id,
      identity_status: "rejected",
      identity_note: "It has expired",
      identity_decided_at: expect.any(String),
    })
    expect(await identityOf(ada)).toMatchObject({
      status: "rejected",
      note: "It has expired",
      decided_at: affiliate.identity_decided_at,
    })

    ok(await handIn(ada, { name: "New passport.pdf" }))
    expect(await identityOf(ada)).toMatchObject({
      status: "pending",
      decided_at: null,
    })
    ok(await decide(ada, "verified"))
    expect(await identityOf(ada)).toMatchObject({
      status: "verified",
      note: null,
    })
    const late = await expectNothingChanged(store, () => handIn(ada))
    expect(late).toMatchObject({
      status: 400,
      body: { message: expect.stringMatching(/verified/) },
    })
  })

  test.each([
    ["nothing", {}, /'status'/],
    ["a status that is none", { status: "maybe" }, /'status'/],
    ["an empty note", { status: "rejected", note: " " }, /'note'/],
    ["an unknown field", { status: "verified", by: "me" }, /by/],
  ])("cannot decide by %s", async (_what, body, message) => {
    const { id } = await createAffiliate(store)
    const refused = await expectNothingChanged(store, () =>
      store.admin.post(`/admin/affiliates/${id}/identity`, body)
    )
    expect(refused.status).toBe(400)
    expect(refused.body.message).toMatch(message)
  })

  test("does not find whom there is not", async () => {
    expect((await decide({ id: "aff_no" }, "verified")).status).toBe(404)
    const path = "/admin/affiliates/aff_no/identity"
    expect((await store.admin.get(path)).status).toBe(404)
  })
})

describe("a payout provider that verifies people", () => {
  const giveAccount = async ({ api }: TestAffiliate, person?: string) =>
    ok(
      await api.post("/affiliate/payout-method", {
        provider: "sandbox",
        details: { account: "good", person },
      })
    )

  test("says who they are, and payouts wait or go by that", async () => {
    const program_id = await addProgram(store, { identity_required: "always" })
    const ada = await makePayee(store, [80], { program_id })
    await giveAccount(ada)
    expect(await identityOf(ada)).toMatchObject({
      status: "not_required",
      provider: null,
    })
    for (const status of ["pending", "rejected"]) {
      await giveAccount(ada, status)
      expect(await identityOf(ada)).toMatchObject({
        status,
        note: `The sandbox says: ${status}`,
        provider: "sandbox",
      })
      expect((await askForPayout(ada, "usd", 10)).status).toBe(400)
    }
    await giveAccount(ada, "verified")
    expect(await identityOf(ada)).toMatchObject({
      status: "verified",
      provider: "sandbox",
      decided_at: expect.any(String),
    })
    expect((await askForPayout(ada, "usd", 10)).status).toBe(201)
    const changes = await store.database.sql<{ to: string; actor: string }>(
      `SELECT changes -> 'identity_status' ->> 'to' AS to, actor_type AS actor
         FROM affiliate_change
        WHERE entity_id = $1 AND changes ? 'identity_status' ORDER BY at`,
      [ada.id]
    )
    expect(changes.slice(-3)).toEqual(
      ["pending", "rejected", "verified"].map((to) => ({
        to,
        actor: "affiliate",
      }))
    )
  })

  test("takes its word back with another account, and says nothing against a person", async () => {
    const ada = await makeAffiliate(store)
    await giveAccount(ada, "verified")
    await giveAccount(ada, "pending")
    expect(await identityOf(ada)).toMatchObject({
      status: "pending",
      decided_at: null,
    })
    ok(await decide(ada, "rejected", "Somebody else's passport"))
    await giveAccount(ada, "verified")
    expect(await identityOf(ada)).toMatchObject({
      status: "rejected",
      note: "Somebody else's passport",
      provider: null,
    })
    // As if nothing had been decided: then the provider may say something again.
    ok(await decide(ada, "not_required"))
    await giveAccount(ada, "verified")
    expect((await identityOf(ada)).status).toBe("verified")
    ok(await decide(ada, "verified"))
    await giveAccount(ada, "rejected")
    expect(await identityOf(ada)).toMatchObject({
      status: "verified",
      provider: null,
    })
  })
})

describe("a program", () => {
  test("says when it asks for the identity", async () => {
    const program_id = await addProgram(store)
    const read = async () =>
      ok(await store.admin.get(pathOf(program_id))).affiliate_program
    expect(await read()).toMatchObject({
      identity_required: "never",
      identity_amounts: [],
    })
    const rule = {
      identity_required: "above_amount",
      identity_amounts: [{ currency_code: "usd", amount: 600.5 }],
    }
    ok(await store.admin.post(pathOf(program_id), rule))
    expect(await read()).toMatchObject(rule)
  })

  test.each([
    ["at another time", { identity_required: "sometimes" }, /required/],
    [
      "beyond no amount",
      { identity_required: "above_amount" },
      /'identity_amounts'/,
    ],
    [
      "in no currency",
      { identity_amounts: [{ currency_code: "xqz", amount: 1 }] },
      /'identity_amounts'.*xqz/,
    ],
    [
      "beyond less than nothing",
      { identity_amounts: [{ currency_code: "usd", amount: -1 }] },
      /amount/,
    ],
  ])("cannot ask %s", async (_what, body, message) => {
    const program_id = await addProgram(store)
    const refused = await expectNothingChanged(store, () =>
      store.admin.post(pathOf(program_id), body)
    )
    expect(refused.status).toBe(400)
    expect(refused.body.message).toMatch(message)
  })
})

describe("payouts wait for the identity", () => {
  const payeeOf = async (rule: ProgramFields, amounts: number[]) =>
    makePayee(store, amounts, { program_id: await addProgram(store, rule) })

  test("always, where the program says so, until it is verified; orders earn meanwhile", async () => {
    const ada = await payeeOf({ identity_required: "always" }, [80])
    const refused = await expectNothingChanged(store, () =>
      askForPayout(ada, "usd", 10)
    )
    expect(refused).toMatchObject({
      status: 400,
      body: {
        type: "not_allowed",
        message: expect.stringMatching(/identity is verified/),
      },
    })
    const { codes } = ok(
      await store.admin.get(`/admin/affiliates/${ada.id}`)
    ).affiliate
    await sell(store, codes[0].code)
    expect(await moneyOf(store, ada.id)).toMatchObject({
      pending: 20,
      available: 80,
    })

    for (const status of ["pending", "rejected", "not_required"]) {
      ok(await decide(ada, status, "…"))
      expect((await askForPayout(ada, "usd", 10)).status).toBe(400)
    }
    const byMerchant = await store.admin.post("/admin/affiliate-payouts", {
      affiliate_id: ada.id,
      currency_code: "usd",
    })
    expect(byMerchant).toMatchObject({
      status: 400,
      body: { message: expect.stringMatching(/identity/) },
    })
    ok(await decide(ada, "verified"))
    expect((await askForPayout(ada, "usd", 10)).status).toBe(201)
  })

  test("beyond an amount: what was paid, is requested and is asked for counts together", async () => {
    const ada = await payeeOf(
      {
        identity_required: "above_amount",
        identity_amounts: [{ currency_code: "usd", amount: 50 }],
      },
      [30]
    )
    await payOut(store, ada.id)
    await giveMoney(store, ada.id, 40)
    await giveMoney(store, ada.id, 500, "eur")
    expect((await askForPayout(ada, "usd", 15)).status).toBe(201)
    const over = await askForPayout(ada, "usd", 5.01)
    expect(over).toMatchObject({
      status: 400,
      body: { message: expect.stringMatching(/more than 50 USD in all/) },
    })
    expect((await askForPayout(ada, "usd")).status).toBe(400)
    expect((await askForPayout(ada, "usd", 5)).status).toBe(201)
    expect((await askForPayout(ada, "eur")).status).toBe(201)
    expect((await askForPayout(ada, "usd", 1)).status).toBe(400)
    ok(await decide(ada, "verified"))
    expect((await askForPayout(ada, "usd")).status).toBe(201)
  })

  test("beyond an amount, also of requests at the same moment", async () => {
    const ada = await payeeOf(
      {
        identity_required: "above_amount",
        identity_amounts: [{ currency_code: "usd", amount: 50 }],
      },
      [200]
    )
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => askForPayout(ada, "usd", 20))
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(2)
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(6)
    expect(await moneyOf(store, ada.id)).toMatchObject({ requested: 40 })
  })

  test("and for a decision that is being made", async () => {
    const ada = await payeeOf({ identity_required: "always" }, [50])
    ok(await decide(ada, "verified"))
    const answer = await whileUncommitted(
      store,
      [
        [
          "UPDATE affiliate SET identity_status = 'rejected' WHERE id = $1",
          [ada.id],
        ],
      ],
      () => askForPayout(ada, "usd", 10)
    )
    expect(answer).toMatchObject({
      status: 400,
      body: { message: expect.stringMatching(/rejected/) },
    })
  })

  test("and what was requested before a rejection came before it, whatever comes at the same moment", async () => {
    for (let round = 0; round < 3; round++) {
      const ada = await payeeOf({ identity_required: "always" }, [100])
      ok(await decide(ada, "verified"))
      await Promise.all([
        decide(ada, "rejected", "No"),
        ...Array.from({ length: 4 }, () => askForPayout(ada, "usd", 10)),
      ])
      expect((await askForPayout(ada, "usd", 1)).status).toBe(400)
      const late = await store.database.sql(
        `SELECT p.at FROM affiliate_change p
          WHERE p.entity = 'affiliate_payout' AND p.affiliate_id = $1
            AND p.at > (SELECT max(d.at) FROM affiliate_change d
                         WHERE d.entity = 'affiliate' AND d.entity_id = $1
                           AND d.changes -> 'identity_status' ->> 'to' = 'rejected')`,
        [ada.id]
      )
      expect(late).toEqual([])
    }
  })
})
