import { PageTitle } from "../../components/box"
import { useTabTitle } from "../../components/brand-mark"
import { DueTerms } from "../../components/due-terms"
import { useSpeech } from "../../i18n/language"
import { PayoutHistory } from "./history"
import { TaxBox } from "../tax/tax-box"
import { MethodBox } from "./method-box"
import { RequestPayout } from "./request"

export function PayoutsPage() {
  const { t } = useSpeech()
  useTabTitle(t("payouts.title"))
  return (
    <>
      <PageTitle title={t("payouts.title")} intro={t("payouts.intro")} />
      <DueTerms />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-5">
          <RequestPayout />
          <PayoutHistory />
        </div>
        <div className="flex min-w-0 flex-col gap-5">
          <MethodBox />
          <TaxBox />
        </div>
      </div>
    </>
  )
}
