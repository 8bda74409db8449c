import { useSpeech } from "../i18n/language"
import { en } from "../i18n/en"

const { providers, fields } = en.payouts.method

const isProvider = (id: string): id is keyof typeof providers =>
  Object.hasOwn(providers, id)
const isField = (name: string): name is keyof typeof fields =>
  Object.hasOwn(fields, name)

/** Names of payout services and of what they ask for; a store's own service names its fields itself. */
export function usePayoutMethodWords() {
  const { t } = useSpeech()
  return {
    provider: (id: string): string =>
      isProvider(id) ? t(`payouts.method.providers.${id}`) : id,
    field: (name: string, label = name): string =>
      isField(name) ? t(`payouts.method.fields.${name}`) : label,
  }
}
