import { toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

import { useAct } from "../../../hooks/act"
import { useReleaseCommissions } from "../../../hooks/commissions"

/** Releases what is due and says how many commissions that were. */
export function useRelease() {
  const { t } = useTranslation("affiliate")
  const act = useAct()
  const { mutateAsync, isPending } = useReleaseCommissions()

  const release = () =>
    act({
      change: () => mutateAsync(),
      done: ({ released }) => {
        if (released) {
          toast.success(t("commissions.release.done", { count: released }))
        } else {
          toast.info(t("commissions.release.nothing"), {
            description: t("commissions.release.nothingDescription"),
          })
        }
      },
    })

  return { release, isPending }
}
