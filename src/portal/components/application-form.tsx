import { useState, type FormEvent } from "react"
import { AddressUnverified, LoginKnown, useApply } from "../hooks/apply"
import { useErrorWords } from "../hooks/error-words"
import { useSpeech } from "../i18n/language"
import { isAddress } from "../lib/addresses"
import { PASSWORD_LENGTH_MIN } from "../lib/logins"
import { currentApplicant, readToken } from "../lib/session"
import type { PublicProgram } from "../lib/types"
import { MainButton } from "./action"
import { CountryChoice } from "./country-choice"
import { Notice } from "./entry"
import { TextField, useValues } from "./field"
import { FormGroup } from "./form-group"
import { answersOf, FormQuestions, useAnswerProblems } from "./form-questions"
import { TermsToAccept } from "./terms-to-accept"
import { VerifyAddress } from "./verify-address"

/** An agreement that a program has none of is still asked for by the store. */
const NO_AGREEMENT = "1"

type Problems = Record<string, string>

/** Everything somebody says who applies, or who accepts an invitation. */
export function ApplicationForm({
  program,
  invitation,
  referral = "",
  email = "",
  action,
}: {
  program: PublicProgram
  invitation?: { token: string; name: string | null }
  referral?: string
  /** Of who is logged in and applies again. */
  email?: string
  action: string
}) {
  const { t } = useSpeech()
  const words = useErrorWords()
  const apply = useApply()
  const problemsOf = useProblems(program, invitation !== undefined)
  const needsLogin = !currentApplicant() && !readToken()
  const [tried, setTried] = useState(false)
  const [accepted, setAccepted] = useState(false)
  const [answers, setAnswers] = useState<Record<string, string>>({})
  const [values, set] = useValues({
    email,
    password: "",
    name: invitation?.name ?? "",
    website: "",
    country_code: "",
    code: "",
    referral_code: referral,
  })
  const found = problemsOf(values, answers, accepted, needsLogin)
  const problems = tried ? found : {}
  const fields = program.form_fields ?? []
  const send = () =>
    apply.mutate({
      email: values.email.trim(),
      password: values.password,
      application: {
        name: values.name.trim(),
        website: values.website.trim() || undefined,
        country_code: values.country_code || undefined,
        code: values.code.trim() || undefined,
        ...(invitation
          ? { invitation_token: invitation.token }
          : {
              program: program.handle,
              referral_code: values.referral_code.trim() || undefined,
            }),
        answers: answersOf(fields, answers),
        agreement_version: String(program.agreement?.version ?? NO_AGREEMENT),
      },
    })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (Object.keys(found).length === 0) send()
  }
  if (apply.error instanceof AddressUnverified)
    return <VerifyAddress email={apply.error.email} onVerified={send} />
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-6">
      {apply.isError && (
        <Notice kind="error">
          {apply.error instanceof LoginKnown
            ? t("entry.signUp.known")
            : words(apply.error)}
        </Notice>
      )}
      {needsLogin && (
        <FormGroup title={t("entry.signUp.account")}>
          <TextField
            label={t("entry.email")}
            type="email"
            autoComplete="username"
            value={values.email}
            onValue={set("email")}
            error={problems.email}
          />
          <TextField
            label={t("entry.password")}
            hint={t("entry.passwordHint", { count: PASSWORD_LENGTH_MIN })}
            type="password"
            autoComplete="new-password"
            value={values.password}
            onValue={set("password")}
            error={problems.password}
          />
        </FormGroup>
      )}
      <FormGroup title={t("entry.signUp.about")}>
        <TextField
          label={t("entry.signUp.name")}
          autoComplete="name"
          value={values.name}
          onValue={set("name")}
          error={problems.name}
        />
        <TextField
          label={t("entry.signUp.website")}
          optional
          type="url"
          autoComplete="url"
          placeholder="https://"
          value={values.website}
          onValue={set("website")}
          error={problems.website}
        />
        <CountryChoice
          value={values.country_code}
          onValue={set("country_code")}
        />
        <TextField
          label={t("entry.signUp.code")}
          hint={t("entry.signUp.codeHint")}
          optional
          autoCapitalize="characters"
          value={values.code}
          onValue={set("code")}
        />
        {!invitation && (
          <TextField
            label={t("entry.signUp.referral")}
            hint={t("entry.signUp.referralHint")}
            optional
            value={values.referral_code}
            onValue={set("referral_code")}
          />
        )}
      </FormGroup>
      {fields.length > 0 && (
        <FormGroup title={t("entry.signUp.questions")}>
          <FormQuestions
            fields={fields}
            answers={answers}
            onAnswer={(key, answer) =>
              setAnswers((before) => ({ ...before, [key]: answer }))
            }
            problems={problems}
          />
        </FormGroup>
      )}
      {program.agreement && (
        <TermsToAccept
          agreement={program.agreement}
          accepted={accepted}
          onAccept={setAccepted}
          problem={problems["the terms"]}
        />
      )}
      <MainButton type="submit" isLoading={apply.isPending} className="w-full">
        {action}
      </MainButton>
    </form>
  )
}

function useProblems(program: PublicProgram, invited: boolean) {
  const { t } = useSpeech()
  const answerProblems = useAnswerProblems()
  return (
    values: Record<"email" | "password" | "name" | "website", string>,
    answers: Record<string, string>,
    accepted: boolean,
    needsLogin: boolean
  ): Problems => {
    const problems: Problems = {}
    if (needsLogin && !/^\S+@\S+$/.test(values.email.trim()))
      problems.email = t("common.required")
    if (needsLogin && values.password.length < PASSWORD_LENGTH_MIN)
      problems.password = t("entry.passwordShort", {
        count: PASSWORD_LENGTH_MIN,
      })
    if (!values.name.trim()) problems.name = t("common.required")
    if (values.website.trim() && !isAddress(values.website))
      problems.website = t("entry.signUp.url")
    if (program.agreement && !accepted)
      problems["the terms"] = t("entry.signUp.mustAccept")
    return {
      ...problems,
      ...answerProblems(program.form_fields ?? [], answers, !invited),
    }
  }
}
