import { toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { useErrorToast } from "../../../components/use-error-toast"
import { useReleaseCommissions } from "../../../hooks/commissions"

/** Releases what is due and says how many commissions that were. */
export function useRelease() {
  const { t } = useTranslation("affiliate")
  const showError = useErrorToast()
  const { mutate, isPending } = useReleaseCommissions()

  const release = () =>
    mutate(undefined, {
      onSuccess: ({ released }) => {
        if (released) {
          toast.success(t("commissions.release.done", { count: released }))
        } else {
          toast.info(t("commissions.release.nothing"), {
            description: t("commissions.release.nothingDescription"),
          })
        }
      },
      onError: showError,
    })

  return { release, isPending }
}
