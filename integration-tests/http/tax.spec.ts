import { eventually, ok, useStore, type Api } from "../harness"
import { payOut, requestPayout } from "../harness/affiliates"
import keepTaxPapers from "../../src/jobs/affiliate-keep-tax-papers"
import { SecretBox } from "../../src/modules/affiliate/secrets"
import {
  affiliateService,
  giveMoney,
  makeAffiliate,
  makePayee,
  WITH_ENCRYPTION,
} from "../support/affiliates"
import { pdfPages } from "../support/pdf-text"
import { deliver, ofPayment, payoutTo, WITH_SANDBOX } from "../support/sandbox"
import { FOREIGN_TIN, SSN, vatForm, w8ben, w9 } from "../support/tax-forms"

/** Tax forms, the payouts that wait for them, the report of a year, and the papers of payouts. */

const EARLIER_KEY = "an earlier secret of the test store"
const LOST_KEY = "a secret that nobody has any more"
const store = useStore({
  env: {
    ...WITH_ENCRYPTION,
    ...WITH_SANDBOX,
    AFFILIATE_PREVIOUS_ENCRYPTION_KEYS: JSON.stringify([EARLIER_KEY]),
    AFFILIATE_TAX: JSON.stringify({
      issuer: {
        name: "Shop GmbH",
        address_lines: ["Hauptstraße 1", "10115 Berlin"],
        country_code: "DE",
        vat_id: "DE987654321",
      },
    }),
  },
  seed: false,
})

const YEAR = new Date().getUTCFullYear()
const THRESHOLD = 2000

const ask = (api: Api, amount: number, currency_code = "usd") =>
  api.post("/affiliate/payouts", { currency_code, amount })

const refusedFor = (why: RegExp) => ({
  status: 400,
  body: { type: "not_allowed", message: expect.stringMatching(why) },
})

/** Moves what an affiliate was paid into another year, past the trigger that forbids it. */
const paidIn = async (affiliate_id: string, year: number) => {
  const { sql } = store.database
  await sql("ALTER TABLE affiliate_entry DISABLE TRIGGER USER")
  await sql(
    `UPDATE affiliate_entry SET created_at = make_timestamptz($2, 6, 1, 0, 0, 0, 'UTC')
      WHERE affiliate_id = $1`,
    [affiliate_id, year]
  )
  await sql("ALTER TABLE affiliate_entry ENABLE TRIGGER USER")
}

describe("a tax form", () => {
  test("is filed by the affiliate, shown masked, and every version is kept", async () => {
    const ada = await makeAffiliate(store)
    expect(ok(await ada.api.get("/affiliate/tax-form"))).toMatchObject({
      tax_form: null,
      tax_profile: {
        year: YEAR,
        threshold: THRESHOLD,
        paid_in_year: 0,
        gate: true,
        form_valid: false,
      },
    })
    const filed = await ada.api.post("/affiliate/tax-form", w9())
    expect(filed.status).toBe(201)
    expect(ok(filed).tax_form).toMatchObject({
      form: "w9",
      version: 1,
      name: "Augusta Ada King",
      tin_type: "ssn",
      tin_masked: "•••• 6788",
      state: "valid",
      expires_on: null,
    })
    const w8 = ok(await ada.api.post("/affiliate/tax-profile", w8ben()))
    expect(w8.tax_profile).toMatchObject({
      form_valid: true,
      tax_form: {
        version: 2,
        form: "w8ben",
        foreign_tin_masked: "•••• 2719",
        expires_on: `${YEAR + 3}-12-31`,
      },
    })
    const seen = ok(
      await store.admin.get(`/admin/affiliates/${ada.id}/tax-form`)
    )
    expect(seen.versions.map(({ form }: { form: string }) => form)).toEqual([
      "w8ben",
      "w9",
    ])
    expect(JSON.stringify([seen, w8, ok(filed)])).not.toMatch(
      /123-?45|86095|v1\./
    )
  })

  test("is stored so that nothing in the database shows what it says", async () => {
    const ada = await makeAffiliate(store)
    ok(await ada.api.post("/affiliate/tax-form", w9()))
    ok(await ada.api.post("/affiliate/tax-form", w8ben()))
    const { sql } = store.database
    for (const table of ["affiliate_tax_form", "affiliate_change"]) {
      const rows = await sql<{ text: string }>(
        `SELECT to_jsonb(t)::text AS text FROM ${table} t WHERE affiliate_id = $1`,
        [ada.id]
      )
      expect(rows.length).toBeGreaterThan(1)
      for (const { text } of rows)
        for (const word of [
          SSN,
          "123456788",
          FOREIGN_TIN,
          "Augusta",
          "Main St",
        ])
          expect(text).not.toContain(word)
    }
    const changes = await sql<{ changes: object }>(
      `SELECT changes FROM affiliate_change WHERE entity = 'affiliate_tax_form' AND affiliate_id = $1`,
      [ada.id]
    )
    expect(JSON.stringify(changes)).not.toMatch(/6788|2719|v1\./)
  })

  test.each([
    ["a number that cannot be", { tin: "000-45-6788" }, /'tin'/],
    [
      "no confirmation",
      {
        signature: {
          name: "Augusta Ada King",
          date: "2026-01-01",
          certified: false,
        },
      },
      /'signature.certified'/,
    ],
    ["a form that does not fit", { us_person: false }, /'form'/],
    [
      "a day that is none",
      { signature: { name: "A", date: "2026-02-30", certified: true } },
      /signature/,
    ],
  ])("with %s is refused, and nothing is kept", async (_, over, why) => {
    const ada = await makeAffiliate(store)
    expect(await ada.api.post("/affiliate/tax-form", w9(over))).toMatchObject({
      status: 400,
      body: { type: "invalid_data", message: expect.stringMatching(why) },
    })
    expect(ok(await ada.api.get("/affiliate/tax-form")).tax_form).toBeNull()
  })

  test("two that come at once are two versions", async () => {
    const ada = await makeAffiliate(store)
    await Promise.all(
      Array.from({ length: 5 }, async () =>
        ok(await ada.api.post("/affiliate/tax-form", w9()))
      )
    )
    const { versions } = ok(
      await store.admin.get(`/admin/affiliates/${ada.id}/tax-form`)
    )
    expect(versions.map(({ version }: { version: number }) => version)).toEqual(
      [5, 4, 3, 2, 1]
    )
  })
})

describe("the numbers in clear", () => {
  test("are told to whoever says why, and that is kept for ever", async () => {
    const ada = await makeAffiliate(store)
    ok(await ada.api.post("/affiliate/tax-form", w9()))
    const path = `/admin/affiliates/${ada.id}/tax-form`
    expect((await store.admin.post(`${path}/reveal`)).status).toBe(400)
    expect(ok(await store.admin.get(path)).looks).toEqual([])

    const { tax_numbers } = ok(
      await store.admin.post(`${path}/reveal`, { reason: "Form 1099-NEC" })
    )
    expect(tax_numbers).toEqual({
      form: "w9",
      name: "Augusta Ada King",
      tin: SSN,
      foreign_tin: null,
      date_of_birth: null,
    })
    expect(ok(await store.admin.get(path)).looks).toEqual([
      expect.objectContaining({
        reason: "Form 1099-NEC",
        actor_type: "user",
        actor_id: expect.stringMatching(/^user_/),
        created_at: expect.any(String),
      }),
    ])
    for (const change of [
      "UPDATE affiliate_tax_look SET reason = 'none'",
      "DELETE FROM affiliate_tax_look",
      "TRUNCATE affiliate_tax_look",
    ])
      await expect(store.database.sql(change)).rejects.toThrow(/append-only/)
  })

  test("of nobody are not there", async () => {
    const ada = await makeAffiliate(store)
    expect(
      await store.admin.post(`/admin/affiliates/${ada.id}/tax-form/reveal`, {
        reason: "Look",
      })
    ).toMatchObject({ status: 404 })
  })

  test("do not open in another affiliate's row", async () => {
    const ada = await makeAffiliate(store)
    const mallory = await makeAffiliate(store)
    ok(await ada.api.post("/affiliate/tax-form", w9()))
    ok(await mallory.api.post("/affiliate/tax-form", w8ben()))
    const swap = () =>
      store.database.sql(
        `UPDATE affiliate_tax_form t SET details = o.details FROM affiliate_tax_form o
          WHERE (t.affiliate_id, o.affiliate_id) IN (($1, $2), ($2, $1))`,
        [ada.id, mallory.id]
      )
    const path = `/admin/affiliates/${mallory.id}/tax-form/reveal`
    await swap()
    const refused = await store.admin.post(path, { reason: "Look" })
    expect(refused.status).toBe(500)
    expect(JSON.stringify(refused.body)).not.toMatch(/123-45|v1\./)
    await swap()
    expect(ok(await store.admin.post(path, { reason: "Look" }))).toMatchObject({
      tax_numbers: { foreign_tin: FOREIGN_TIN },
    })
  })
})

describe("payouts wait for a form", () => {
  test("from the threshold of the year on, whoever asks, and go on when it is there", async () => {
    const { id, api } = await makePayee(store, [5000])
    ok(await ask(api, 1999.99))
    expect(await ask(api, 0.01)).toMatchObject(
      refusedFor(
        /2000 USD or more in \d{4} wait for a tax form.*no tax form is on file/
      )
    )
    expect(
      await store.admin.post("/admin/affiliate-payouts", {
        affiliate_id: id,
        currency_code: "usd",
        amount: 0.01,
      })
    ).toMatchObject(refusedFor(/wait for a tax form/))
    ok(await api.post("/affiliate/tax-form", w9()))
    expect((await ask(api, 0.01)).status).toBe(201)
  })

  test("with what was paid in the year counted, and what was paid before it not", async () => {
    const { id, api } = await makePayee(store, [1999])
    await payOut(store, id)
    await giveMoney(store, id, 500)
    expect(await ask(api, 1)).toMatchObject(refusedFor(/wait for a tax form/))
    await paidIn(id, YEAR - 1)
    expect((await ask(api, 400)).status).toBe(201)
  })

  test("that has not expired", async () => {
    const { id, api } = await makePayee(store, [5000])
    ok(await api.post("/affiliate/tax-form", w8ben()))
    await store.database.sql(
      "UPDATE affiliate_tax_form SET expires_on = '2020-12-31' WHERE affiliate_id = $1",
      [id]
    )
    expect(await ask(api, 3000)).toMatchObject(
      refusedFor(/the W-8BEN on file has expired/)
    )
    ok(await api.post("/affiliate/tax-form", w8ben()))
    expect((await ask(api, 3000)).status).toBe(201)
  })

  test("of the IRS: a VAT declaration is none", async () => {
    const { api } = await makePayee(store, [5000])
    ok(await api.post("/affiliate/tax-form", vatForm()))
    expect(await ask(api, 3000)).toMatchObject(refusedFor(/no tax form/))
  })

  test("not in other currencies", async () => {
    const { api } = await makePayee(store, [5000], { currency_code: "eur" })
    expect((await ask(api, 5000, "eur")).status).toBe(201)
  })

  test("only where and as the merchant wants it", async () => {
    const { api } = await makePayee(store, [5000])
    const path = "/admin/affiliate-tax-thresholds"
    const lawful = [
      { year: 0, amount: 600, gate: true, set: false, currency_code: "usd" },
      {
        year: 2026,
        amount: 2000,
        gate: true,
        set: false,
        currency_code: "usd",
      },
    ]
    expect(ok(await store.admin.get(path))).toEqual({ tax_thresholds: lawful })
    ok(await store.admin.post(path, { year: YEAR, amount: 100 }))
    expect(await ask(api, 100)).toMatchObject(
      refusedFor(/100 USD or more.*wait for a tax form/)
    )
    const off = ok(
      await store.admin.post(path, { year: YEAR, amount: 100, gate: false })
    )
    expect(off.tax_thresholds.at(-1)).toMatchObject({
      year: YEAR,
      gate: false,
      set: true,
    })
    expect((await ask(api, 3000)).status).toBe(201)
    ok(await store.admin.post(path, { year: YEAR, amount: null }))
    expect(ok(await store.admin.get(path))).toEqual({ tax_thresholds: lawful })
    expect(await ask(api, 1)).toMatchObject(refusedFor(/2000 USD or more/))
  })
})

describe("the report of a year", () => {
  type Row = Record<string, unknown>
  const rowsOf = async (id: string, year = YEAR): Promise<Row[]> => {
    const { tax_report } = ok(
      await store.admin.get("/admin/affiliate-tax-report", {
        year,
        limit: 1000,
      })
    )
    expect(tax_report).toMatchObject({ year, count: tax_report.rows.length })
    expect(tax_report.note).toMatch(/no tax advice/)
    return tax_report.rows.filter((row: Row) => row.affiliate_id === id)
  }

  test("says of each affiliate and currency what was paid, by which form, and whether a 1099-NEC is due", async () => {
    const us = await makePayee(store, [2500])
    ok(await us.api.post("/affiliate/tax-form", w9()))
    await payOut(store, us.id)
    await giveMoney(store, us.id, 70, "eur")
    await payOut(store, us.id, "eur")
    expect(await rowsOf(us.id)).toEqual([
      expect.objectContaining({
        currency_code: "eur",
        net: 70,
        form_1099_nec_due: false,
        form_1099_nec_reason: "other_currency",
      }),
      expect.objectContaining({
        currency_code: "usd",
        legal_name: "Augusta Ada King",
        payouts: 1,
        paid: 2500,
        returned: 0,
        net: 2500,
        form: "w9",
        form_state: "valid",
        tin_masked: "•••• 6788",
        form_1099_nec_due: true,
        form_1099_nec_reason: "due",
      }),
    ])
    const foreign = await makePayee(store, [2500])
    ok(await foreign.api.post("/affiliate/tax-form", w8ben()))
    await payOut(store, foreign.id)
    expect(await rowsOf(foreign.id)).toEqual([
      expect.objectContaining({
        country_code: "de",
        form_1099_nec_due: false,
        form_1099_nec_reason: "foreign_person",
      }),
    ])
  })

  test("leaves out what came back, and what was paid in another year, by whose threshold that is judged", async () => {
    const { id } = await makePayee(store, [700])
    await payOut(store, id)
    expect(await rowsOf(id)).toMatchObject([
      { form_1099_nec_reason: "below_threshold" },
    ])
    await paidIn(id, 2024)
    expect(await rowsOf(id)).toEqual([])
    expect(await rowsOf(id, 2024)).toMatchObject([
      { net: 700, form: null, form_1099_nec_reason: "due_without_form" },
    ])
    await store.database.sql(
      `INSERT INTO affiliate_entry (id, affiliate_id, currency_code, account, amount, type, source_key, created_at)
       VALUES ('affentry_back_' || $1, $1, 'usd', 'paid', -150, 'payout_reversed', 'back:' || $1,
               make_timestamptz(2024, 12, 31, 23, 59, 59, 'UTC'))`,
      [id]
    )
    expect(await rowsOf(id, 2024)).toMatchObject([
      {
        paid: 700,
        returned: 150,
        net: 550,
        form_1099_nec_reason: "below_threshold",
      },
    ])
  })

  test("as CSV has every row, and no formula for a spreadsheet", async () => {
    const name = '=HYPERLINK("http://evil.example")'
    const { id } = await makePayee(store, [40], { name })
    await payOut(store, id)
    const csv: string = ok(
      await store.admin.get("/admin/affiliate-tax-report", {
        year: YEAR,
        format: "csv",
      })
    )
    const [header, ...lines] = csv.trim().split("\n")
    expect(header).toMatch(/^year,affiliate_id,name,.*1099_nec_due/)
    const line = lines.find((one) => one.includes(id))!
    expect(line).toContain(`"'=HYPERLINK(""http://evil.example"")"`)
    expect(line).toContain("40.00")
    const { tax_report } = ok(
      await store.admin.get("/admin/affiliate-tax-report", { year: YEAR })
    )
    expect(lines).toHaveLength(tax_report.count)
  })

  test("tells what backup withholding would have come to, as the payout does; the money is what it is", async () => {
    const { id, api } = await makePayee(store, [100])
    const path = `/admin/affiliates/${id}`
    const flag = (backup_withholding: boolean) =>
      store.admin.post(`${path}/backup-withholding`, {
        backup_withholding,
        reason: "CP2100A of May",
      })
    expect(ok(await flag(true)).tax_profile).toMatchObject({
      backup_withholding: true,
      backup_withholding_reason: "CP2100A of May",
    })
    const payout = await payOut(store, id)
    const read = async () =>
      ok(await store.admin.get(`/admin/affiliate-payouts/${payout}`)).payout
    expect(await read()).toMatchObject({
      amount: 100,
      backup_withholding: { flagged: true, percent: 24, amount: 24 },
    })
    expect(await rowsOf(id)).toMatchObject([
      { net: 100, backup_withholding: true, backup_withholding_amount: 24 },
    ])
    ok(await flag(false))
    // As it stood when it was paid.
    expect((await read()).backup_withholding.flagged).toBe(true)
    const { changes } = ok(
      await store.admin.get("/admin/affiliate-changes", {
        affiliate_id: id,
        entity: "affiliate_tax_standing",
      })
    )
    expect(changes).toHaveLength(2)
    expect(changes[0].actor).toMatchObject({ type: "user" })
    expect(
      ok(await api.get("/affiliate/tax-profile")).tax_profile.backup_withholding
    ).toBe(false)
  })
})

describe("the paper of a payout", () => {
  const fetchPdf = async ({ headers }: Api, path: string) => {
    const answer = await fetch(new URL(path, store.baseUrl), { headers })
    expect(answer.status).toBe(200)
    expect(answer.headers.get("content-type")).toBe("application/pdf")
    return Buffer.from(await answer.arrayBuffer())
  }
  const numbersOf = async (ids: string[]) => {
    const rows = await store.database.sql<{ sequence: number }>(
      "SELECT sequence FROM affiliate_tax_document WHERE payout_id = ANY($1) ORDER BY sequence",
      [ids]
    )
    return rows.map(({ sequence }) => sequence)
  }

  test("is the same for affiliate and merchant, whenever it is fetched", async () => {
    const { id, api } = await makePayee(store, [119])
    ok(await api.post("/affiliate/tax-form", vatForm()))
    const payout = await payOut(store, id)
    const path = `/affiliate/payouts/${payout}/document`
    const pdf = await fetchPdf(api, path)
    const text = pdfPages(pdf).flat().join("\n")
    for (const said of [
      "Self-billing invoice",
      `AFF-SB-${YEAR}-000001`,
      "Müller & Søn",
      "50667 Köln",
      "DE123456789",
      "Shop GmbH",
      "DE987654321",
      "Net / Netto 100.00 USD",
      "VAT / USt 19 % 19.00 USD",
      "Paid / Gezahlt 119.00 USD",
    ])
      expect(text).toContain(said)
    // What is said later changes nothing of what was issued.
    ok(await api.post("/affiliate/tax-form", vatForm({ name: "Other Ltd" })))
    expect((await fetchPdf(api, path)).equals(pdf)).toBe(true)
    const merchants = `/admin/affiliate-payouts/${payout}/document`
    expect((await fetchPdf(store.admin, merchants)).equals(pdf)).toBe(true)
    const { tax_documents } = ok(await api.get("/affiliate/tax-documents"))
    expect(tax_documents).toEqual([
      expect.objectContaining({
        payout_id: payout,
        kind: "self_billing_invoice",
        number: `AFF-SB-${YEAR}-000001`,
      }),
    ])
  })

  test("is there of payouts that are paid, and of one's own", async () => {
    const ada = await makePayee(store, [50])
    const payout = await requestPayout(store, ada.id)
    const path = `/affiliate/payouts/${payout}/document`
    expect(await ada.api.get(path)).toMatchObject(refusedFor(/is pending/))
    const other = await makeAffiliate(store)
    expect((await other.api.get(path)).status).toBe(404)
  })

  test("has the next number, without a gap, however many are issued at once", async () => {
    const ids: string[] = []
    const { id, api } = await makePayee(store, [])
    for (let at = 0; at < 6; at++) {
      await giveMoney(store, id, 10)
      ids.push(await payOut(store, id))
    }
    await Promise.all(
      [...ids, ...ids].map((payout) =>
        fetchPdf(api, `/affiliate/payouts/${payout}/document`)
      )
    )
    const numbers = await numbersOf(ids)
    expect(numbers).toEqual(ids.map((_, at) => numbers[0]! + at))
    for (const change of [
      "UPDATE affiliate_tax_document SET sequence = sequence + 1000",
      "UPDATE affiliate_tax_document SET number = 'X'",
      "DELETE FROM affiliate_tax_document",
      "TRUNCATE affiliate_tax_document",
    ])
      await expect(store.database.sql(change)).rejects.toThrow(/issued once/)
  })

  /** A payout of 119 that was sent, and how much of it the service says has come back. */
  const sentByService = async () => {
    const { affiliate, id } = await payoutTo(store, "good", [100, 19])
    ok(await affiliate.api.post("/affiliate/tax-form", vatForm()))
    const act = async (action: string) =>
      ok(await store.admin.post(`/admin/affiliate-payouts/${id}/${action}`))
        .payout
    const comesBack = async (attempt: number, amount?: string) => {
      const heard = await deliver(
        store,
        ofPayment(`${id}-${attempt}`, {
          status: "returned",
          reason: "Nobody claimed it",
          ...(amount ? { amount } : {}),
        })
      )
      expect(heard.status).toBe(200)
      await eventually(async () => {
        const { payout } = ok(
          await store.admin.get(`/admin/affiliate-payouts/${id}`)
        )
        expect(payout.returned_amount).toBe(Number(amount ?? 119))
      })
    }
    const { api } = affiliate
    const path = `/affiliate/payouts/${id}/document`
    /** What each paper that was issued says, in the order of their making. */
    const papers = async () => {
      const { tax_documents } = ok(
        await api.get("/affiliate/tax-documents", {
          payout_id: id,
          order: "created_at",
        })
      )
      const texts: string[] = []
      for (const { id: document_id } of tax_documents)
        texts.push(
          pdfPages(await fetchPdf(api, `${path}?document_id=${document_id}`))
            .flat()
            .join("\n")
        )
      return { rows: tax_documents, texts }
    }
    return { api, id, act, comesBack, path, papers }
  }

  test("is corrected by another with a number of its own, each time that money of it came back, and stays as it is", async () => {
    const { api, act, comesBack, path, papers } = await sentByService()
    await act("process")
    const original = await fetchPdf(api, path)
    await comesBack(1, "40")
    // However many ask at once.
    await Promise.all(Array.from({ length: 4 }, () => fetchPdf(api, path)))
    await comesBack(1)
    await keepTaxPapers(store.container)
    await keepTaxPapers(store.container)

    expect((await fetchPdf(api, path)).equals(original)).toBe(true)
    const { rows, texts } = await papers()
    const [paper, first, second] = rows
    expect(rows).toMatchObject([
      { kind: "self_billing_invoice", corrects_id: null },
      { kind: "self_billing_correction", corrects_id: paper.id },
      { kind: "self_billing_correction", corrects_id: paper.id },
    ])
    expect(first.number).toMatch(new RegExp(`^AFF-SBC-${YEAR}-\\d{6}$`))
    expect(Number(second.number.slice(-6))).toBe(
      Number(first.number.slice(-6)) + 1
    )
    for (const [text, said] of [
      [
        texts[1],
        [
          "Self-billing correction",
          `Corrects / Berichtigt ${paper.number}`,
          "Net / Netto -33.61 USD",
          "VAT / USt 19 % -6.39 USD",
          "Came back / Zurückgekommen -40.00 USD",
          "Remains of it / Davon bleibt 79.00 USD",
        ],
      ],
      [
        texts[2],
        [
          `Corrects / Berichtigt ${paper.number}`,
          "Net / Netto -66.39 USD",
          "VAT / USt 19 % -12.61 USD",
          "Came back / Zurückgekommen -79.00 USD",
          "Remains of it / Davon bleibt 0.00 USD",
        ],
      ],
    ] as const)
      for (const words of said) expect(text).toContain(words)
  })

  test("is another when what came back is sent again", async () => {
    const { api, id, act, comesBack, path, papers } = await sentByService()
    await act("process")
    const first = await fetchPdf(api, path)
    await comesBack(1)
    expect((await act("retry")).status).toBe("paid")
    // The payout itself has forgotten by now that it came back once.
    const again = await fetchPdf(api, path)
    expect(again.equals(first)).toBe(false)
    const { rows } = await papers()
    expect(rows.map(({ kind }: { kind: string }) => kind)).toEqual([
      "self_billing_invoice",
      "self_billing_invoice",
      "self_billing_correction",
    ])
    expect(rows[2].corrects_id).toBe(rows[0].id)
    const merchants = ok(
      await store.admin.get("/admin/affiliate-tax-documents", {
        payout_id: id,
        corrects_id: rows[0].id,
      })
    )
    expect(merchants.tax_documents).toMatchObject([{ number: rows[2].number }])
    expect(
      (
        await fetchPdf(
          store.admin,
          `/admin/affiliate-payouts/${id}/document?document_id=${rows[0].id}`
        )
      ).equals(first)
    ).toBe(true)
    const other = await sentByService()
    await other.act("process")
    expect(
      (await other.api.get(`${other.path}?document_id=${rows[0].id}`)).status
    ).toBe(404)
  })

  test("that was never issued of what came back whole is not issued, nor corrected", async () => {
    const { api, act, comesBack, path, papers } = await sentByService()
    await act("process")
    await comesBack(1)
    await keepTaxPapers(store.container)
    expect(await api.get(path)).toMatchObject(refusedFor(/is failed/))
    expect((await papers()).rows).toEqual([])
  })

  test("is issued in the night where nobody asked for it", async () => {
    const { id } = await makePayee(store, [10])
    const payout = await payOut(store, id)
    expect(await numbersOf([payout])).toEqual([])
    await keepTaxPapers(store.container)
    expect(await numbersOf([payout])).toHaveLength(1)
  })
})

describe("after the encryption key was changed", () => {
  const sealWith = async (key: string, table: string, affiliate_id: string) => {
    const { sql } = store.database
    const column = table === "affiliate_payout" ? "destination" : "details"
    const rows = await sql<{ id: string; envelope: string }>(
      `SELECT id, ${column} AS envelope FROM ${table} WHERE affiliate_id = $1`,
      [affiliate_id]
    )
    const current = new SecretBox(WITH_ENCRYPTION.AFFILIATE_ENCRYPTION_KEY)
    const box = new SecretBox(key)
    for (const { id, envelope } of rows)
      await sql(`UPDATE ${table} SET ${column} = $2 WHERE id = $1`, [
        id,
        box.seal(current.open(envelope, id), id),
      ])
    return rows.length
  }
  const TABLES = [
    "affiliate_payout_method",
    "affiliate_payout",
    "affiliate_tax_form",
    "affiliate_tax_document",
  ]
  const reseal = async () =>
    ok(await store.admin.post("/admin/affiliate-secrets/reseal")).secrets

  test("everything opens as before, and is sealed anew with the current key", async () => {
    const { id, api } = await makePayee(store, [60])
    ok(await api.post("/affiliate/tax-form", w9()))
    const payout = await payOut(store, id)
    const path = `/affiliate/payouts/${payout}/document`
    const before = await api.get(path)
    let sealed = 0
    for (const table of TABLES) sealed += await sealWith(EARLIER_KEY, table, id)
    expect(sealed).toBe(4)
    const reads = async () => {
      expect(await api.get(path)).toEqual(before)
      expect(
        ok(
          await store.admin.post(`/admin/affiliates/${id}/tax-form/reveal`, {
            reason: "Look",
          })
        ).tax_numbers.tin
      ).toBe(SSN)
      await giveMoney(store, id, 10)
      ok(await ask(api, 10))
    }
    await reads()
    expect(await reseal()).toEqual({ resealed: 4, unreadable: 0, left: 0 })
    for (const table of TABLES) {
      const column = table === "affiliate_payout" ? "destination" : "details"
      const rows = await store.database.sql<{ envelope: string; id: string }>(
        `SELECT id, ${column} AS envelope FROM ${table} WHERE affiliate_id = $1`,
        [id]
      )
      const current = new SecretBox(WITH_ENCRYPTION.AFFILIATE_ENCRYPTION_KEY)
      for (const row of rows)
        expect(current.open(row.envelope, row.id)).not.toBe("")
    }
    await reads()
    expect(await reseal()).toEqual({ resealed: 0, unreadable: 0, left: 0 })
  })

  test("what no key opens stays as it is, and is told", async () => {
    const { id, api } = await makeAffiliate(store)
    ok(await api.post("/affiliate/tax-form", w9()))
    await sealWith(LOST_KEY, "affiliate_tax_form", id)
    expect(await reseal()).toEqual({ resealed: 0, unreadable: 1, left: 1 })
    const refused = await api.get("/affiliate/tax-form")
    expect(refused.status).toBe(500)
    expect(JSON.stringify(refused.body)).not.toMatch(/v1\./)
    await store.database.sql(
      "DELETE FROM affiliate_tax_form WHERE affiliate_id = $1",
      [id]
    )
  })
})

describe("whoever is erased", () => {
  const erase = async (id: string) =>
    ok(
      await store.admin.post(`/admin/affiliates/${id}/erase`, {
        reason: "Asked",
        confirm_balance: true,
      })
    )
  const formsOf = (id: string) =>
    store.database.sql<{ tin_last_four: string | null; details: string }>(
      "SELECT tin_last_four, details FROM affiliate_tax_form WHERE affiliate_id = $1",
      [id]
    )

  test("and never was paid has no forms any more", async () => {
    const { id, api } = await makeAffiliate(store)
    ok(await api.post("/affiliate/tax-form", w9()))
    await erase(id)
    expect(await formsOf(id)).toEqual([])
  })

  test("and was paid keeps them sealed as long as the law wants, and no longer", async () => {
    const name = "Grace Hopper"
    const { id, api } = await makePayee(store, [60], { name })
    ok(await api.post("/affiliate/tax-form", w9()))
    const reveal = () =>
      store.admin.post(`/admin/affiliates/${id}/tax-form/reveal`, {
        reason: `1099 of ${name}`,
      })
    ok(await reveal())
    await payOut(store, id)
    const { personal_data: data } = ok(
      await store.admin.get(`/admin/affiliates/${id}/personal-data`)
    )
    expect(data.tax_forms).toHaveLength(1)
    expect(data.tax_forms[0]).not.toHaveProperty("details")
    expect(data.tax_looks).toHaveLength(1)
    await erase(id)
    expect(await formsOf(id)).toEqual([
      { tin_last_four: null, details: expect.stringMatching(/^v1\./) },
    ])
    const looks = await store.database.sql<{ reason: string }>(
      "SELECT reason FROM affiliate_tax_look WHERE affiliate_id = $1",
      [id]
    )
    expect(looks).toHaveLength(1)
    expect(looks[0]!.reason).not.toContain(name)
    // The tax office may still ask.
    expect(ok(await reveal()).tax_numbers.tin).toBe(SSN)

    const service = affiliateService(store)
    await paidIn(id, YEAR - 7)
    await service.forgetTaxForms()
    expect(await formsOf(id)).toHaveLength(1)
    await paidIn(id, YEAR - 8)
    await service.forgetTaxForms()
    expect(await formsOf(id)).toEqual([])
  })
})
