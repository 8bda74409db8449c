import type { Control } from "react-hook-form"
import { useTranslation } from "react-i18next"

import { ImageField } from "../../../../../components/fields/image-field"
import { TextField } from "../../../../../components/fields/text-field"
import type { CreativeKind } from "../../../../../types"
import type { CreativeForm } from "./creative-form"

type CreativeFieldsProps = {
  control: Control<CreativeForm>
  kind: CreativeKind
  /** The image that is there already. */
  address?: string | null
}

/** What a creative shows, and where it leads. */
export const CreativeFields = ({
  control,
  kind,
  address,
}: CreativeFieldsProps) => {
  const { t } = useTranslation("affiliate")
  return (
    <>
      <TextField
        control={control}
        name="title"
        label={t("creatives.fields.title")}
        hint={t("creatives.form.titleHint")}
      />
      {kind === "banner" && (
        <ImageField
          control={control}
          name="image"
          label={t("creatives.fields.image")}
          hint={t(
            address ? "creatives.form.imageNewHint" : "creatives.form.imageHint"
          )}
          address={address}
        />
      )}
      {kind === "banner" ? (
        <TextField
          control={control}
          name="text"
          label={t("creatives.fields.alt")}
          hint={t("creatives.form.altHint")}
          optional
        />
      ) : (
        <TextField
          control={control}
          name="text"
          label={t("creatives.fields.text")}
        />
      )}
      <TextField
        control={control}
        name="destination_url"
        label={t("creatives.fields.destination")}
        hint={t("creatives.form.destinationHint")}
        inputMode="url"
      />
    </>
  )
}
