import { Answers, FormField, problemOfAnswers } from "../domain/joining/form"
import {
  Applicant,
  decide,
  Decision,
  JoinRequirements,
} from "../domain/joining/requirements"
import { fromJsonColumn } from "../models/json-list"
import { AffiliateProgramRecord } from "./records"
import { invalid } from "./refusals"

const DAY_MS = 24 * 60 * 60 * 1000

export const formOf = (
  program: Pick<AffiliateProgramRecord, "form_fields">
): FormField[] => fromJsonColumn<FormField>(program.form_fields)

/**
 * What a program decides of an application by itself.
 *
 * @throws invalid_data for answers that do not fit its form
 */
export const judgeApplication = (
  program: AffiliateProgramRecord,
  applicant: {
    email: string
    email_is_login?: boolean
    country_code?: string | null
    answers?: Answers | null
  }
): Decision => {
  const answers = applicant.answers ?? {}
  checkAnswers(program, answers)
  const known: Applicant = {
    email: applicant.email,
    email_is_login: applicant.email_is_login ?? false,
    country_code: applicant.country_code ?? null,
    answers,
  }
  return decide(
    program.join_requirements as JoinRequirements | null,
    program.auto_approve,
    known
  )
}

/** @throws invalid_data naming the answer and the rule */
export const checkAnswers = (
  program: Pick<AffiliateProgramRecord, "form_fields">,
  answers: Answers,
  needs_all = true
): void => {
  const problem = problemOfAnswers(formOf(program), answers, needs_all)
  if (problem) {
    throw invalid(problem)
  }
}

/** When somebody rejected now may apply again; `null` = at any time. */
export const reapplyTime = (rejected_at: Date, days: number): Date | null =>
  days > 0 ? new Date(rejected_at.getTime() + days * DAY_MS) : null
