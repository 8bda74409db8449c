import { Text } from "@medusajs/ui"
import { useState } from "react"
import { TextLink } from "../../components/action"
import { Box, PageTitle } from "../../components/box"
import { useTabTitle } from "../../components/brand-mark"
import { Pick } from "../../components/pick"
import { Answered } from "../../components/states"
import { useTaxProfile } from "../../hooks/answers"
import { useSpeech } from "../../i18n/language"
import { TaxFormFields } from "./form"
import { OnFile } from "./on-file"

/** The affiliate's tax forms: what is on file, and a form to file another. */
export function TaxPage() {
  const { t } = useSpeech()
  useTabTitle(t("tax.title"))
  const query = useTaxProfile()
  const [kind, setKind] = useState<"us" | "vat">("us")
  const [filed, setFiled] = useState(0)
  return (
    <>
      <Text size="small">
        <TextLink to="/payouts">{t("payouts.title")}</TextLink>
      </Text>
      <PageTitle title={t("tax.title")} intro={t("tax.intro")} />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Box title={t("tax.onFile")} className="lg:order-last">
          <Answered query={query}>
            {({ tax_profile }) => <OnFile profile={tax_profile} />}
          </Answered>
        </Box>
        <Box title={t("tax.file")}>
          <div className="flex flex-col gap-4">
            <Pick
              label={t("tax.what")}
              value={kind}
              options={[
                { value: "us", label: t("tax.kinds.us") },
                { value: "vat", label: t("tax.kinds.vat") },
              ]}
              onValue={(value) => setKind(value === "vat" ? "vat" : "us")}
            />
            <TaxFormFields
              key={`${kind} ${filed}`}
              kind={kind}
              onFiled={() => setFiled((before) => before + 1)}
            />
          </div>
        </Box>
      </div>
    </>
  )
}
