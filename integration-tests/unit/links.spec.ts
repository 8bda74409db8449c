import fc from "fast-check"

import { CODE_RULE } from "../../src/modules/affiliate/domain/code"
import { broughtBy } from "../../src/modules/affiliate/domain/links/brought-by"
import {
  allowedDestination,
  hostsOfOrigins,
  redirectTarget,
} from "../../src/modules/affiliate/domain/links/destination"
import { forgive } from "../../src/modules/affiliate/domain/links/forgiving"
import { SLUG_RULE } from "../../src/modules/affiliate/domain/links/slug"
import {
  fillUtm,
  unknownPlaceholder,
} from "../../src/modules/affiliate/domain/links/utm"

const HOSTS = ["shop.example", "localhost:8000", "xn--mnchen-3ya.example"]

describe("a destination", () => {
  test.each([
    "https://shop.example/",
    "http://shop.example/products/shirt?size=m#top",
    "HTTPS://SHOP.EXAMPLE",
    "https://shop.example:443/",
    "http://localhost:8000/shirts",
    "https://münchen.example/",
  ])("may be %s", (address) => {
    expect(allowedDestination(address, HOSTS)).not.toBeNull()
  })

  test.each([
    "https://evil.example/",
    "https://shop.example.evil.example/",
    "https://evilshop.example/",
    "https://shop.example@evil.example/",
    "https://user:password@shop.example/",
    "https://shop.example:8443/",
    "http://localhost/",
    "//shop.example/",
    "///shop.example",
    "\\\\shop.example",
    "https:\\\\evil.example\\@shop.example",
    "https://evil.example\\@shop.example/",
    "https:/shop.example",
    "https:shop.example",
    "/shirts",
    "javascript:alert(1)//shop.example",
    "data:text/html,https://shop.example",
    "ftp://shop.example/",
    " https://shop.example/",
    "https://shop.example/\r\nset-cookie: a=b",
    "https://shop.example/\u0000",
    "https://shop.example/\u202Egro",
    "https://shop。example.evil.example/",
    "https://ѕhop.example/",
    "https://",
    "",
  ])("may not be %j", (address) => {
    expect(allowedDestination(address, HOSTS)).toBeNull()
  })

  test("is on an allowed host as a browser sees it, whatever was asked for", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.webUrl(), fc.string(), fc.webUrl({ withFragments: true })),
        (address) => {
          const found = allowedDestination(address, HOSTS)
          expect(found === null || HOSTS.includes(found.host)).toBe(true)
        }
      )
    )
  })

  test("hosts are those of the origins that name one", () => {
    expect(
      hostsOfOrigins(
        "http://localhost:8000, https://shop.example,*,/shop\\d/,,https://shop.example"
      )
    ).toEqual(["localhost:8000", "shop.example"])
  })
})

describe("where a visitor is sent", () => {
  const utm = { utm_source: "Ada", utm_medium: "affiliate" }

  test("has the code, the click and what web analytics wants beside what was there", () => {
    expect(
      redirectTarget(new URL("https://shop.example/s?size=m#top"), {
        ref: "ADA 10&x=1",
        click_id: "affclk_1",
        utm,
      })
    ).toBe(
      "https://shop.example/s?size=m&utm_source=Ada&utm_medium=affiliate&ref=ADA+10%26x%3D1&aff_click=affclk_1#top"
    )
  })

  test("keeps the campaign that the destination names itself, and takes no other code and click", () => {
    const target = redirectTarget(
      new URL("https://shop.example/?utm_source=own&ref=OTHER&aff_click=x"),
      { ref: "ADA", click_id: "affclk_1", utm }
    )
    expect(target).toBe(
      "https://shop.example/?utm_source=own&ref=ADA&aff_click=affclk_1&utm_medium=affiliate"
    )
  })
})

describe("web analytics", () => {
  const values = {
    affiliate: "Ada King",
    code: "ADA",
    link: "spring",
    campaign: null,
    sub_id: "footer",
  }

  test("a link's own words go before the program's, and names in braces are filled in", () => {
    expect(
      fillUtm(
        { source: "{affiliate}", medium: "affiliate", campaign: "{campaign}" },
        { medium: "{sub_id}-{link}" },
        values
      )
    ).toEqual({ utm_source: "Ada King", utm_medium: "footer-spring" })
  })

  test("nothing is added where nothing is said", () => {
    expect(fillUtm(null, null, values)).toEqual({})
  })

  test("a name that is not known is found before it is used", () => {
    expect(unknownPlaceholder("{affiliate} {email}")).toBe("email")
    expect(unknownPlaceholder("{code}-{link}")).toBeNull()
  })
})

describe("a word as people hand it on", () => {
  test.each([
    ["ADA10.", "ADA10"],
    ["(ada10)", "ada10"],
    ["“ADA-10”!", "ADA-10"],
    [" ADA_10, ", "ADA_10"],
    ["ADA10\u200B", "ADA10"],
    ["#ADA10", "ADA10"],
    ["*ADA10*", "ADA10"],
    ["ADA10…", "ADA10"],
  ])("%j is %s", (given, word) => {
    expect(forgive(given)).toBe(word)
  })

  test("no code and no slug is changed, so that no two become one", () => {
    for (const rule of [CODE_RULE, SLUG_RULE]) {
      fc.assert(
        fc.property(fc.stringMatching(rule), (word) => {
          expect(forgive(word)).toBe(word)
        })
      )
    }
  })
})

describe("how the buyer came", () => {
  const DAY = 24 * 60 * 60 * 1000
  const placed_at = new Date("2026-06-15T12:00:00Z")
  const visit = (click_id: string, affiliate_id: string, days_ago: number) => ({
    click_id,
    affiliate_id,
    link_id: `link of ${click_id}`,
    sub_id: days_ago > 5 ? `mark of ${click_id}` : null,
    at: new Date(placed_at.getTime() - days_ago * DAY),
  })
  const visits = [
    visit("bob-1", "bob", 1),
    visit("ada-2", "ada", 2),
    visit("ada-9", "ada", 9),
  ]
  const credited = {
    affiliate_id: "ada",
    click_id: null,
    attribution_window_days: 30,
    placed_at,
  }

  test("is by the click that was credited, be it the last or not", () => {
    expect(broughtBy({ ...credited, click_id: "ada-9" }, visits, "x")).toEqual({
      link_id: "link of ada-9",
      sub_id: "mark of ada-9",
    })
  })

  test("is by the last visit to whoever was credited otherwise, with the cart's mark where it has none", () => {
    expect(broughtBy(credited, visits, "newsletter")).toEqual({
      link_id: "link of ada-2",
      sub_id: "newsletter",
    })
  })

  test("is by no visit that is out of the window, and by none of somebody else", () => {
    const nothing = { link_id: null, sub_id: null }
    expect(
      broughtBy({ ...credited, attribution_window_days: 1 }, visits, null)
    ).toEqual(nothing)
    expect(
      broughtBy({ ...credited, affiliate_id: "eve" }, visits, null)
    ).toEqual(nothing)
  })
})
