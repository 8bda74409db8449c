import { useQueryClient } from "@tanstack/react-query"

import { useErrorToast } from "../../../../components/use-error-toast"
import { fetchPayoutDocument, usePayoutDocuments } from "../../../../hooks/tax"
import { download } from "../../../../lib/download"
import { documentKeys } from "../../../../lib/query-keys"
import type { Payout, TaxDocument } from "../../../../types"

/** The papers of a payout, as its affiliate gets them, to be saved. */
export function useDocuments({
  id,
  display_id,
}: Pick<Payout, "id" | "display_id">): {
  /** What corrects its paper, where money came back. */
  corrections: TaxDocument[]
  /** Left out: the paper of its last payment, which is issued where nobody asked before. */
  save: (document?: TaxDocument) => void
} {
  const showError = useErrorToast()
  const queries = useQueryClient()
  const { documents } = usePayoutDocuments(id)
  const save = async (document?: TaxDocument) => {
    try {
      download(
        await fetchPayoutDocument({ payoutId: id, documentId: document?.id }),
        `${document?.number.replaceAll("/", "-") ?? `payout-${display_id}`}.pdf`
      )
      await queries.invalidateQueries({ queryKey: documentKeys.lists() })
    } catch (error) {
      showError(error)
    }
  }
  return {
    corrections: documents.filter(({ corrects_id }) => corrects_id !== null),
    save: (document) => void save(document),
  }
}
