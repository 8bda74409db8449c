import {
  BATCH_ITEM_STATUSES,
  BatchItemStatus,
} from "../../../modules/affiliate/domain/payout-batches/states"
import { sum, toAmount } from "../../../modules/affiliate/domain/money"
import type { DueReport } from "../../../modules/affiliate/domain/payout-batches/due-report"
import type { ItemFigure } from "../../../modules/affiliate/sql/payout-batch-figures"

/** What goes by one provider in one currency. */
interface RailAnswer {
  currency_code: string
  provider: string
  count: number
  amount: number
}

/** How many items there are, how many are done with, and where each stands. */
type ProgressAnswer = Record<BatchItemStatus, number> & {
  total: number
  done: number
  /** Of those that were sent, whose payout is paid by now. */
  paid: number
  paid_amount: number
}

const number = (decimal: string): number => toAmount(decimal).toNumber()

/** Totals and progress of a batch by what its items have come to. */
export const figuresAnswer = (
  figures: ItemFigure[],
  currency_code: string
): { totals: RailAnswer[]; progress: ProgressAnswer } => {
  const of = (status: BatchItemStatus): number =>
    figures
      .filter((figure) => figure.status === status)
      .reduce((count, figure) => count + figure.count, 0)
  const providers = [...new Set(figures.map(({ provider }) => provider))]
  const counts = Object.fromEntries(
    BATCH_ITEM_STATUSES.map((status) => [status, of(status)])
  ) as Record<BatchItemStatus, number>
  const total = figures.reduce((count, figure) => count + figure.count, 0)
  return {
    totals: providers.map((provider) => {
      const own = figures.filter((figure) => figure.provider === provider)
      return {
        currency_code,
        provider,
        count: own.reduce((count, figure) => count + figure.count, 0),
        amount: sum(own.map(({ amount }) => toAmount(amount))).toNumber(),
      }
    }),
    progress: {
      ...counts,
      total,
      done: total - counts.due - counts.requested,
      paid: figures.reduce((count, { paid_count }) => count + paid_count, 0),
      paid_amount: sum(
        figures.map(({ paid_amount }) => toAmount(paid_amount))
      ).toNumber(),
    },
  }
}

/** Who is due and who is not, as far as they are named. */
export const dueAnswer = ({ due, not_due }: DueReport) => ({
  due: due.map((row) => ({ ...row, amount: number(row.amount) })),
  not_due: not_due.map((row) => ({ ...row, available: number(row.available) })),
})

/** A batch that was not made: what it would be. */
export const dryRunAnswer = (
  scope: {
    program_id: string | null
    currency_code: string
    provider: string | null
  },
  report: DueReport
) => {
  const { totals } = report
  return {
    id: null,
    dry_run: true,
    ...scope,
    item_count: totals.count,
    amount: number(totals.amount),
    not_due_count: totals.not_due_count,
    not_due_amount: number(totals.not_due_amount),
    ...figuresAnswer(
      totals.rails.map((rail) => ({
        ...rail,
        status: "due" as const,
        paid_count: 0,
        paid_amount: "0",
      })),
      scope.currency_code
    ),
    ...dueAnswer(report),
  }
}
