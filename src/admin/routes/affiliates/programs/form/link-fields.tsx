import type { Control } from "react-hook-form"
import { useTranslation } from "react-i18next"

import { TextField } from "../../../../components/fields/text-field"
import { FieldGrid, FormSection } from "../../../../components/form-section"
import type { ProgramForm } from "./program-form"
import { UTM_FIELDS } from "./utm-form"

const NAMES = {
  source: "utmSource",
  medium: "utmMedium",
  campaign: "utmCampaign",
  term: "utmTerm",
  content: "utmContent",
} as const

const EXAMPLES: Record<(typeof UTM_FIELDS)[number], string> = {
  source: "{affiliate}",
  medium: "affiliate",
  campaign: "{campaign}",
  term: "",
  content: "{sub_id}",
}

/** What links of the program's affiliates tell web analytics. */
export const LinkFields = ({ control }: { control: Control<ProgramForm> }) => {
  const { t } = useTranslation("affiliate")

  return (
    <FormSection
      title={t("programs.form.links")}
      description={t("programs.form.linksHint")}
    >
      <FieldGrid>
        {UTM_FIELDS.map((field) => (
          <TextField
            key={field}
            control={control}
            name={`utm.${field}`}
            label={t(`programs.form.${NAMES[field]}`)}
            placeholder={EXAMPLES[field]}
            optional
          />
        ))}
      </FieldGrid>
    </FormSection>
  )
}
