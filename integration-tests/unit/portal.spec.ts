import { parseOptions } from "../../src/modules/affiliate/parse-options"
import { renderPage } from "../../src/api/affiliate/portal/page"
import { de } from "../../src/portal/i18n/de"
import { en } from "../../src/portal/i18n/en"
import { translator } from "../../src/portal/i18n/translate"
import { readAmount } from "../../src/portal/lib/read-amount"
import { problemsIn, refusedField } from "../../src/portal/pages/tax/problems"
import {
  bodyOf,
  formOf,
  NOTHING,
  readPercent,
  type TaxValues,
} from "../../src/portal/pages/tax/values"

describe("an amount that an affiliate types", () => {
  test.each([
    ["12.5", "en", 12.5],
    ["1,250.50", "en", 1250.5],
    ["1,25", "en", null],
    ["12,5", "de", 12.5],
    ["1.250,50", "de", 1250.5],
    ["1.25", "de", null],
    [" 40 ", "de", 40],
    ["0", "en", null],
    ["-5", "en", null],
    ["ten", "en", null],
    ["1e3", "en", null],
    ["", "en", null],
  ] as const)("“%s” in %s is %s", (text, language, amount) => {
    expect(readAmount(text, language)).toBe(amount)
  })
})

describe("a tax form that an affiliate fills in", () => {
  /** Of somebody who wrote into every field there is, of this form or another. */
  const everything = {
    ...(Object.fromEntries(
      Object.keys(NOTHING).map((name) => [name, "x"])
    ) as TaxValues),
    country_code: "de",
    treaty_rate: "5,5 %",
    vat_scheme: "standard",
    vat_rate: "19",
    no_foreign_tin: "",
    self_billing: "yes",
    certified: "yes",
  }
  const person = { ...everything, entity: "no" }
  const entity = { ...everything, entity: "yes" }

  test.each([
    ["", "no", null],
    ["yes", "", null],
    ["yes", "no", "w9"],
    ["yes", "yes", "w9"],
    ["no", "no", "w8ben"],
    ["no", "yes", "w8bene"],
  ])("of a US person (%s), an entity (%s) is %s", (us_person, entity, form) => {
    expect(formOf({ ...NOTHING, us_person, entity })).toBe(form)
  })

  const COMMON = "address classification country_code form name signature"
  test.each([
    ["w9", person, "business_name subject_to_backup_withholding tin tin_type"],
    ["w8ben", person, "citizenship_code foreign_tin treaty"],
    ["w8bene", entity, "chapter4_status foreign_tin treaty"],
    ["vat", entity, "self_billing vat_id vat_rate vat_scheme"],
  ] as const)("as %s sends nothing of another", (form, values, own) => {
    expect(Object.keys(bodyOf(form, values, "2026-11-20")).sort()).toEqual(
      `${COMMON} us_person ${own}`.split(" ").sort()
    )
  })

  test("sends a number or that there is none, and a rate only of who charges VAT", () => {
    const none = { ...person, no_foreign_tin: "yes" }
    const body = bodyOf("w8ben", none, "2026-11-20")
    expect(body.foreign_tin_not_required).toBe(true)
    expect(body).not.toHaveProperty("foreign_tin")
    const small = { ...person, vat_scheme: "small_business" }
    expect(bodyOf("vat", small, "2026-11-20")).not.toHaveProperty("vat_rate")
  })

  test("drops no part of a claim under a treaty in silence", () => {
    const values = { ...person, treaty_article: "" }
    expect(problemsIn("w8ben", values)).toEqual({
      treaty_article: "common.required",
    })
    expect(bodyOf("w8ben", values, "2026-11-20").treaty).toMatchObject({
      rate: 5.5,
    })
    const unclaimed = {
      ...person,
      treaty_article: "",
      treaty_rate: "",
      treaty_income: "",
      treaty_conditions: " ",
    }
    expect(problemsIn("w8ben", unclaimed)).toEqual({})
    expect(bodyOf("w8ben", unclaimed, "2026-11-20")).not.toHaveProperty(
      "treaty"
    )
  })

  test.each([
    ["w9", "line_1 city name country_code tin tin_type signature certified"],
    [
      "w8ben",
      "line_1 city name country_code citizenship_code foreign_tin signature certified",
    ],
    ["vat", "line_1 city name country_code vat_scheme signature certified"],
  ] as const)("left empty as %s says what is missing", (form, names) => {
    expect(Object.keys(problemsIn(form, NOTHING)).sort()).toEqual(
      names.split(" ").sort()
    )
  })

  test.each([
    ["19", 19],
    ["7,5 %", 7.5],
    ["0", 0],
    ["19.555", null],
    ["nineteen", null],
    ["", null],
  ])("reads “%s” percent as %s", (text, percent) => {
    expect(readPercent(text)).toBe(percent)
  })

  test.each([
    ["Field 'tin' must be an EIN like 12-3456789", "tin", "tax.problems.ein"],
    [
      "Field 'treaty.country_code' must be a country whose …",
      "treaty_article",
      "tax.problems.no_treaty",
    ],
    ["Field 'signature.name' must be one line of text", "signature", undefined],
  ])("shows “%s” at the field %s", (message, name, words) => {
    expect(refusedField(message, { ...person, tin_type: "ein" })).toEqual({
      name,
      words,
    })
  })

  test("shows what is about no field of it above the button", () => {
    expect(refusedField("Field 'form' must be w9", person)).toBeNull()
    expect(refusedField("No more than 50 tax forms", person)).toBeNull()
  })
})

/** Every word with its path, and the values that it leaves room for. */
const placesIn = (words: object, path = ""): [string, string[]][] =>
  Object.entries(words).flatMap(([name, word]: [string, unknown]) =>
    typeof word === "string"
      ? [[`${path}${name}`, word.match(/\{\{\w+\}\}/g)?.sort() ?? []]]
      : placesIn(word as object, `${path}${name}.`)
  )

describe("the portal's words", () => {
  test("are there in each language, with the same values in them", () => {
    expect(Object.fromEntries(placesIn(de))).toEqual(
      Object.fromEntries(placesIn(en))
    )
  })

  test("are counted as their language counts", () => {
    const [en, de] = [translator("en", "en-US"), translator("de", "de-DE")]
    expect(en("links.clicks", { count: 1 })).toBe("1 click")
    expect(en("links.clicks", { count: 1200 })).toBe("1,200 clicks")
    expect(de("links.clicks", { count: 1200 })).toBe("1.200 Klicks")
    expect(de("common.nav.payouts")).toBe("Auszahlungen")
  })
})

describe("the portal's page", () => {
  const PAGE = "<head><!-- base --><title>Portal</title><!-- config --></head>"

  test.each([
    ["", "portal/"],
    ["/", "./"],
    ["/links", "./"],
    ["/links/", "../"],
    ["/payouts/affpay_1", "../"],
  ])("at “%s” begins at %s", (path, base) => {
    expect(renderPage(PAGE, path, {})).toContain(`<base href="${base}">`)
  })

  test("carries the brand as data that cannot become anything else", () => {
    const name = `</script><script>alert("$&")</script>`
    const html = renderPage(PAGE, "", { name })
    const [, data] =
      /<script type="application\/json" id="portal-config">(.*?)<\/script>/.exec(
        html
      )!
    expect(JSON.parse(data)).toEqual({ name })
    expect(html.match(/<script/g)).toHaveLength(1)
  })
})

describe("the option portal", () => {
  const whole = {
    name: "Northwind",
    logo_url: "/static/logo.svg",
    primary_color: "#1f6f54",
    dark_color: "#5FD0A5",
    terms_url: "https://shop.example/terms",
    support_email: "partners@shop.example",
    url: "https://api.shop.example/affiliate/portal",
  }

  test("is taken as it is", () => {
    expect(parseOptions({ portal: whole }).portal).toEqual(whole)
    expect(parseOptions({}).portal).toBeUndefined()
  })

  test.each([
    ["name", ""],
    ["logo_url", "javascript:alert(1)"],
    ["logo_url", "//elsewhere.example/logo.svg"],
    ["primary_color", "green"],
    ["dark_color", "#fff"],
    ["terms_url", "javascript:alert(1)"],
    ["support_email", "partners"],
    ["url", "/affiliate/portal"],
    ["surprise", "1"],
  ])("is refused with a wrong %s", (name, value) => {
    expect(() => parseOptions({ portal: { ...whole, [name]: value } })).toThrow(
      new RegExp(`wrong option: portal.*${name === "surprise" ? "" : name}`)
    )
  })
})
