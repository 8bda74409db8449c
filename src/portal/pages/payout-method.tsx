import { Text } from "@medusajs/ui"
import { useMutation } from "@tanstack/react-query"
import { useState, type FormEvent } from "react"
import { useNavigate } from "react-router-dom"
import { MainButton, TextLink } from "../components/action"
import { Box, PageTitle } from "../components/box"
import { useTabTitle } from "../components/brand-mark"
import { Notice } from "../components/entry"
import { Choice, TextField } from "../components/field"
import { Answered } from "../components/states"
import { usePayoutMethod } from "../hooks/answers"
import { useErrorWords } from "../hooks/error-words"
import { usePayoutMethodWords } from "../hooks/payout-method-words"
import { useSpeech } from "../i18n/language"
import { api } from "../lib/api"
import type { PayoutField, PayoutProvider } from "../lib/types"
import { note } from "../lib/note"

export function PayoutMethodPage() {
  const { t } = useSpeech()
  useTabTitle(t("payouts.method.title"))
  const query = usePayoutMethod()
  return (
    <>
      <Text size="small">
        <TextLink to="/payouts">{t("payouts.title")}</TextLink>
      </Text>
      <PageTitle
        title={t("payouts.method.title")}
        intro={t("payouts.method.secret")}
      />
      <Box className="max-w-xl">
        <Answered query={query}>
          {({ payout_providers, payout_method }) => (
            <Method
              providers={payout_providers}
              current={payout_method?.provider}
            />
          )}
        </Answered>
      </Box>
    </>
  )
}

function Method({
  providers,
  current,
}: {
  providers: PayoutProvider[]
  current: string | undefined
}) {
  const { t } = useSpeech()
  const words = usePayoutMethodWords()
  const [id, setId] = useState(current ?? providers[0]?.id ?? "")
  const provider = providers.find((one) => one.id === id) ?? providers[0]
  if (!provider) return null
  return (
    <div className="flex flex-col gap-4">
      {providers.length > 1 && (
        <Choice
          label={t("payouts.method.provider")}
          value={provider.id}
          options={providers.map((one) => ({
            value: one.id,
            label: words.provider(one.id),
          }))}
          onValue={setId}
        />
      )}
      {provider.onboarding.type === "link" ? (
        <>
          <Text>{t("payouts.method.linkText")}</Text>
          <MainButton size="base" asChild>
            <a href={provider.onboarding.url}>{t("payouts.method.link")}</a>
          </MainButton>
        </>
      ) : (
        <AccountForm
          key={provider.id}
          provider={provider.id}
          fields={provider.onboarding.fields}
        />
      )}
    </div>
  )
}

function AccountForm({
  provider,
  fields,
}: {
  provider: string
  fields: PayoutField[]
}) {
  const { t } = useSpeech()
  const words = usePayoutMethodWords()
  const errorWords = useErrorWords()
  const navigate = useNavigate()
  const [tried, setTried] = useState(false)
  const [values, setValues] = useState<Record<string, string>>({})
  const given = (name: string) => values[name]?.trim() ?? ""
  const saving = useMutation({
    mutationFn: () =>
      api("affiliate/payout-method", {
        method: "POST",
        body: {
          provider,
          details: Object.fromEntries(
            fields.flatMap(({ name }) =>
              given(name) ? [[name, given(name)]] : []
            )
          ),
        },
      }),
    onSuccess: () => {
      note.done(t("payouts.method.saved"))
      void navigate("/payouts")
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (fields.every(({ name, required }) => !required || given(name)))
      saving.mutate()
  }
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      {saving.isError && (
        <Notice kind="error">{errorWords(saving.error)}</Notice>
      )}
      {provider === "manual" && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("payouts.method.bankHint")}
        </Text>
      )}
      {fields.map(({ name, label, required }) => (
        <TextField
          key={name}
          label={words.field(name, label)}
          optional={!required}
          autoComplete="off"
          value={values[name] ?? ""}
          onValue={(value) =>
            setValues((before) => ({ ...before, [name]: value }))
          }
          error={
            tried && required && !given(name) ? t("common.required") : undefined
          }
        />
      ))}
      <MainButton
        size="base"
        type="submit"
        isLoading={saving.isPending}
        className="w-fit"
      >
        {t("common.save")}
      </MainButton>
    </form>
  )
}
