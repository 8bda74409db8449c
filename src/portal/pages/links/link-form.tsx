import { Button } from "@medusajs/ui"
import { useMutation } from "@tanstack/react-query"
import { useState, type FormEvent } from "react"
import { MainButton } from "../../components/action"
import { Dialog } from "../../components/dialog"
import { Notice } from "../../components/entry"
import { TextField, useValues } from "../../components/field"
import { useErrorWords } from "../../hooks/error-words"
import { useSpeech } from "../../i18n/language"
import { isAddress } from "../../lib/addresses"
import { api } from "../../lib/api"
import type { Link, Utm } from "../../lib/types"
import { note } from "../../lib/note"

const UTM = ["source", "medium", "campaign", "term", "content"] as const
/** What a link may have besides where it leads, and what each is called in the words of the portal. */
const OPTIONAL = [
  { name: "label", words: "label" },
  { name: "campaign", words: "campaign" },
  { name: "sub_id", words: "subId" },
  // Said once: the address of a link that is there does not change.
  { name: "slug", words: "slug" },
] as const
const FORM_ID = "link-form"

/** Makes a link, or changes one. */
export function LinkForm({
  link,
  onClose,
}: {
  link: Link | null
  onClose: () => void
}) {
  const { t } = useSpeech()
  const words = useErrorWords()
  const [tried, setTried] = useState(false)
  const [values, set] = useValues({
    destination_url: link?.destination_url ?? "",
    label: link?.label ?? "",
    campaign: link?.campaign ?? "",
    sub_id: link?.sub_id ?? "",
    slug: "",
  })
  const [utm, setUtm] = useValues(
    Object.fromEntries(
      UTM.map((name) => [name, link?.utm?.[name] ?? ""])
    ) as Record<(typeof UTM)[number], string>
  )
  const saving = useMutation({
    mutationFn: () =>
      api(link ? `affiliate/links/${link.id}` : "affiliate/links", {
        method: "POST",
        body: bodyOf(values, utm, link !== null),
      }),
    onSuccess: () => {
      note.done(link ? t("links.saved") : t("links.created"))
      onClose()
    },
  })
  const valid = isAddress(values.destination_url)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (valid) saving.mutate()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={link ? t("links.edit") : t("links.create")}
      foot={
        <>
          <Button variant="secondary" onClick={onClose}>
            {t("common.cancel")}
          </Button>
          <MainButton
            size="base"
            type="submit"
            form={FORM_ID}
            isLoading={saving.isPending}
          >
            {link ? t("common.save") : t("links.create")}
          </MainButton>
        </>
      }
    >
      <form
        id={FORM_ID}
        noValidate
        onSubmit={submit}
        className="flex flex-col gap-4"
      >
        {saving.isError && <Notice kind="error">{words(saving.error)}</Notice>}
        <TextField
          label={t("links.form.destination")}
          hint={t("links.form.destinationHint")}
          type="url"
          inputMode="url"
          placeholder="https://"
          value={values.destination_url}
          onValue={set("destination_url")}
          error={tried && !valid ? t("links.form.url") : undefined}
        />
        {OPTIONAL.filter(({ name }) => !link || name !== "slug").map(
          ({ name, words }) => (
            <TextField
              key={name}
              label={t(`links.form.${words}`)}
              hint={t(`links.form.${words}Hint`)}
              optional
              value={values[name]}
              onValue={set(name)}
            />
          )
        )}
        <details open={Object.values(utm).some(Boolean)}>
          <summary className="txt-compact-small-plus w-fit cursor-pointer">
            {t("links.form.utm")}
          </summary>
          <p className="txt-small text-ui-fg-subtle my-2">
            {t("links.form.utmHint")}
          </p>
          <div className="flex flex-col gap-3">
            {UTM.map((name) => (
              <TextField
                key={name}
                label={t(
                  `links.form.${name === "campaign" ? "utmCampaign" : name}`
                )}
                optional
                value={utm[name]}
                onValue={setUtm(name)}
              />
            ))}
          </div>
        </details>
      </form>
    </Dialog>
  )
}

/** What was left empty is nothing; of a link that is there it takes away what was there. */
function bodyOf(
  values: Record<string, string>,
  utm: Record<string, string>,
  changes: boolean
): Record<string, unknown> {
  const said = Object.entries(values).map(([name, value]) => [
    name,
    value.trim() || null,
  ])
  const tags: Utm = Object.fromEntries(
    Object.entries(utm).flatMap(([name, value]) =>
      value.trim() ? [[name, value.trim()]] : []
    )
  )
  const body = Object.fromEntries(said)
  body.utm = Object.keys(tags).length > 0 ? tags : null
  if (changes || body.slug === null) delete body.slug
  return body
}
