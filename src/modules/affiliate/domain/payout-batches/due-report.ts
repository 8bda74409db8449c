import type { NamedPayee } from "../payee"
import { BatchCandidate, BatchSums, BatchTotals } from "./due"

/** Of those who are due, and of those who are not, how many a preview names; all are counted. */
const PREVIEW_ROWS_MAX = 1000

/** Somebody who is due. */
export interface DueRow {
  affiliate_id: string
  name: string
  email: string
  amount: string
  provider: string
}

/** Somebody with money, or a debt, who is not due, and why not. */
export interface NotDueRow {
  affiliate_id: string
  name: string
  email: string
  /** Negative for a debt. */
  available: string
  reason: Extract<BatchCandidate, { due: false }>["reason"]
  message: string
}

/** Who is due, and who is not. */
export interface DueReport {
  totals: BatchTotals
  /** The first thousand. */
  due: DueRow[]
  not_due: NotDueRow[]
}

/** Somebody with money in the batch's currency, or a debt, by name. */
export type NamedCandidate = BatchCandidate & { payee: NamedPayee }

/** Gathers {@link DueReport} page by page. */
export class BatchReport {
  private readonly sums_ = new BatchSums()
  private readonly due_: DueRow[] = []
  private readonly notDue_: NotDueRow[] = []

  add(candidates: NamedCandidate[]): void {
    this.sums_.add(candidates)
    for (const candidate of candidates) {
      const { affiliate_id, name, email, available } = candidate.payee
      if (candidate.due && this.due_.length < PREVIEW_ROWS_MAX) {
        const { provider } = candidate
        const amount = candidate.amount.toFixed()
        this.due_.push({ affiliate_id, name, email, amount, provider })
      }
      if (!candidate.due && this.notDue_.length < PREVIEW_ROWS_MAX) {
        this.notDue_.push({
          affiliate_id,
          name,
          email,
          available: available.toFixed(),
          reason: candidate.reason,
          message: candidate.message,
        })
      }
    }
  }

  done(): DueReport {
    return {
      totals: this.sums_.totals(),
      due: this.due_,
      not_due: this.notDue_,
    }
  }
}
