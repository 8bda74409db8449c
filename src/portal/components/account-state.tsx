import { Button } from "@medusajs/ui"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef } from "react"
import { useErrorToast } from "../hooks/error-words"
import { usePayoutMethodWords } from "../hooks/payout-method-words"
import { useSpeech } from "../i18n/language"
import { api } from "../lib/api"
import type { PayoutMethod } from "../lib/types"
import { Notice } from "./entry"

type Account = NonNullable<PayoutMethod["payout_method"]>

/** Whether money can be sent to the account on file, what its provider still needs, and how long it waits. */
export function AccountState({ account }: { account: Account }) {
  const { t, format } = useSpeech()
  const words = usePayoutMethodWords()
  const provider = words.provider(account.provider)
  if (account.payouts_enabled) {
    return account.cool_off_until ? (
      <Notice kind="hint">
        {t("payouts.method.coolOff", {
          moment: format.moment(account.cool_off_until),
        })}
      </Notice>
    ) : null
  }
  return (
    <Notice kind="hint">
      {account.state_note
        ? t("payouts.method.needs", { provider, note: account.state_note })
        : t("payouts.method.notReady", { provider })}
    </Notice>
  )
}

/** Has the provider say how the account is now: at once for who comes back from its pages, later with a button. */
export function AskAgain({ account }: { account: Account }) {
  const { t } = useSpeech()
  const fail = useErrorToast()
  const client = useQueryClient()
  const asking = useMutation({
    mutationFn: () =>
      api("affiliate/payout-method/refresh", { method: "POST", body: {} }),
    onSuccess: () =>
      client.invalidateQueries({ queryKey: ["affiliate/payout-method"] }),
  })
  const waits = !account.payouts_enabled
  const asked = useRef(false)
  const { mutate } = asking
  useEffect(() => {
    if (waits && !asked.current) {
      asked.current = true
      mutate()
    }
  }, [waits, mutate])
  if (!waits) return null
  return (
    <Button
      variant="secondary"
      className="w-fit"
      isLoading={asking.isPending}
      onClick={() => asking.mutate(undefined, { onError: fail })}
    >
      {t("payouts.method.askAgain")}
    </Button>
  )
}
