import type { ReactNode } from "react"
import { useState } from "react"
import { useTranslation } from "react-i18next"

import { useErrorToast } from "../../../components/use-error-toast"
import { useAct } from "../../../hooks/act"
import type { EraseAffiliate } from "../../../hooks/privacy"
import { fetchPersonalData, useEraseAffiliate } from "../../../hooks/privacy"
import { download } from "../../../lib/download"
import type { AffiliateDetail } from "../../../types"
import { ErasePrompt } from "./erase-prompt"

/** What a person may ask of a store that keeps data on them. `prompt` has to be rendered. */
export function usePrivacy(affiliate: AffiliateDetail): {
  downloadData: () => void
  askToErase: () => void
  prompt: ReactNode
} {
  const { t } = useTranslation("affiliate")
  const showError = useErrorToast()
  const act = useAct()
  const { mutateAsync } = useEraseAffiliate(affiliate.id)
  const [open, setOpen] = useState(false)

  const downloadData = async () => {
    try {
      download(
        await fetchPersonalData(affiliate.id),
        `${t("affiliates.privacy.fileName")}-${affiliate.id}.json`
      )
    } catch (error) {
      showError(error)
    }
  }

  const erase = (body: EraseAffiliate) => {
    setOpen(false)
    void act({
      change: () => mutateAsync(body),
      done: t("affiliates.privacy.eraseDone"),
    })
  }

  return {
    downloadData: () => void downloadData(),
    askToErase: () => setOpen(true),
    prompt: (
      <ErasePrompt
        open={open}
        affiliate={affiliate}
        onConfirm={erase}
        onClose={() => setOpen(false)}
      />
    ),
  }
}
