import type { ActionGroup } from "@medusajs/dashboard/components"
import {
  ArrowDownTray,
  Envelope,
  PencilSquare,
  EyeSlash,
  Trash,
} from "@medusajs/icons"
import { toast } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"

import { useInvitationOutcome } from "../../../components/invitations/use-invitation-outcome"
import { useAct } from "../../../hooks/act"
import { useDeleteAffiliate } from "../../../hooks/affiliates"
import { useInviteAffiliate } from "../../../hooks/invitations"
import { paths } from "../../../lib/paths"
import type { AffiliateDetail } from "../../../types"
import type { AskTransition } from "../transitions"
import { TRANSITION_ICONS, transitionsOf } from "../transitions"
import { usePrivacy } from "./use-privacy"

/** What can be done with an affiliate from the menu of its page; once erased, nothing that changes it. `prompts` have to be rendered. */
export function useAffiliateMenu(
  affiliate: AffiliateDetail,
  ask: AskTransition
): { groups: ActionGroup[]; prompts: ReactNode } {
  const { t } = useTranslation("affiliate")
  const remove = useRemove(affiliate)
  const { invite, drawer } = useInvite(affiliate)
  const { downloadData, askToErase, prompt } = usePrivacy(affiliate)
  const { status, has_login, erased_at } = affiliate
  const needsLogin = status === "approved" && !has_login && !erased_at

  const groups: ActionGroup[] = [
    {
      actions: [
        ...(erased_at
          ? []
          : [
              {
                icon: <PencilSquare />,
                label: t("common.actions.edit"),
                to: "edit",
              },
            ]),
        ...(needsLogin
          ? [
              {
                icon: <Envelope />,
                label: t("invitations.login.action"),
                onClick: invite,
              },
            ]
          : []),
      ],
    },
    {
      // An application is decided with the buttons beside the menu.
      actions:
        status === "pending" || erased_at
          ? []
          : transitionsOf(status).map((transition) => ({
              icon: TRANSITION_ICONS[transition],
              label: t(`affiliates.transition.${transition}.action`),
              onClick: () => ask(affiliate, transition),
            })),
    },
    {
      actions: [
        {
          icon: <ArrowDownTray />,
          label: t("affiliates.privacy.download"),
          onClick: downloadData,
        },
        ...(erased_at
          ? []
          : [
              {
                icon: <EyeSlash />,
                label: t("affiliates.privacy.erase"),
                onClick: askToErase,
              },
            ]),
      ],
    },
    {
      actions: erased_at
        ? []
        : [
            {
              icon: <Trash />,
              label: t("common.actions.delete"),
              onClick: remove,
            },
          ],
    },
  ]

  return {
    groups,
    prompts: (
      <>
        {prompt}
        {drawer}
      </>
    ),
  }
}

function useInvite({ id }: AffiliateDetail) {
  const act = useAct()
  const { tell, drawer } = useInvitationOutcome()
  const { mutateAsync } = useInviteAffiliate(id)

  return {
    invite: () =>
      act({
        change: () => mutateAsync(),
        done: ({ affiliate_invitation }) => tell([affiliate_invitation]),
      }),
    drawer,
  }
}

function useRemove({ id, name }: AffiliateDetail) {
  const { t } = useTranslation("affiliate")
  const navigate = useNavigate()
  const act = useAct()
  const { mutateAsync } = useDeleteAffiliate(id)

  return () =>
    act({
      ask: {
        title: t("affiliates.delete.title", { name }),
        description: t("affiliates.delete.description"),
        confirmText: t("common.actions.delete"),
      },
      change: () => mutateAsync(),
      done: () => {
        toast.success(t("affiliates.delete.done", { name }))
        navigate(paths.affiliates, { replace: true })
      },
    })
}
