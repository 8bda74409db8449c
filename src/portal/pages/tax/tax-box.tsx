import { Text } from "@medusajs/ui"
import { TextLink } from "../../components/action"
import { Box } from "../../components/box"
import { Answered } from "../../components/states"
import { useTaxProfile } from "../../hooks/answers"
import { useSpeech } from "../../i18n/language"
import { OnFile } from "./on-file"

/** Beside the payouts: which tax form is on file, and the way to file one. */
export function TaxBox() {
  const { t } = useSpeech()
  const query = useTaxProfile()
  return (
    <Box title={t("tax.title")}>
      <Answered query={query}>
        {({ tax_profile }) => (
          <div className="flex flex-col gap-3">
            <OnFile profile={tax_profile} />
            <Text size="small">
              <TextLink to="/payouts/tax">{t("tax.file")}</TextLink>
            </Text>
          </div>
        )}
      </Answered>
    </Box>
  )
}
