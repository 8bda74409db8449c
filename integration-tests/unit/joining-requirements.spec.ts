import fc from "fast-check"
import {
  decide,
  problemOfRequirements,
  type Applicant,
  type JoinRequirements,
} from "../../src/modules/affiliate/domain/joining/requirements"

const ADA: Applicant = {
  email: "Ada@Shop.example",
  email_is_login: true,
  country_code: "de",
  answers: { channel: "blog", readers: 500, topics: ["shirts", "mugs"] },
}

const wanting = (fields: Partial<JoinRequirements>): JoinRequirements => ({
  otherwise: "review",
  ...fields,
})

const MET: [string, Partial<JoinRequirements>][] = [
  ["a country", { countries: ["at", "de"] }],
  ["an e-mail domain, in any letter case", { email_domains: ["shop.example"] }],
  ["an answer", { answers: [{ key: "channel", values: ["video", "blog"] }] }],
  ["a number", { answers: [{ key: "readers", values: ["500"] }] }],
  [
    "one of several answers",
    { answers: [{ key: "topics", values: ["mugs"] }] },
  ],
  ["nothing", {}],
]

const UNMET: [string, Partial<JoinRequirements>, RegExp][] = [
  ["another country", { countries: ["fr"] }, /country/],
  ["another domain", { email_domains: ["example"] }, /e-mail domain/],
  [
    "a domain above theirs",
    { email_domains: ["mail.shop.example"] },
    /e-mail domain/,
  ],
  [
    "another answer",
    { answers: [{ key: "channel", values: ["video"] }] },
    /answer to channel/,
  ],
  [
    "an answer they did not give",
    { answers: [{ key: "site", values: ["x"] }] },
    /answer to site/,
  ],
  [
    "what every object has",
    { answers: [{ key: "constructor", values: ["x"] }] },
    /answer to constructor/,
  ],
]

describe.each(MET)("who meets %s", (_what, requirements) => {
  test("is approved where the program approves by itself, and waits elsewhere", () => {
    expect(decide(wanting(requirements), true, ADA)).toEqual({
      status: "approved",
      reason: null,
    })
    expect(decide(wanting(requirements), false, ADA)).toEqual({
      status: "pending",
      reason: null,
    })
  })
})

describe.each(UNMET)("who does not meet %s", (_what, requirements, reason) => {
  test("is looked at by a person, even where the program approves by itself", () => {
    const decision = decide(wanting(requirements), true, ADA)
    expect(decision).toEqual({
      status: "pending",
      reason: expect.stringMatching(reason),
    })
  })

  test("is rejected where the program says so", () => {
    const decision = decide(
      wanting({ ...requirements, otherwise: "reject" }),
      true,
      ADA
    )
    expect(decision).toEqual({
      status: "rejected",
      reason: expect.stringMatching(reason),
    })
  })
})

test("an e-mail that is not the login's own meets no domain: anybody can type any", () => {
  const { status, reason } = decide(
    wanting({ email_domains: ["shop.example"] }),
    true,
    { ...ADA, email_is_login: false }
  )
  expect(status).toBe("pending")
  expect(reason).toMatch(/not the login's own/)
})

test("who says nothing of country and answers does not meet them", () => {
  const nobody = { ...ADA, country_code: null, answers: {} }
  const { reason } = decide(
    wanting({
      countries: ["de"],
      answers: [{ key: "channel", values: ["blog"] }],
    }),
    true,
    nobody
  )
  expect(reason).toBe("Requirements not met: country; answer to channel")
})

test("without requirements the program's own word counts", () => {
  expect(decide(null, true, ADA).status).toBe("approved")
  expect(decide(null, false, ADA).status).toBe("pending")
})

test("nobody is approved who does not meet all, and nobody rejected who does", () => {
  const some = <Item>(items: Item[]) => fc.subarray(items, { minLength: 1 })
  fc.assert(
    fc.property(
      fc.record({
        countries: fc.option(some(["de", "at"]), { nil: undefined }),
        email_domains: fc.option(some(["a.example", "b.example"]), {
          nil: undefined,
        }),
        otherwise: fc.constantFrom("review" as const, "reject" as const),
      }),
      fc.record({
        email: fc.constantFrom("x@a.example", "x@b.example", "x@c.example"),
        email_is_login: fc.boolean(),
        country_code: fc.constantFrom("de", "at", "us", null),
        answers: fc.constant({}),
      }),
      fc.boolean(),
      (requirements, applicant, auto) => {
        const { countries, email_domains } = requirements
        const met =
          (!countries || countries.includes(applicant.country_code ?? "")) &&
          (!email_domains ||
            (applicant.email_is_login &&
              email_domains.includes(applicant.email.split("@")[1])))
        const { status } = decide(requirements, auto, applicant)
        expect(status === "approved").toBe(met && auto)
        expect(status === "rejected").toBe(
          !met && requirements.otherwise === "reject"
        )
      }
    )
  )
})

test("a requirement of an answer that the form does not ask for is a mistake", () => {
  const requirements = wanting({ answers: [{ key: "chanel", values: ["x"] }] })
  const form = [{ key: "channel", label: "C", type: "text" as const }]
  expect(problemOfRequirements(requirements, form)).toMatch(
    /'join_requirements\.answers\.0\.key'/
  )
  expect(problemOfRequirements(requirements, [])).toBeNull()
  expect(problemOfRequirements(null, form)).toBeNull()
})
