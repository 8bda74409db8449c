import { z } from "@medusajs/framework/zod"

import type { Translate } from "../../../../../lib/form-rules"
import { textRule, wholeRule } from "../../../../../lib/form-rules"
import { linesOf } from "../../../../../lib/lines"
import type { FormField, Program, ProgramJoining } from "../../../../../types"

const LABEL_MAX = 500
const KEY_MAX = 50
const DAYS_MAX = 3650

const KEY = /^[a-z0-9_]{1,50}$/
const DOMAIN = /^[^\s@.]+(?:\.[^\s@.]+)+$/

const TYPES = ["text", "choice", "url", "number"] as const

/** How somebody gets into a program, as a form holds it; lists are typed one a line. */
export const joiningSchema = (t: Translate) =>
  z
    .object({
      questions: z.array(
        z.object({
          label: textRule(t, LABEL_MAX),
          key: z
            .string()
            .trim()
            .refine((key) => !key || KEY.test(key), {
              error: t("joining.form.keyInvalid"),
            }),
          type: z.enum(TYPES),
          required: z.boolean(),
          options: z.string(),
        })
      ),
      countries: z.array(z.string()),
      domains: z.string(),
      answers: z.array(
        z.object({
          key: z.string(),
          /** Of a choice. */
          chosen: z.array(z.string()),
          /** Of any other question. */
          typed: z.string(),
        })
      ),
      otherwise: z.enum(["review", "reject"]),
      auto_approve: z.boolean(),
      reapply_days: wholeRule(t, { max: DAYS_MAX }),
    })
    .superRefine((form, ctx) => {
      const fail = (path: (string | number)[], message: string) =>
        ctx.addIssue({ code: "custom", path, message })
      const keys = form.questions.map(({ key }) => key.trim()).filter(Boolean)

      form.questions.forEach(({ key, type, options }, index) => {
        if (key && keys.indexOf(key) !== keys.lastIndexOf(key)) {
          fail(["questions", index, "key"], t("joining.form.keyTwice"))
        }
        const listed = linesOf(options)
        if (type === "choice" && !listed.length) {
          fail(["questions", index, "options"], t("joining.form.optionsNeeded"))
        } else if (type === "choice" && new Set(listed).size < listed.length) {
          fail(["questions", index, "options"], t("joining.form.optionsTwice"))
        }
      })
      const wrong = linesOf(form.domains).find((one) => !DOMAIN.test(one))
      if (wrong) {
        fail(["domains"], t("joining.form.domainInvalid", { domain: wrong }))
      }
      const asked = keysOf(form.questions)
      form.answers.forEach((answer, index) => {
        if (!asked.includes(answer.key)) {
          fail(["answers", index, "key"], t("common.form.required"))
        }
        if (!valuesOf(answer, form.questions).length) {
          const field = isChoice(answer.key, form.questions)
            ? "chosen"
            : "typed"
          fail(["answers", index, field], t("joining.form.valuesNeeded"))
        }
      })
    })

export type JoiningForm = z.infer<ReturnType<typeof joiningSchema>>
export type Question = JoiningForm["questions"][number]
type Answer = JoiningForm["answers"][number]

export const EMPTY_QUESTION: Question = {
  label: "",
  key: "",
  type: "text",
  required: false,
  options: "",
}

export const EMPTY_ANSWER: Answer = { key: "", chosen: [], typed: "" }

export function toJoiningForm({
  auto_approve,
  form_fields,
  join_requirements,
  reapply_days,
}: Program): JoiningForm {
  const { countries, email_domains, answers, otherwise } =
    join_requirements ?? {}
  return {
    questions: form_fields.map(({ options, required, ...field }) => ({
      ...field,
      required: required ?? false,
      options: (options ?? []).join("\n"),
    })),
    countries: countries ?? [],
    domains: (email_domains ?? []).join("\n"),
    answers: (answers ?? []).map(({ key, values }) => ({
      key,
      chosen: values,
      typed: values.join("\n"),
    })),
    otherwise: otherwise ?? "review",
    auto_approve,
    reapply_days: String(reapply_days),
  }
}

export function toJoining(
  form: JoiningForm
): ProgramJoining & Pick<Program, "auto_approve"> {
  const keys = keysOf(form.questions)
  const domains = linesOf(form.domains)
  const answers = form.answers.map((answer) => ({
    key: answer.key,
    values: valuesOf(answer, form.questions),
  }))
  const asksNothing =
    !form.countries.length && !domains.length && !answers.length
  return {
    form_fields: form.questions.map(
      ({ label, type, required, options }, index): FormField => ({
        key: keys[index] ?? "",
        label: label.trim(),
        type,
        required,
        ...(type === "choice" ? { options: linesOf(options) } : {}),
      })
    ),
    join_requirements: asksNothing
      ? null
      : {
          ...(form.countries.length ? { countries: form.countries } : {}),
          ...(domains.length ? { email_domains: domains } : {}),
          ...(answers.length ? { answers } : {}),
          otherwise: form.otherwise,
        },
    auto_approve: form.auto_approve,
    reapply_days: Number(form.reapply_days),
  }
}

/** The key of each question: its own, or one made from its words. */
export function keysOf(questions: Pick<Question, "key" | "label">[]): string[] {
  const taken = new Set(questions.map(({ key }) => key.trim()).filter(Boolean))
  return questions.map(({ key, label }) => {
    if (key.trim()) {
      return key.trim()
    }
    const made = freeKey(toKey(label), taken)
    taken.add(made)
    return made
  })
}

/** `How many readers?` → `how_many_readers` */
function toKey(label: string): string {
  const key = label
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+/, "")
    .slice(0, KEY_MAX - 3)
    .replace(/_+$/, "")
  return key || "question"
}

function freeKey(key: string, taken: Set<string>): string {
  let free = key
  for (let number = 2; taken.has(free); number++) {
    free = `${key}_${number}`
  }
  return free
}

export function isChoice(key: string, questions: Question[]): boolean {
  return questions[keysOf(questions).indexOf(key)]?.type === "choice"
}

function valuesOf({ key, chosen, typed }: Answer, questions: Question[]) {
  return isChoice(key, questions) ? chosen : linesOf(typed)
}
