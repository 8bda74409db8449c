import { useTranslation } from "react-i18next"

const REASONS = [
  "code",
  "click",
  "attribution",
  "manual",
  "manual_none",
  "no_touch",
  "self_referral",
  "affiliate_pending",
  "affiliate_rejected",
  "affiliate_suspended",
  "program_inactive",
  "returning_customer",
] as const

/** Says why an order was credited or not; a word of a newer store stays a word. */
export function useReasonWords() {
  const { t } = useTranslation("affiliate")

  return (reason: string): string => {
    const known = REASONS.find((word) => word === reason)
    return known ? t(`widgets.order.reason.${known}`) : reason
  }
}
