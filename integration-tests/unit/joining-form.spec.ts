import fc from "fast-check"
import {
  problemOfAnswers,
  problemOfForm,
  type FormField,
} from "../../src/modules/affiliate/domain/joining/form"

const FORM: FormField[] = [
  { key: "why", label: "Why?", type: "text", required: true },
  {
    key: "channel",
    label: "Where?",
    type: "choice",
    options: ["blog", "video"],
  },
  { key: "site", label: "Address", type: "url" },
  { key: "readers", label: "Readers", type: "number" },
]
const WHY = { why: "I like shirts" }

describe("a form", () => {
  test("may be empty, or ask for anything once", () => {
    expect(problemOfForm([])).toBeNull()
    expect(problemOfForm(FORM)).toBeNull()
  })

  test.each<[string, FormField[], RegExp]>([
    [
      "a key twice",
      [FORM[0], FORM[1], { ...FORM[2], key: "why" }],
      /'form_fields\.2\.key'/,
    ],
    [
      "a choice of nothing",
      [{ key: "a", label: "A", type: "choice" }],
      /'form_fields\.0\.options' is required/,
    ],
    [
      "a choice of an empty list",
      [{ key: "a", label: "A", type: "choice", options: [] }],
      /'form_fields\.0\.options' is required/,
    ],
    [
      "an option twice",
      [{ key: "a", label: "A", type: "choice", options: ["x", "x"] }],
      /twice/,
    ],
    [
      "options of a text",
      [{ key: "a", label: "A", type: "text", options: ["x"] }],
      /choice only/,
    ],
  ])("has not %s", (_what, form, message) => {
    expect(problemOfForm(form)).toMatch(message)
  })
})

describe("answers", () => {
  test.each([
    ["what is required", WHY],
    [
      "everything",
      { ...WHY, channel: "video", site: "https://a.example", readers: 0 },
    ],
    [
      "nothing where nothing is required",
      { ...WHY, channel: null, site: "", readers: null },
    ],
  ])("may give %s", (_what, answers) => {
    expect(problemOfAnswers(FORM, answers)).toBeNull()
  })

  test.each<[string, Record<string, unknown>, string]>([
    ["without what is required", {}, "Field 'answers.why' is required"],
    [
      "with blanks where something is required",
      { why: "  " },
      "Field 'answers.why' is required",
    ],
    [
      "to what is not asked",
      { ...WHY, shoe: 43 },
      "Field 'answers.shoe' is not asked by this program",
    ],
    ["with a number as text", { why: 3 }, "Field 'answers.why' must be a text"],
    [
      "with a text as number",
      { ...WHY, readers: "3" },
      "Field 'answers.readers' must be a number",
    ],
    [
      "with another option",
      { ...WHY, channel: "radio" },
      "Field 'answers.channel' must be one of: blog, video",
    ],
    [
      "with several options",
      { ...WHY, channel: ["blog"] },
      "Field 'answers.channel' must be one of: blog, video",
    ],
    [
      "with an address that runs",
      { ...WHY, site: "javascript:alert(1)" },
      "Field 'answers.site' must be an address that begins with http:// or https://",
    ],
    [
      "with no address",
      { ...WHY, site: "a.example" },
      "Field 'answers.site' must be an address that begins with http:// or https://",
    ],
  ])("are refused %s", (_what, answers, message) => {
    expect(problemOfAnswers(FORM, answers)).toBe(message)
  })

  test("of who was invited need not be complete, but must fit", () => {
    expect(problemOfAnswers(FORM, {}, false)).toBeNull()
    expect(problemOfAnswers(FORM, { readers: "3" }, false)).toMatch(/readers/)
  })

  test("are free where nothing is asked", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.anything()), (answers) => {
        expect(problemOfAnswers([], answers)).toBeNull()
      })
    )
  })

  test("of any kind are taken or refused, never a crash, and only known keys pass", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.anything()), (answers) => {
        const problem = problemOfAnswers(FORM, answers)
        const keys = FORM.map(({ key }) => key)
        if (Object.keys(answers).some((key) => !keys.includes(key))) {
          expect(problem).toMatch(/not asked/)
        }
      })
    )
  })

  test("are not found in what every object has", () => {
    const form: FormField[] = [
      { key: "constructor", label: "C", type: "text", required: true },
    ]
    expect(problemOfAnswers(form, {})).toMatch(/is required/)
  })
})
