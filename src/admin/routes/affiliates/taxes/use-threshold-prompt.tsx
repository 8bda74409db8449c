import { Label, Switch, toast } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useId, useState } from "react"
import { useTranslation } from "react-i18next"

import { ReasonPrompt } from "../../../components/reason-prompt"
import { useErrorToast } from "../../../components/use-error-toast"
import { useSetTaxThreshold } from "../../../hooks/tax"

/** Dollars as people write them: `2000`, `2000.50` or `2000,50`. */
const AMOUNT = /^\d{1,9}(?:[.,]\d{1,2})?$/

/** Sets from which amount on a year is reported, and whether payouts wait from there. `prompt` has to be rendered once. */
export function useThresholdPrompt(year: number): {
  ask: () => void
  prompt: ReactNode
} {
  const { t } = useTranslation("affiliate")
  const id = useId()
  const showError = useErrorToast()
  const { mutate } = useSetTaxThreshold()
  const [open, setOpen] = useState(false)
  const [gate, setGate] = useState(true)

  const confirm = (text: string | undefined) => {
    if (text && !AMOUNT.test(text)) {
      toast.error(t("tax.threshold.bad"))
      return
    }
    setOpen(false)
    mutate(
      { year, amount: text ? Number(text.replace(",", ".")) : null, gate },
      {
        onSuccess: () => toast.success(t("tax.threshold.done")),
        onError: showError,
      }
    )
  }

  return {
    ask: () => {
      setGate(true)
      setOpen(true)
    },
    prompt: (
      <ReasonPrompt
        open={open}
        title={t("tax.threshold.title", { year: String(year) })}
        description={t("tax.threshold.text")}
        reasonLabel={t("tax.threshold.amount")}
        singleLine
        confirmText={t("tax.threshold.save")}
        onConfirm={confirm}
        onClose={() => setOpen(false)}
      >
        <div className="flex items-center gap-x-2 px-6 pt-4">
          <Switch id={id} checked={gate} onCheckedChange={setGate} />
          <Label htmlFor={id} size="small">
            {t("tax.threshold.gate")}
          </Label>
        </div>
      </ReasonPrompt>
    ),
  }
}
