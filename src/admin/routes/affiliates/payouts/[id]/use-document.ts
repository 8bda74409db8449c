import { useErrorToast } from "../../../../components/use-error-toast"
import { fetchPayoutDocument } from "../../../../hooks/tax"
import { download } from "../../../../lib/download"
import type { Payout } from "../../../../types"

/** Saves the paper of a paid payout, as its affiliate gets it. */
export function useDocument({
  id,
  display_id,
}: Pick<Payout, "id" | "display_id">): () => void {
  const showError = useErrorToast()
  const save = async () => {
    try {
      download(await fetchPayoutDocument(id), `payout-${display_id}.pdf`)
    } catch (error) {
      showError(error)
    }
  }
  return () => void save()
}
