import type { ReactNode } from "react"
import { useState } from "react"
import { useTranslation } from "react-i18next"

import { ReasonPrompt } from "../../../../components/reason-prompt"
import { useAct } from "../../../../hooks/act"
import { useDecideIdentity } from "../../../../hooks/identity"
import type { IdentityStatus, Ref } from "../../../../types"

/**
 * Decides about an affiliate's identity: `ask` opens the prompt for a
 * confirmation and a note; `prompt` has to be rendered once.
 */
export function useDecision({ id, name }: Ref): {
  ask: (status: IdentityStatus) => void
  prompt: ReactNode
} {
  const { t } = useTranslation("affiliate")
  const act = useAct()
  const { mutateAsync } = useDecideIdentity(id)
  const [asked, setAsked] = useState<IdentityStatus | null>(null)
  const [open, setOpen] = useState(false)

  const confirm = (note: string | undefined) => {
    setOpen(false)
    if (!asked) {
      return
    }
    void act({
      change: () => mutateAsync({ status: asked, note }),
      done: t(`identity.prompt.${asked}.done`, { name }),
    })
  }

  return {
    ask: (status) => {
      setAsked(status)
      setOpen(true)
    },
    // What was asked stays rendered while the prompt closes, so that its words do not vanish first.
    prompt: asked && (
      <ReasonPrompt
        open={open}
        title={t(`identity.prompt.${asked}.title`, { name })}
        description={t(`identity.prompt.${asked}.description`)}
        reasonLabel={t(`identity.prompt.${asked}.note`)}
        required={asked === "rejected"}
        confirmText={t(`identity.prompt.${asked}.action`)}
        variant={asked === "rejected" ? "danger" : "confirmation"}
        onConfirm={confirm}
        onClose={() => setOpen(false)}
      />
    ),
  }
}
