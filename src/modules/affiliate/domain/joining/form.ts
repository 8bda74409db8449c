/** What somebody who applies is asked. */
export interface FormField {
  /** `[a-z0-9_]{1,50}`, unique in the form; answers are kept by it. */
  key: string
  /** The question in words. */
  label: string
  type: "text" | "choice" | "url" | "number"
  required?: boolean
  /** What may be chosen; of `choice` only. */
  options?: string[]
}

/** Answers by the keys of the form. */
export type Answers = Record<string, unknown>

export const FORM_FIELDS_MAX = 30
export const FORM_KEY_RULE = /^[a-z0-9_]{1,50}$/

/** @returns what is wrong with the form itself, naming the field; `null` = nothing */
export const problemOfForm = (fields: FormField[]): string | null => {
  const keys = fields.map(({ key }) => key)
  const twice = keys.findIndex((key, index) => keys.indexOf(key) !== index)
  if (twice >= 0) {
    return `Field 'form_fields.${twice}.key': ${keys[twice]} is there twice`
  }
  for (const [index, { type, options }] of fields.entries()) {
    const name = `Field 'form_fields.${index}.options'`
    if (type !== "choice" && options !== undefined) {
      return `${name} is for the type choice only`
    }
    if (type === "choice" && !options?.length) {
      return `${name} is required for the type choice`
    }
    if (options && new Set(options).size !== options.length) {
      return `${name} has an option twice`
    }
  }
  return null
}

/**
 * @param needs_all whether required questions must be answered; not by somebody
 *   whom the merchant invited
 * @returns the first thing that is wrong, naming `answers.<key>` and the rule;
 *   `null` = nothing. A program without a form asks nothing: anything goes
 */
export const problemOfAnswers = (
  fields: FormField[],
  answers: Answers,
  needs_all = true
): string | null => {
  if (!fields.length) {
    return null
  }
  const known = new Set(fields.map(({ key }) => key))
  const unknown = Object.keys(answers).find((key) => !known.has(key))
  if (unknown !== undefined) {
    return `Field 'answers.${unknown}' is not asked by this program`
  }
  for (const field of fields) {
    const answer = Object.hasOwn(answers, field.key)
      ? answers[field.key]
      : undefined
    const rule = isEmpty(answer)
      ? needs_all && field.required
        ? "is required"
        : null
      : brokenRule(field, answer)
    if (rule) {
      return `Field 'answers.${field.key}' ${rule}`
    }
  }
  return null
}

const isEmpty = (answer: unknown): boolean =>
  answer === undefined ||
  answer === null ||
  (typeof answer === "string" && answer.trim() === "")

const brokenRule = (
  { type, options = [] }: FormField,
  answer: unknown
): string | null => {
  switch (type) {
    case "number":
      return typeof answer === "number" && Number.isFinite(answer)
        ? null
        : "must be a number"
    case "choice":
      return typeof answer === "string" && options.includes(answer)
        ? null
        : `must be one of: ${options.join(", ")}`
    case "url":
      return isWebAddress(answer)
        ? null
        : "must be an address that begins with http:// or https://"
    case "text":
      return typeof answer === "string" ? null : "must be a text"
  }
}

/** Nothing that a browser would run: a merchant clicks on it. */
const isWebAddress = (answer: unknown): boolean =>
  typeof answer === "string" &&
  URL.canParse(answer) &&
  ["http:", "https:"].includes(new URL(answer).protocol)
