import {
  forget,
  mayRemember,
  readReferral,
  recall,
  remember,
  type ReferralStorage,
} from "../../src/storefront"

describe("an address", () => {
  test("says whose code, which visit, which mark and which campaign", () => {
    expect(
      readReferral(
        "https://shop.example/shirts?ref=ADA10&aff_click=affclk_1&sub_id=bio&utm_source=ada&utm_medium=&size=m#top"
      )
    ).toEqual({
      code: "ADA10",
      click_id: "affclk_1",
      sub_id: "bio",
      utm: { source: "ada" },
    })
  })

  test.each([
    "https://shop.example/",
    "https://shop.example/?ref=&aff_click=%20",
    "/shirts",
    "http://[",
    "",
  ])("says nothing: %s", (address) => {
    expect(readReferral(address)).toEqual({ utm: {} })
  })

  test("may be relative", () => {
    expect(readReferral("/shirts?ref=ADA").code).toBe("ADA")
  })
})

describe("whoever sent a visitor", () => {
  const aStorage = (): ReferralStorage & { kept: Map<string, string> } => {
    const kept = new Map<string, string>()
    return {
      kept,
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    }
  }

  test("is remembered until the window is over, and then forgotten", () => {
    const storage = aStorage()
    const ada = { code: "ADA", click_id: "c", expires_at: 1000 }
    remember(ada, storage)
    expect(recall(storage, 999)).toEqual(ada)
    expect(recall(storage, 1000)).toBeNull()
    expect(storage.kept.size).toBe(0)
  })

  test("is whoever did so last, and nobody once they are forgotten", () => {
    const storage = aStorage()
    remember({ code: "ADA", expires_at: 9 }, storage)
    remember({ code: "BOB", expires_at: 9 }, storage)
    expect(recall(storage, 1)?.code).toBe("BOB")
    forget(storage)
    expect(storage.kept.size).toBe(0)
  })

  test.each(["", "null", "{", "7", "[]", '{"code":"ADA"}', '"x"'])(
    "is nobody where the storage holds %s",
    (text) => {
      const storage = aStorage()
      storage.setItem("affiliate_referral", text)
      expect(recall(storage, 1)).toBeNull()
    }
  )

  test("is nobody where the browser blocks its storage, and nothing is thrown", () => {
    const blocked = () => {
      throw new Error("The operation is insecure.")
    }
    const storage = { getItem: blocked, setItem: blocked, removeItem: blocked }
    remember({ code: "ADA", expires_at: 9 }, storage)
    expect(recall(storage, 1)).toBeNull()
    forget(storage)
  })

  test("is nobody on a server, and nothing is thrown", () => {
    remember({ code: "ADA", expires_at: Date.now() + 1000 })
    expect(recall()).toBeNull()
  })
})

describe("a visitor may be remembered", () => {
  test.each([
    [true, {}, false],
    [true, { consent: true }, false],
    [true, { consent: true, requireConsent: true }, false],
    [false, { consent: false }, false],
    [false, { requireConsent: true }, false],
    [false, { consent: true, requireConsent: true }, true],
    [false, {}, true],
  ])("%s: %j, Global Privacy Control %s", (may, privacy, gpc) => {
    expect(mayRemember(privacy, gpc)).toBe(may)
  })
})
