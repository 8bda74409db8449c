import { parseOptions } from "../../src/modules/affiliate/parse-options"
import { renderPage } from "../../src/api/affiliate/portal/page"
import { de } from "../../src/portal/i18n/de"
import { en } from "../../src/portal/i18n/en"
import { translator } from "../../src/portal/i18n/translate"
import { readAmount } from "../../src/portal/lib/read-amount"

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
