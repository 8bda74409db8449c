import { Text } from "@medusajs/ui"
import { useMutation } from "@tanstack/react-query"
import { useState, type FormEvent } from "react"
import { MainButton } from "../../components/action"
import { Box } from "../../components/box"
import { Notice } from "../../components/entry"
import { TextField } from "../../components/field"
import { Answered } from "../../components/states"
import { useAffiliate } from "../../hooks/affiliate"
import { usePayoutMethod, usePayoutSummary } from "../../hooks/answers"
import { useErrorWords } from "../../hooks/error-words"
import { useSpeech } from "../../i18n/language"
import { api } from "../../lib/api"
import { readAmount } from "../../lib/read-amount"
import type { PayoutSummary } from "../../lib/types"
import { note } from "../../lib/note"

/** What can be requested, in each currency, or why nothing can. */
export function RequestPayout() {
  const { t } = useSpeech()
  const query = usePayoutSummary()
  return (
    <Box title={t("payouts.request.title")}>
      <Answered query={query}>
        {({ summary }) =>
          summary.length === 0 ? (
            <Text className="text-ui-fg-subtle">
              {t("payouts.request.nothing")}
            </Text>
          ) : (
            <ul className="divide-ui-border-base flex flex-col divide-y">
              {summary.map((one) => (
                <li
                  key={one.currency_code}
                  className="py-4 first:pt-0 last:pb-0"
                >
                  <InCurrency summary={one} />
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </Box>
  )
}

/** Why nothing can be requested now, in words; `null` = something can. */
function useObstacle({
  currency_code,
  available_balance: available,
  minimum_payout: minimum,
}: PayoutSummary): string | null {
  const { t, format } = useSpeech()
  const { agreement } = useAffiliate()
  const method = usePayoutMethod()
  if (available < 0) return t("payouts.request.debt")
  if (available === 0) return t("payouts.request.nothing")
  if (available < minimum)
    return t("payouts.request.belowMinimum", {
      missing: format.money(minimum - available, currency_code),
    })
  if (agreement.due_version !== null) return t("payouts.request.dueTerms")
  if (method.data && !method.data.payout_method)
    return t("payouts.request.noMethod")
  const waits = method.data?.payout_method?.cool_off_until
  if (waits) {
    return t("payouts.method.coolOff", { moment: format.moment(waits) })
  }
  return null
}

function InCurrency({ summary }: { summary: PayoutSummary }) {
  const { t, format } = useSpeech()
  const { currency_code, available_balance, minimum_payout } = summary
  const obstacle = useObstacle(summary)
  const money = (amount: number) => format.money(amount, currency_code)
  return (
    <div className="flex flex-col gap-3">
      <div>
        <Text className="text-lg font-semibold tabular-nums">
          {t("payouts.request.available", { amount: money(available_balance) })}
        </Text>
        {minimum_payout > 0 && (
          <Text size="small" className="text-ui-fg-subtle">
            {t("payouts.request.minimum", { amount: money(minimum_payout) })}
          </Text>
        )}
      </div>
      {obstacle ? <Text>{obstacle}</Text> : <AmountForm summary={summary} />}
    </div>
  )
}

function AmountForm({
  summary: { currency_code, available_balance },
}: {
  summary: PayoutSummary
}) {
  const { t, format, language } = useSpeech()
  const words = useErrorWords()
  const [text, setText] = useState("")
  const [tried, setTried] = useState(false)
  const amount = readAmount(text, language)
  const wrong = text.trim() !== "" && amount === null
  const request = useMutation({
    mutationFn: () =>
      api("affiliate/payouts", {
        method: "POST",
        body: { currency_code, ...(amount === null ? {} : { amount }) },
      }),
    onSuccess: () => {
      setText("")
      setTried(false)
      note.done(t("payouts.request.done"))
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!wrong && !request.isPending) request.mutate()
  }
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-3">
      {request.isError && <Notice kind="error">{words(request.error)}</Notice>}
      <div className="flex max-w-md flex-wrap items-end gap-3">
        <div className="min-w-0 flex-1 basis-40">
          <TextField
            label={`${t("payouts.request.amount")} (${currency_code.toUpperCase()})`}
            hint={t("payouts.request.amountHint")}
            inputMode="decimal"
            autoComplete="off"
            value={text}
            onValue={setText}
            error={tried && wrong ? t("payouts.request.notNumber") : undefined}
          />
        </div>
      </div>
      <MainButton
        size="base"
        type="submit"
        isLoading={request.isPending}
        className="w-full sm:w-fit"
      >
        {text.trim()
          ? t("payouts.request.some")
          : t("payouts.request.all", {
              amount: format.money(available_balance, currency_code),
            })}
      </MainButton>
    </form>
  )
}
