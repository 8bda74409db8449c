import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"

import { peopleKeys } from "../lib/query-keys"
import { sdk } from "../lib/sdk"

const KEY_OF_THE_API = "apk_"

/** What people of the store are called, by the ids that are written down of them. */
export function usePeople(ids: string[]): (id: string) => string {
  const { t } = useTranslation("affiliate")
  const users = [...new Set(ids)]
    .filter((id) => !id.startsWith(KEY_OF_THE_API))
    .sort()
  const { data } = useQuery({
    queryKey: peopleKeys.list({ users }),
    queryFn: () =>
      sdk.admin.user.list({
        id: users,
        limit: users.length,
        fields: "id,email,first_name,last_name",
      }),
    enabled: users.length > 0,
  })

  return (id) => {
    if (id.startsWith(KEY_OF_THE_API)) {
      return t("changes.actor.apiKey")
    }
    const user = data?.users.find((one) => one.id === id)
    const name = [user?.first_name, user?.last_name].filter(Boolean).join(" ")
    return name || user?.email || t("changes.actor.user")
  }
}
