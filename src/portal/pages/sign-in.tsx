import { useMutation } from "@tanstack/react-query"
import { useState, type FormEvent } from "react"
import { Navigate, useNavigate, useSearchParams } from "react-router-dom"
import { MainButton, TextLink } from "../components/action"
import { Entry, Notice } from "../components/entry"
import { TextField, useValues } from "../components/field"
import { useErrorWords } from "../hooks/error-words"
import { useToken } from "../hooks/session"
import { useSpeech } from "../i18n/language"
import { ApiError } from "../lib/api"
import { isAffiliate, signIn } from "../lib/logins"
import { keepToken, rememberApplicant } from "../lib/session"

const UNAUTHORIZED = 401

/** Only a page of the portal's own: an address from outside must not lead away. */
const pageOf = (to: string | null): string =>
  to?.startsWith("/") && !to.startsWith("//") ? to : "/"

export function SignInPage() {
  const { t } = useSpeech()
  const words = useErrorWords()
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const token = useToken()
  const [tried, setTried] = useState(false)
  const [values, set] = useValues({
    email: search.get("email") ?? "",
    password: "",
  })
  const login = useMutation({
    mutationFn: () => signIn(values.email.trim(), values.password),
    onSuccess: (fresh) => {
      if (!isAffiliate(fresh)) {
        rememberApplicant({ email: values.email.trim(), token: fresh })
        void navigate("/sign-up")
        return
      }
      keepToken(fresh)
      void navigate(pageOf(search.get("to")), { replace: true })
    },
  })
  if (token && !login.isPending)
    return <Navigate to={pageOf(search.get("to"))} replace />

  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (values.email && values.password) login.mutate()
  }
  const missing = (value: string) =>
    tried && !value ? t("common.required") : undefined
  return (
    <Entry title={t("entry.signIn.title")} text={t("entry.signIn.text")}>
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        {search.has("reset") && (
          <Notice kind="done">{t("entry.reset.done")}</Notice>
        )}
        {search.has("verified") && (
          <Notice kind="done">{t("entry.verify.done")}</Notice>
        )}
        {login.isError && (
          <Notice kind="error">
            {login.error instanceof ApiError &&
            login.error.status === UNAUTHORIZED
              ? t("entry.signIn.wrong")
              : words(login.error)}
          </Notice>
        )}
        <TextField
          label={t("entry.email")}
          type="email"
          autoComplete="username"
          value={values.email}
          onValue={set("email")}
          error={missing(values.email)}
        />
        <TextField
          label={t("entry.password")}
          type="password"
          autoComplete="current-password"
          value={values.password}
          onValue={set("password")}
          error={missing(values.password)}
        />
        <MainButton
          type="submit"
          isLoading={login.isPending}
          className="w-full"
        >
          {t("entry.signIn.action")}
        </MainButton>
      </form>
      <div className="txt-small flex flex-col gap-2">
        <TextLink to="/forgot-password">{t("entry.signIn.forgot")}</TextLink>
        <span className="text-ui-fg-subtle">
          {t("entry.signIn.none")}{" "}
          <TextLink to="/sign-up">{t("entry.signIn.apply")}</TextLink>
        </span>
      </div>
    </Entry>
  )
}
