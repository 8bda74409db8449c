import { Button, Text } from "@medusajs/ui"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useState, type ReactNode } from "react"
import { Link, useParams } from "react-router-dom"
import { TextLink } from "../components/action"
import { Box, PageTitle } from "../components/box"
import { useTabTitle } from "../components/brand-mark"
import { CopyButton } from "../components/copy"
import { PayoutBadge } from "../components/state-badge"
import { Answered } from "../components/states"
import { PAPERS, usePapers, usePayout } from "../hooks/answers"
import { useErrorToast } from "../hooks/error-words"
import { usePayoutMethodWords } from "../hooks/payout-method-words"
import { useSpeech } from "../i18n/language"
import { api, file, save } from "../lib/api"
import type { Payout } from "../lib/types"
import { note } from "../lib/note"

export function PayoutPage() {
  const { id = "" } = useParams()
  const { t } = useSpeech()
  useTabTitle(t("payouts.title"))
  const query = usePayout(id)
  return (
    <>
      <Text size="small">
        <TextLink to="/payouts">{t("payouts.title")}</TextLink>
      </Text>
      <Answered query={query}>
        {({ payout }) => (
          <>
            <PageTitle
              title={
                <span className="flex flex-wrap items-center gap-3">
                  {t("payouts.number", { number: String(payout.display_id) })}{" "}
                  <PayoutBadge status={payout.status} />
                </span>
              }
            />
            <Steps payout={payout} />
            <Items payout={payout} />
          </>
        )}
      </Answered>
    </>
  )
}

function Steps({ payout }: { payout: Payout }) {
  const { t, format } = useSpeech()
  const words = usePayoutMethodWords()
  const { created_at, processing_at, paid_at, canceled_at, returned_at } =
    payout
  // What came back has failed by that, and says so itself.
  const failed_at = returned_at ? null : payout.failed_at
  const steps = [
    t("payouts.detail.requested", { date: format.day(created_at) }),
    processing_at &&
      t("payouts.detail.processing", { date: format.day(processing_at) }),
    paid_at && t("payouts.detail.paid", { date: format.day(paid_at) }),
    failed_at &&
      `${t("payouts.detail.failed", {
        date: format.day(failed_at),
        reason: payout.failure_reason ?? "",
      })} ${t("payouts.detail.failedAgain")}`,
    returned_at &&
      t("payouts.detail.returned", {
        date: format.day(returned_at),
        amount: format.money(payout.returned_amount, payout.currency_code),
        reason: payout.return_reason ?? "",
      }),
    canceled_at &&
      t("payouts.detail.canceled", { date: format.day(canceled_at) }),
    payout.reference &&
      !isCode(payout.reference) &&
      t("payouts.detail.reference", { reference: payout.reference }),
  ].filter((step): step is string => Boolean(step))
  return (
    <Box>
      <Text className="text-2xl font-semibold tabular-nums">
        {format.money(payout.amount, payout.currency_code)}
      </Text>
      <Text size="small" className="text-ui-fg-subtle break-anywhere">
        {[
          words.provider(payout.provider),
          ...Object.values(payout.destination_masked ?? {}),
        ].join(" · ")}
      </Text>
      <ol className="mt-4 flex list-inside list-decimal flex-col gap-1">
        {steps.map((step) => (
          <li key={step} className="txt-small break-anywhere">
            {step}
          </li>
        ))}
      </ol>
      {payout.status === "paid" && isCode(payout.reference) && (
        <Code code={payout.reference ?? ""} />
      )}
      {payout.status === "pending" && <Cancel id={payout.id} />}
      {payout.status !== "pending" && payout.status !== "canceled" && (
        <Papers payout={payout} />
      )}
    </Box>
  )
}

/** The paper of the payout: an invoice, or an advice of what was paid; and what corrects it when money came back. */
function Papers({ payout: { id, display_id, status } }: { payout: Payout }) {
  const { t } = useSpeech()
  const { data } = usePapers(id)
  const papers = data?.tax_documents ?? []
  if (status !== "paid" && papers.length === 0) return null
  return (
    <div className="mt-4 flex flex-wrap gap-2">
      <Paper payoutId={id} name={`payout-${display_id}`}>
        {t("tax.document")}
      </Paper>
      {papers
        .filter(({ corrects_id }) => corrects_id !== null)
        .map((paper) => (
          <Paper
            key={paper.id}
            payoutId={id}
            documentId={paper.id}
            name={paper.number.replaceAll("/", "-")}
          >
            {t("tax.correction", { number: paper.number })}
          </Paper>
        ))}
    </div>
  )
}

function Paper({
  payoutId,
  documentId,
  name,
  children,
}: {
  payoutId: string
  /** That of the last payment where none is named. */
  documentId?: string
  name: string
  children: ReactNode
}) {
  const fail = useErrorToast()
  const queries = useQueryClient()
  const fetching = useMutation({
    mutationFn: () =>
      file(`affiliate/payouts/${payoutId}/document`, {
        document_id: documentId,
      }),
    onSuccess: (pdf) => {
      save(pdf, `${name}.pdf`)
      // Who asks first has all of them issued.
      return queries.invalidateQueries({ queryKey: [PAPERS] })
    },
    onError: fail,
  })
  return (
    <Button
      variant="secondary"
      isLoading={fetching.isPending}
      onClick={() => fetching.mutate()}
    >
      {children}
    </Button>
  )
}

/** What a payout as store credit is spent with; everything else is a number of somebody's books. */
const isCode = (reference: string | null): boolean =>
  /^(GIFT|CREDIT)(-[A-Z2-9]{4}){4}$/.test(reference ?? "")

function Code({ code }: { code: string }) {
  const { t } = useSpeech()
  return (
    <div className="mt-4 flex flex-col gap-2">
      <Text size="small">
        {code.startsWith("GIFT")
          ? t("payouts.detail.gift")
          : t("payouts.detail.claim")}
      </Text>
      <div className="flex flex-wrap items-center gap-2">
        <code className="break-anywhere text-base font-semibold">{code}</code>
        <CopyButton text={code} thing={code} small />
      </div>
    </div>
  )
}

function Cancel({ id }: { id: string }) {
  const { t } = useSpeech()
  const fail = useErrorToast()
  const [asked, setAsked] = useState(false)
  const cancel = useMutation({
    mutationFn: () =>
      api(`affiliate/payouts/${id}/cancel`, { method: "POST", body: {} }),
    onSuccess: () => note.done(t("payouts.detail.cancelDone")),
    onError: fail,
  })
  return asked ? (
    <div role="group" className="mt-4 flex flex-col gap-2">
      <Text>{t("payouts.detail.cancelText")}</Text>
      <div className="flex flex-wrap gap-2">
        <Button
          variant="danger"
          isLoading={cancel.isPending}
          onClick={() => cancel.mutate()}
        >
          {t("payouts.detail.cancel")}
        </Button>
        <Button variant="secondary" onClick={() => setAsked(false)}>
          {t("payouts.detail.keep")}
        </Button>
      </div>
    </div>
  ) : (
    <Button variant="secondary" className="mt-4" onClick={() => setAsked(true)}>
      {t("payouts.detail.cancel")}
    </Button>
  )
}

function Items({ payout: { items = [], currency_code } }: { payout: Payout }) {
  const { t, format } = useSpeech()
  if (items.length === 0) return null
  return (
    <Box title={t("payouts.detail.items")} flush>
      <ul>
        {items.map(({ id, commission_id, amount, commission }) => (
          <li
            key={id}
            className="border-ui-border-base border-t first:border-t-0"
          >
            <Link
              to={`/earnings/${commission_id}`}
              className="hover:bg-ui-bg-base-hover txt-small flex justify-between gap-4 px-4 py-2.5 sm:px-6"
            >
              <span className="min-w-0">
                {commission?.order_display_id
                  ? t("earnings.order", {
                      number: String(commission.order_display_id),
                    })
                  : t(`earnings.kind.${commission?.kind ?? "adjustment"}`)}
                {amount < 0 && (
                  <span className="text-ui-fg-subtle">
                    {" "}
                    · {t("payouts.detail.debt")}
                  </span>
                )}
              </span>
              <span className="shrink-0 tabular-nums">
                {format.money(amount, currency_code)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Box>
  )
}
