import { Text } from "@medusajs/ui"
import { useMutation } from "@tanstack/react-query"
import { useState, type FormEvent } from "react"
import { useNavigate, useSearchParams } from "react-router-dom"
import { MainButton, TextLink } from "../components/action"
import { AccountState, AskAgain } from "../components/account-state"
import { Box, PageTitle } from "../components/box"
import { useTabTitle } from "../components/brand-mark"
import { Notice } from "../components/entry"
import { Choice, TextField } from "../components/field"
import { Answered } from "../components/states"
import { usePayoutMethod } from "../hooks/answers"
import { useErrorToast, useErrorWords } from "../hooks/error-words"
import { usePayoutMethodWords } from "../hooks/payout-method-words"
import { useSpeech } from "../i18n/language"
import { api } from "../lib/api"
import type { PayoutField, PayoutMethod, PayoutProvider } from "../lib/types"
import { note } from "../lib/note"
import { refusedDetails } from "../lib/refused-details"

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
            <Method providers={payout_providers} current={payout_method} />
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
  current: PayoutMethod["payout_method"]
}) {
  const { t } = useSpeech()
  const words = usePayoutMethodWords()
  const [id, setId] = useState(current?.provider ?? providers[0]?.id ?? "")
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
        <Onboarding
          key={provider.id}
          provider={provider.id}
          account={current?.provider === provider.id ? current : null}
        />
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

/** An account that is given on the provider's own pages: how far it is, and the way there. */
function Onboarding({
  provider,
  account,
}: {
  provider: string
  account: PayoutMethod["payout_method"]
}) {
  const { t } = useSpeech()
  const words = usePayoutMethodWords()
  const fail = useErrorToast()
  const going = useMutation({
    mutationFn: () =>
      api<{ url: string }>("affiliate/payout-method/onboarding", {
        method: "POST",
        body: { provider },
      }),
    onSuccess: ({ url }) => window.location.assign(url),
    onError: fail,
  })
  const name = words.provider(provider)
  const [search] = useSearchParams()
  // How the provider's pages send back whoever came by a link that was used up.
  const expired =
    search.get("onboarding") === "expired" && !account?.payouts_enabled
  return (
    <>
      {expired && (
        <Notice kind="hint">
          {t("payouts.method.linkExpired", { provider: name })}
        </Notice>
      )}
      {account && <AccountState account={account} />}
      {account?.payouts_enabled && (
        <Notice kind="done">
          {t("payouts.method.ready", { provider: name })}
        </Notice>
      )}
      <Text>{t("payouts.method.linkText")}</Text>
      <div className="flex flex-wrap gap-2">
        <MainButton
          size="base"
          isLoading={going.isPending}
          onClick={() => going.mutate()}
        >
          {expired
            ? t("payouts.method.newLink")
            : account
              ? t("payouts.method.continue", { provider: name })
              : t("payouts.method.link")}
        </MainButton>
        {account && <AskAgain account={account} />}
      </div>
    </>
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
  const needs = (name: string, required: boolean) =>
    required && !given(name)
      ? t("common.required")
      : // A bank account is known by either number.
        provider === "manual" &&
          name === "iban" &&
          !given("iban") &&
          !given("account_number")
        ? t("payouts.method.bankHint")
        : undefined
  const refused = saving.error ? refusedDetails(saving.error.message) : null
  const refusal = (name: string) => {
    const rule = refused?.fields[name]
    if (!rule) return undefined
    if (rule === "is required") return t("common.required")
    // A store's own provider may say it in whole sentences.
    return /^[a-z]/.test(rule) ? t("payouts.method.wrong", { rule }) : rule
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (fields.every(({ name, required }) => !needs(name, required)))
      saving.mutate()
  }
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      {saving.isError &&
        !fields.some(({ name }) => refused?.fields[name] !== undefined) && (
          <Notice kind="error">{errorWords(saving.error)}</Notice>
        )}
      {provider === "manual" && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("payouts.method.bankHint")}
        </Text>
      )}
      {provider === "store-credit" && (
        <Text>{t("payouts.method.creditHint")}</Text>
      )}
      {fields.map(({ name, label, required }) => (
        <TextField
          key={name}
          label={words.field(name, label)}
          optional={!required}
          autoComplete="off"
          value={values[name] ?? ""}
          onValue={(value) => {
            saving.reset()
            setValues((before) => ({ ...before, [name]: value }))
          }}
          error={(tried ? needs(name, required) : undefined) ?? refusal(name)}
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
