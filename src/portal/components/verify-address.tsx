import { Button, Text } from "@medusajs/ui"
import { useMutation } from "@tanstack/react-query"
import { useState, type FormEvent } from "react"
import { useErrorToast } from "../hooks/error-words"
import { useSpeech } from "../i18n/language"
import { askForVerification, confirmAddress } from "../lib/logins"
import { currentApplicant } from "../lib/session"
import { MainButton } from "./action"
import { Notice } from "./entry"
import { TextField } from "./field"
import { note } from "../lib/note"

/** Takes the code that the store has sent, where the application then goes on. */
export function VerifyAddress({
  email,
  onVerified,
}: {
  email: string
  onVerified: () => void
}) {
  const { t } = useSpeech()
  const fail = useErrorToast()
  const [code, setCode] = useState("")
  const confirm = useMutation({
    mutationFn: () => confirmAddress(code.trim()),
    onSuccess: onVerified,
  })
  const resend = useMutation({
    mutationFn: () =>
      askForVerification(email, currentApplicant()?.token ?? ""),
    onSuccess: () => note.done(t("entry.verify.resent")),
    onError: fail,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (code.trim()) confirm.mutate()
  }
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <Text>{t("entry.verify.text", { email })}</Text>
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
      <Button
        type="button"
        variant="transparent"
        isLoading={resend.isPending}
        onClick={() => resend.mutate()}
      >
        {t("entry.verify.resend")}
      </Button>
    </form>
  )
}
