import { useMutation } from "@tanstack/react-query"
import { useState, type FormEvent } from "react"
import { useNavigate, useSearchParams } from "react-router-dom"
import { MainButton, TextLink } from "../components/action"
import { Entry, Notice } from "../components/entry"
import { TextField } from "../components/field"
import { useErrorWords } from "../hooks/error-words"
import { useSpeech } from "../i18n/language"
import { ApiError } from "../lib/api"
import { askForReset, PASSWORD_LENGTH_MIN, setPassword } from "../lib/logins"
import { keepToken } from "../lib/session"

const UNAUTHORIZED = 401

export function ForgotPasswordPage() {
  const { t } = useSpeech()
  const words = useErrorWords()
  const [email, setEmail] = useState("")
  const [tried, setTried] = useState(false)
  const asking = useMutation({ mutationFn: () => askForReset(email.trim()) })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (email.trim()) asking.mutate()
  }
  if (asking.isSuccess)
    return (
      <Entry
        title={t("entry.reset.sent")}
        text={t("entry.reset.sentText", { email: email.trim() })}
      >
        <BackToSignIn />
      </Entry>
    )
  return (
    <Entry title={t("entry.reset.title")} text={t("entry.reset.text")}>
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        {asking.isError && <Notice kind="error">{words(asking.error)}</Notice>}
        <TextField
          label={t("entry.email")}
          type="email"
          autoComplete="username"
          value={email}
          onValue={setEmail}
          error={tried && !email.trim() ? t("common.required") : undefined}
        />
        <MainButton
          type="submit"
          isLoading={asking.isPending}
          className="w-full"
        >
          {t("entry.reset.action")}
        </MainButton>
      </form>
      <BackToSignIn />
    </Entry>
  )
}

/** The page that the e-mail leads to, with a token and the login in its address. */
export function NewPasswordPage() {
  const { t } = useSpeech()
  const words = useErrorWords()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const [password, setValue] = useState("")
  const [tried, setTried] = useState(false)
  const email = search.get("email") ?? ""
  const setting = useMutation({
    mutationFn: () => setPassword(email, password, search.get("token") ?? ""),
    onSuccess: () => {
      // Whoever was logged in here was so with the old one.
      keepToken(null)
      void navigate(`/sign-in?reset=1&email=${encodeURIComponent(email)}`, {
        replace: true,
      })
    },
  })
  const short = password.length < PASSWORD_LENGTH_MIN
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!short) setting.mutate()
  }
  const gone =
    setting.error instanceof ApiError && setting.error.status === UNAUTHORIZED
  return (
    <Entry title={t("entry.reset.newTitle")} text={email}>
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        {setting.isError && (
          <Notice kind="error">
            {gone ? t("entry.reset.gone") : words(setting.error)}
          </Notice>
        )}
        {gone && (
          <p className="txt-small">
            <TextLink to="/forgot-password">{t("entry.reset.again")}</TextLink>
          </p>
        )}
        <TextField
          label={t("entry.reset.new")}
          hint={t("entry.passwordHint", { count: PASSWORD_LENGTH_MIN })}
          type="password"
          autoComplete="new-password"
          value={password}
          onValue={setValue}
          error={
            tried && short
              ? t("entry.passwordShort", { count: PASSWORD_LENGTH_MIN })
              : undefined
          }
        />
        <MainButton
          type="submit"
          isLoading={setting.isPending}
          className="w-full"
        >
          {t("entry.reset.set")}
        </MainButton>
      </form>
    </Entry>
  )
}

function BackToSignIn() {
  const { t } = useSpeech()
  return (
    <p className="txt-small">
      <TextLink to="/sign-in">{t("entry.signIn.action")}</TextLink>
    </p>
  )
}
