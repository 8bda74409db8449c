import { Form } from "@medusajs/dashboard/components"
import { Button, Text } from "@medusajs/ui"
import { useRef, useState } from "react"
import type { FieldValues } from "react-hook-form"
import { useTranslation } from "react-i18next"

import { IMAGE_BYTES_MAX, IMAGE_TYPES, readImage } from "../../lib/read-image"
import type { NewImage } from "../../types"
import type { FieldProps } from "./types"

type ImageFieldProps<TForm extends FieldValues> = FieldProps<TForm> & {
  /** The image that is there already. */
  address?: string | null
}

/** An image of the computer's, shown as soon as it is chosen. */
export const ImageField = <TForm extends FieldValues>({
  control,
  name,
  label,
  hint,
  address = null,
}: ImageFieldProps<TForm>) => {
  const { t } = useTranslation("affiliate")
  const input = useRef<HTMLInputElement>(null)
  const [problem, setProblem] = useState<string>()

  const take = async (
    file: File | undefined,
    onChange: (image: NewImage) => void
  ) => {
    if (!file) {
      return
    }
    if (!IMAGE_TYPES.includes(file.type)) {
      return setProblem(t("creatives.form.imageKind"))
    }
    if (file.size > IMAGE_BYTES_MAX) {
      return setProblem(t("creatives.form.imageLarge"))
    }
    try {
      onChange(await readImage(file))
      setProblem(undefined)
    } catch {
      setProblem(t("creatives.form.unreadable"))
    }
  }

  return (
    <Form.Field
      control={control}
      name={name}
      render={({ field: { value, onChange } }) => {
        const chosen = value as NewImage | null
        const shown = chosen
          ? `data:${chosen.mime_type};base64,${chosen.content}`
          : address
        return (
          <Form.Item>
            <Form.Label>{label}</Form.Label>
            {shown && (
              <img
                src={shown}
                alt=""
                className="bg-ui-bg-component shadow-elevation-card-rest max-h-48 max-w-full self-start rounded-lg object-contain"
              />
            )}
            <Form.Control>
              <Button
                type="button"
                size="small"
                variant="secondary"
                className="self-start"
                onClick={() => input.current?.click()}
              >
                {t(shown ? "creatives.form.replace" : "creatives.form.choose")}
              </Button>
            </Form.Control>
            <input
              ref={input}
              hidden
              type="file"
              aria-label={label}
              accept={IMAGE_TYPES.join(",")}
              onChange={({ target }) => {
                void take(target.files?.[0], onChange)
                // The same file, mended, may be chosen again.
                target.value = ""
              }}
            />
            {hint && <Form.Hint>{hint}</Form.Hint>}
            {problem ? (
              <Text size="small" role="alert" className="text-ui-fg-error">
                {problem}
              </Text>
            ) : (
              <Form.ErrorMessage />
            )}
          </Form.Item>
        )
      }}
    />
  )
}
