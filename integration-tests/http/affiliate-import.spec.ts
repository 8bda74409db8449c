import {
  eventually,
  ok,
  recordEvents,
  useStore,
  type EventRecord,
} from "../harness"
import {
  createAffiliate,
  promotionStatus,
  unique,
  uniqueEmail,
} from "../support/people"
import { expectNothingChanged } from "../support/unchanged"

/** Affiliates from a CSV, and back. */
const store = useStore()

let heard: EventRecord
beforeAll(() => {
  heard = recordEvents(store.container)
})

const importCsv = (csv: string) =>
  store.admin.post("/admin/affiliates/import", { csv })
const exportCsv = async (query: Record<string, string> = {}) =>
  (await store.admin.get<string>("/admin/affiliates/export", query)).body
const byEmail = async (email: string) =>
  ok(await store.admin.get("/admin/affiliates", { email })).affiliates[0]
const addProgram = async () =>
  ok(
    await store.admin.post("/admin/affiliate-programs", {
      name: unique("Program "),
      handle: unique("program-"),
      commission_value: 20,
    })
  ).affiliate_program

describe("an import", () => {
  test("makes affiliates with all that the file says, promotions included", async () => {
    const program = await addProgram()
    ok(
      await store.admin.post("/admin/affiliate-tiers", {
        program_id: program.id,
        name: "Gold",
      })
    )
    const [ada, bob, cy] = [uniqueEmail(), uniqueEmail(), uniqueEmail()]
    const [code, quiet] = [unique("ADA"), unique("BOB")]
    const csv = [
      "status,name,email,code,discount_percent,program,tier,parent_email,country_code,website,commission_percent",
      // Below whoever comes later in the file.
      `,Bob,${bob},${quiet},10,${program.handle},,${ada.toUpperCase()},,,`,
      `approved,"Ada, Countess",${ada},${code},12.5,${program.handle},gold,,DE,https://ada.example,7.25`,
      `suspended,Cy,${cy},,5,,,,,,`,
    ].join("\n")
    const answer = ok(await importCsv(csv))
    expect(answer.imported).toBe(3)
    const made = {
      ada: await byEmail(ada),
      bob: await byEmail(bob),
      cy: await byEmail(cy),
    }
    expect(answer.affiliates).toEqual([
      { id: made.bob.id },
      { id: made.ada.id },
      { id: made.cy.id },
    ])
    expect(made.ada).toMatchObject({
      name: "Ada, Countess",
      status: "approved",
      program: { id: program.id },
      tier: { name: "Gold" },
      country_code: "de",
      website: "https://ada.example",
      commission_percent: 7.25,
      codes: [{ code, discount_percent: 12.5 }],
    })
    expect(made.bob.parent_id).toBe(made.ada.id)
    expect(made.cy).toMatchObject({
      status: "suspended",
      program: { id: "affprog_default" },
    })
    expect(made.cy.codes[0].code).toMatch(/^CY-/)
    const status = (one: typeof made.ada) =>
      promotionStatus(store, one.codes[0].promotion_id)
    expect(await status(made.ada)).toBe("active")
    expect(await status(made.bob)).toBe("active")
    expect(await status(made.cy)).toBe("inactive")
    ok(
      await store.shop.storefront.get(
        `/store/affiliate/codes/${code.toLowerCase()}`
      )
    )
    await eventually(() => {
      const told = heard.events
        .filter(({ name }) => name === "affiliate.approved")
        .map(({ data }) => (data as { id: string }).id)
      expect(told).toEqual(expect.arrayContaining([made.ada.id, made.bob.id]))
      expect(told).not.toContain(made.cy.id)
    })
  })

  test("with wrong lines makes nobody, and names every one of them", async () => {
    const csv = [
      "name,email,code,discount_percent,country_code,status",
      `Good,${uniqueEmail()},,,,`,
      `,${uniqueEmail()},,,,`,
      "Bad,nobody,not a code,-1,deu,gone",
    ].join("\n")
    const refused = await expectNothingChanged(store, () => importCsv(csv))
    expect(refused.status).toBe(400)
    expect(refused.body.errors).toEqual([
      { line: 3, message: expect.stringContaining("'name'") },
      { line: 4, message: expect.stringContaining("'email'") },
    ])
    for (const field of [
      "code",
      "discount_percent",
      "country_code",
      "status",
    ]) {
      expect(refused.body.errors[1].message).toContain(`'${field}'`)
    }
    expect(refused.body.message).toMatch(/^Nothing was done\. line 3: /)
  })

  test("with lines that do not fit the store, or each other, makes nobody either", async () => {
    const { email, codes } = await createAffiliate(store)
    const [a, b, c] = [uniqueEmail(), uniqueEmail(), uniqueEmail()]
    const twice = unique("TWICE")
    const csv = [
      "name,email,code,program,tier,parent_email",
      `Good,${a},${twice},,,`,
      `Again,${a.toUpperCase()},,,,`,
      `Code again,${b},${twice.toLowerCase()},,,`,
      `Known,${email},,,,`,
      `Known code,${uniqueEmail()},${codes[0].code.toLowerCase()},,,`,
      `No program,${uniqueEmail()},,nowhere,,`,
      `No tier,${uniqueEmail()},,,Platinum,`,
      `No parent,${uniqueEmail()},,,,${uniqueEmail()}`,
      `Own parent,${c},,,,${c}`,
    ].join("\n")
    const refused = await expectNothingChanged(store, () => importCsv(csv))
    expect(refused.status).toBe(400)
    expect(refused.body.errors).toEqual([
      { line: 3, message: expect.stringContaining("'email'") },
      { line: 4, message: expect.stringContaining("'code'") },
      { line: 5, message: expect.stringContaining("'email'") },
      { line: 6, message: expect.stringContaining("'code'") },
      { line: 7, message: expect.stringContaining("'program'") },
      { line: 8, message: expect.stringContaining("'tier'") },
      { line: 9, message: expect.stringContaining("'parent_email'") },
      { line: 10, message: expect.stringContaining("above themselves") },
    ])
    expect(refused.body.message).toContain("and 3 more")
  })

  test("takes no code that is a promotion of the store, in any letter case", async () => {
    const code = unique("SUMMER")
    ok(
      await store.admin.post("/admin/promotions", {
        code,
        type: "standard",
        status: "active",
        application_method: {
          type: "percentage",
          target_type: "items",
          allocation: "across",
          value: 5,
          currency_code: "usd",
        },
      })
    )
    const csv = `name,email,code\nEve,${uniqueEmail()},${code.toLowerCase()}`
    const refused = await expectNothingChanged(store, () => importCsv(csv))
    expect(refused.body.errors).toEqual([
      { line: 2, message: expect.stringContaining("promotion of the store") },
    ])
  })

  test("of a parent of another program is refused", async () => {
    const program = await addProgram()
    const { email } = await createAffiliate(store, { program_id: program.id })
    const csv = `name,email,parent_email\nEve,${uniqueEmail()},${email}`
    const refused = await expectNothingChanged(store, () => importCsv(csv))
    expect(refused.body.errors[0].message).toContain("'parent_email'")
  })

  test("of one file twice at the same moment makes everybody once", async () => {
    const lines = Array.from({ length: 5 }, () => `Ada,${uniqueEmail()}`)
    const csv = ["name,email", ...lines].join("\n")
    const answers = await Promise.all([importCsv(csv), importCsv(csv)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400])
  })

  test("takes a thousand lines, and no more", async () => {
    const lines = (count: number) =>
      [
        "name,email,code,discount_percent",
        ...Array.from(
          { length: count },
          (_, i) => `Person ${i},${uniqueEmail()},${unique(`BULK${i}X`)},10`
        ),
      ].join("\n")
    const refused = await expectNothingChanged(store, () =>
      importCsv(lines(1001))
    )
    expect(refused).toMatchObject({
      status: 400,
      body: { message: expect.stringMatching(/1000/) },
    })
    expect(ok(await importCsv(lines(1000))).imported).toBe(1000)
  })

  test.each([
    ["without the e-mail", { csv: "name\nAda" }, /'email'/],
    ["with a column that is none", { csv: "name,email,shoe\na,b,c" }, /'shoe'/],
    ["without a file", {}, /'csv'/],
    ["with an unknown field", { csv: "name,email", dry: true }, /dry/],
  ])("is refused %s", async (_what, body, message) => {
    const refused = await expectNothingChanged(store, () =>
      store.admin.post("/admin/affiliates/import", body)
    )
    expect(refused.status).toBe(400)
    expect(refused.body.message).toMatch(message)
  })

  test("is the merchant's alone", async () => {
    const path = "/admin/affiliates/import"
    expect((await store.api.post(path, { csv: "x" })).status).toBe(401)
    expect((await store.api.get("/admin/affiliates/export")).status).toBe(401)
  })
})

describe("an export", () => {
  test("has every affiliate that matches, in a file that an import takes", async () => {
    const program = await addProgram()
    const parent = await createAffiliate(store, {
      program_id: program.id,
      name: 'Top "One"',
      code: unique("TOP"),
      discount_percent: 12.5,
      commission_percent: 7.5,
      country_code: "de",
      website: "https://top.example",
    })
    const child = await createAffiliate(store, {
      program_id: program.id,
      parent_id: parent.id,
      name: "Below",
    })
    const csv = await exportCsv({ program_id: program.id })
    const [header, ...lines] = csv.trim().split("\n")
    expect(header).toBe(
      "name,email,code,discount_percent,program,tier,parent_email,country_code,website,commission_percent,status"
    )
    expect(lines).toEqual([
      `"Top ""One""",${parent.email},${parent.codes[0].code},12.5,${program.handle},,,de,https://top.example,7.5,approved`,
      `Below,${child.email},${child.codes[0].code},,${program.handle},,${parent.email},,,,approved`,
    ])
    // Into another program, as somebody who moves would do.
    const other = await addProgram()
    const moved = csv
      .replaceAll(program.handle, other.handle)
      .replaceAll(parent.codes[0].code, unique("TOP2"))
      .replaceAll(child.codes[0].code, unique("LOW2"))
    expect(ok(await importCsv(moved)).imported).toBe(2)
    const again = await exportCsv({ program_id: other.id })
    expect(again.trim().split("\n").sort()).toEqual(
      moved.trim().split("\n").sort()
    )
  })

  test("has names that a spreadsheet cannot run, and takes them back as they were", async () => {
    const program = await addProgram()
    const name = '=HYPERLINK("http://evil.example","x")'
    const { codes } = await createAffiliate(store, {
      program_id: program.id,
      name,
    })
    const csv = await exportCsv({ program_id: program.id })
    expect(csv).toContain(`"'=HYPERLINK(`)
    const other = await addProgram()
    ok(
      await importCsv(
        csv
          .replaceAll(program.handle, other.handle)
          .replaceAll(codes[0].code, unique("EVIL"))
      )
    )
    const { affiliates } = ok(
      await store.admin.get("/admin/affiliates", { program_id: other.id })
    )
    expect(affiliates).toMatchObject([{ name }])
  })

  test("has everybody, page after page", async () => {
    const { count } = ok(await store.admin.get("/admin/affiliates"))
    expect(count).toBeGreaterThan(1000)
    const lines = (await exportCsv()).trim().split("\n").slice(1)
    expect(lines).toHaveLength(count)
    expect(lines.filter((line) => line.startsWith("Person "))).toHaveLength(
      1000
    )
    expect(new Set(lines).size).toBe(count)
  })

  test("of nobody is a header", async () => {
    expect((await exportCsv({ q: "nobody at all" })).trim()).toMatch(/^name,/)
  })

  test("with a filter that is none is refused", async () => {
    const refused = await store.admin.get("/admin/affiliates/export", {
      state: "new",
    })
    expect(refused.status).toBe(400)
  })
})
