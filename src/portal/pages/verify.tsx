import { useMutation } from "@tanstack/react-query"
import { useState, type FormEvent } from "react"
import { useNavigate, useSearchParams } from "react-router-dom"
import { MainButton, TextLink } from "../components/action"
import { Entry, Notice } from "../components/entry"
import { TextField } from "../components/field"
import { useSpeech } from "../i18n/language"
import { confirmAddress } from "../lib/logins"

/** The page that the e-mail leads to. It asks for a tap: mail programs open links to look at them. */
export function VerifyPage() {
  const { t } = useSpeech()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const [code, setCode] = useState(search.get("code") ?? "")
  const confirm = useMutation({
    mutationFn: () => confirmAddress(code.trim()),
    onSuccess: () => void navigate("/sign-in?verified=1", { replace: true }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (code.trim()) confirm.mutate()
  }
  return (
    <Entry title={t("entry.verify.title")}>
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        {confirm.isError && (
          <Notice kind="error">{t("entry.verify.failed")}</Notice>
        )}
        <TextField
          label={t("entry.verify.code")}
          autoComplete="one-time-code"
          value={code}
          onValue={setCode}
        />
        <MainButton
          type="submit"
          isLoading={confirm.isPending}
          className="w-full"
        >
          {t("entry.verify.action")}
        </MainButton>
      </form>
      <p className="txt-small">
        <TextLink to="/sign-in">{t("entry.signIn.action")}</TextLink>
      </p>
    </Entry>
  )
}
