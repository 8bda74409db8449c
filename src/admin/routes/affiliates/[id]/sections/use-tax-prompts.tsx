import { toast } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useState } from "react"
import { useTranslation } from "react-i18next"

import { ReasonPrompt } from "../../../../components/reason-prompt"
import { useErrorToast } from "../../../../components/use-error-toast"
import {
  useRevealTaxNumbers,
  useSetBackupWithholding,
} from "../../../../hooks/tax"
import type { Ref, TaxNumbers } from "../../../../types"

type Asked = "reveal" | "set" | "unset"

/**
 * What can be done about an affiliate's taxes, each with a reason: looking at numbers in clear, and flagging for backup
 * withholding. `prompts` has to be rendered once.
 */
export function useTaxPrompts({ id, name }: Ref): {
  reveal: () => void
  hide: () => void
  /** In clear, after they were asked for. */
  numbers: TaxNumbers | null
  flag: (on: boolean) => void
  prompts: ReactNode
} {
  const { t } = useTranslation("affiliate")
  const showError = useErrorToast()
  const { mutate: look } = useRevealTaxNumbers(id)
  const { mutate: setFlag } = useSetBackupWithholding(id)
  const [asked, setAsked] = useState<Asked | null>(null)
  const [open, setOpen] = useState(false)
  const [numbers, setNumbers] = useState<TaxNumbers | null>(null)

  const ask = (what: Asked) => {
    setAsked(what)
    setOpen(true)
  }
  const confirm = (reason: string | undefined) => {
    setOpen(false)
    if (!reason || !asked) {
      return
    }
    if (asked === "reveal") {
      look(reason, {
        onSuccess: ({ tax_numbers }) => setNumbers(tax_numbers),
        onError: showError,
      })
    } else {
      setFlag(
        { backup_withholding: asked === "set", reason },
        {
          onSuccess: () => toast.success(t("tax.withholding.done")),
          onError: showError,
        }
      )
    }
  }
  const words = {
    reveal: {
      title: t("tax.reveal.title", { name }),
      description: t("tax.reveal.text"),
      reasonLabel: t("tax.reveal.reason"),
      confirmText: t("tax.reveal.show"),
    },
    set: {
      title: t("tax.withholding.setTitle", { name }),
      description: t("tax.withholding.setText"),
      reasonLabel: t("tax.withholding.reason"),
      confirmText: t("tax.withholding.set"),
    },
    unset: {
      title: t("tax.withholding.unsetTitle", { name }),
      description: t("tax.withholding.unsetText"),
      reasonLabel: t("tax.withholding.reason"),
      confirmText: t("tax.withholding.unset"),
    },
  }

  return {
    reveal: () => ask("reveal"),
    hide: () => setNumbers(null),
    numbers,
    flag: (on) => ask(on ? "set" : "unset"),
    // What was asked stays rendered while the prompt closes, so that its words do not vanish first.
    prompts: asked && (
      <ReasonPrompt
        open={open}
        {...words[asked]}
        required
        onConfirm={confirm}
        onClose={() => setOpen(false)}
      />
    ),
  }
}
