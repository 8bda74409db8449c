import { normalizeEmail } from "../normalize"
import { Answers, FormField } from "./form"

/** What a program wants of somebody who applies. What is left out is not asked for. */
export type JoinRequirements = {
  /** Two letters, lower case. */
  countries?: string[]
  /** Lower case, the whole domain: `example.com` does not mean `mail.example.com`. */
  email_domains?: string[]
  /** The answer to each of these is one of the values. */
  answers?: { key: string; values: string[] }[]
  /** What happens to whoever does not meet them: a person looks, or they are turned down at once. */
  otherwise: "review" | "reject"
}

/** What is known of somebody who applies. */
export interface Applicant {
  email: string
  /** Whether the e-mail is the one they log in with; anybody can type any other. */
  email_is_login: boolean
  country_code: string | null
  answers: Answers
}

/** What becomes of an application. */
export interface Decision {
  status: "approved" | "pending" | "rejected"
  /** The requirements not met, in words for the merchant; `null` = none. */
  reason: string | null
}

/**
 * @param auto_approve the program approves by itself whoever meets its requirements
 */
export const decide = (
  requirements: JoinRequirements | null,
  auto_approve: boolean,
  applicant: Applicant
): Decision => {
  const unmet = requirements ? unmetOf(requirements, applicant) : []
  if (requirements && unmet.length) {
    return {
      status: requirements.otherwise === "reject" ? "rejected" : "pending",
      reason: `Requirements not met: ${unmet.join("; ")}`,
    }
  }
  return { status: auto_approve ? "approved" : "pending", reason: null }
}

/** @returns what is wrong with requirements of a program with that form, naming the field; `null` = nothing */
export const problemOfRequirements = (
  requirements: JoinRequirements | null,
  form: FormField[]
): string | null => {
  const keys = form.map(({ key }) => key)
  const wrong = (requirements?.answers ?? []).findIndex(
    ({ key }) => form.length > 0 && !keys.includes(key)
  )
  return wrong < 0
    ? null
    : `Field 'join_requirements.answers.${wrong}.key': the form does not ask for ${requirements!.answers![wrong].key}`
}

const unmetOf = (
  { countries, email_domains, answers }: JoinRequirements,
  applicant: Applicant
): string[] => {
  const unmet: string[] = []
  if (countries && !countries.includes(applicant.country_code ?? "")) {
    unmet.push("country")
  }
  if (email_domains) {
    const email = normalizeEmail(applicant.email)
    if (!email_domains.includes(email.slice(email.lastIndexOf("@") + 1))) {
      unmet.push("e-mail domain")
    } else if (!applicant.email_is_login) {
      unmet.push("e-mail domain (the e-mail is not the login's own)")
    }
  }
  for (const { key, values } of answers ?? []) {
    if (!givenOf(applicant.answers, key).some((one) => values.includes(one))) {
      unmet.push(`answer to ${key}`)
    }
  }
  return unmet
}

/** What was answered, as texts; several where somebody chose several. */
const givenOf = (answers: Answers, key: string): string[] => {
  const given = Object.hasOwn(answers, key) ? answers[key] : null
  const list: unknown[] = Array.isArray(given) ? given : [given]
  return list.flatMap((one) =>
    one === null || one === undefined ? [] : [String(one)]
  )
}
