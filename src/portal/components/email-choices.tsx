import { Checkbox, Label, Text } from "@medusajs/ui"
import { useMutation } from "@tanstack/react-query"
import { useId, useState } from "react"
import { useAffiliate } from "../hooks/affiliate"
import { useErrorWords } from "../hooks/error-words"
import { useSpeech } from "../i18n/language"
import { api } from "../lib/api"
import { note } from "../lib/note"
import type { Emails } from "../lib/types"
import { Notice } from "./entry"

/** Which e-mails the store may send; each is kept as soon as it is ticked. */
export function EmailChoices() {
  const { t } = useSpeech()
  const words = useErrorWords()
  const { emails } = useAffiliate()
  const id = useId()
  // Until the profile is read again, which may be after the next is ticked.
  const [chosen, setChosen] = useState<Partial<Emails>>({})
  const saving = useMutation({
    mutationFn: (choice: Partial<Emails>) =>
      api("affiliate/profile", { method: "POST", body: { emails: choice } }),
    onMutate: (choice) => setChosen((before) => ({ ...before, ...choice })),
    onSuccess: () => note.done(t("more.profile.saved")),
    onError: () => setChosen({}),
  })
  const shown = { ...emails, ...chosen }
  const kinds = Object.keys(emails) as (keyof Emails)[]
  return (
    <div className="flex flex-col gap-3">
      <Text size="small" className="text-ui-fg-subtle">
        {t("more.profile.emailsHint")}
      </Text>
      {saving.isError && <Notice kind="error">{words(saving.error)}</Notice>}
      {kinds.map((kind) => (
        <div key={kind} className="flex items-start gap-2">
          <Checkbox
            id={`${id}-${kind}`}
            checked={shown[kind]}
            onCheckedChange={(state) =>
              saving.mutate({ [kind]: state === true })
            }
          />
          <Label htmlFor={`${id}-${kind}`} size="small">
            {t(`more.profile.emailsOf.${kind}`)}
          </Label>
        </div>
      ))}
    </div>
  )
}
