import { Text } from "@medusajs/ui"
import { TextLink } from "../../components/action"
import { AccountState } from "../../components/account-state"
import { Box } from "../../components/box"
import { Answered } from "../../components/states"
import { usePayoutMethod } from "../../hooks/answers"
import { usePayoutMethodWords } from "../../hooks/payout-method-words"
import { useSpeech } from "../../i18n/language"

/** Where the money goes, masked. */
export function MethodBox() {
  const { t } = useSpeech()
  const query = usePayoutMethod()
  const words = usePayoutMethodWords()
  return (
    <Box title={t("payouts.method.title")}>
      <Answered query={query}>
        {({ payout_method }) => (
          <div className="flex flex-col gap-3">
            {payout_method ? (
              <dl className="flex flex-col gap-2">
                <div>
                  <dt className="sr-only">{t("payouts.method.provider")}</dt>
                  <dd className="txt-compact-small-plus">
                    {words.provider(payout_method.provider)}
                  </dd>
                </div>
                {Object.entries(payout_method.details_masked).map(
                  ([name, value]) => (
                    <div key={name} className="txt-small">
                      <dt className="text-ui-fg-subtle">{words.field(name)}</dt>
                      <dd className="break-anywhere">{value}</dd>
                    </div>
                  )
                )}
              </dl>
            ) : (
              <Text className="text-ui-fg-subtle">
                {t("payouts.method.none")}
              </Text>
            )}
            {payout_method && <AccountState account={payout_method} />}
            <Text size="small">
              <TextLink to="/payouts/method">
                {payout_method
                  ? t("payouts.method.edit")
                  : t("payouts.method.add")}
              </TextLink>
            </Text>
          </div>
        )}
      </Answered>
    </Box>
  )
}
