import {
  createContext,
  useContext,
  useEffect,
  useMemo,
  useState,
  type ReactNode,
} from "react"
import { formats, type Formats } from "../lib/format"
import { keep, kept } from "../lib/kept"
import {
  LANGUAGES,
  translator,
  type Language,
  type Translate,
} from "./translate"

const KEY = "affiliate-portal-language"

type Speech = {
  language: Language
  setLanguage: (language: Language) => void
  t: Translate
  format: Formats
}

const Context = createContext<Speech | null>(null)

const isLanguage = (word: string | null): word is Language =>
  LANGUAGES.some((one) => one === word)

/** What was chosen here before, or the first language of the browser's that there is. */
function firstLanguage(): Language {
  const chosen = kept(KEY)
  if (isLanguage(chosen)) return chosen
  const spoken = navigator.languages.map((tag) => tag.slice(0, 2))
  return spoken.find(isLanguage) ?? "en"
}

/** How the language is written where the reader is: `en-GB` has other dates than `en-US`. */
const localeOf = (language: Language): string =>
  navigator.languages.find((tag) => tag.slice(0, 2) === language) ?? language

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(firstLanguage)
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const speech = useMemo(() => {
    const locale = localeOf(language)
    return {
      language,
      setLanguage: (next: Language) => {
        keep(KEY, next)
        setLanguage(next)
      },
      t: translator(language, locale),
      format: formats(locale),
    }
  }, [language])
  return <Context.Provider value={speech}>{children}</Context.Provider>
}

export function useSpeech(): Speech {
  const speech = useContext(Context)
  if (!speech) throw new Error("no LanguageProvider around this")
  return speech
}
