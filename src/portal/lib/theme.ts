import { useEffect, useState } from "react"
import { brand } from "./config"
import { keep, kept } from "./kept"

export type Theme = "system" | "light" | "dark"
export const THEMES: Theme[] = ["system", "light", "dark"]

const KEY = "affiliate-portal-theme"
const night = matchMedia("(prefers-color-scheme: dark)")

const chosen = (): Theme =>
  THEMES.find((theme) => theme === kept(KEY)) ?? "system"

const isDark = (theme: Theme): boolean =>
  theme === "system" ? night.matches : theme === "dark"

/** How bright a colour is to the eye, by WCAG 2: 0 is black, 1 is white. */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** At this brightness black and white are equally easy to read. */
const MIDDLE = 0.179

/** Puts the store's colours and the chosen theme on the page. */
export const applyTheme = (theme: Theme = chosen()): void => show(isDark(theme))

function show(dark: boolean): void {
  const { classList, style } = document.documentElement
  classList.toggle("dark", dark)
  classList.toggle("light", !dark)
  const colour = dark
    ? (brand.dark_color ?? brand.primary_color)
    : brand.primary_color
  if (!colour) return
  style.setProperty("--portal-primary", colour)
  style.setProperty("--portal-accent", colour)
  style.setProperty(
    "--portal-on-primary",
    luminance(colour) > MIDDLE ? "#000000" : "#ffffff"
  )
}

// Paper is white.
addEventListener("beforeprint", () => show(false))
addEventListener("afterprint", () => applyTheme())

export function useTheme(): [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState(chosen)
  useEffect(() => {
    applyTheme(theme)
    const follow = () => applyTheme(theme)
    night.addEventListener("change", follow)
    return () => night.removeEventListener("change", follow)
  }, [theme])
  return [
    theme,
    (next) => {
      keep(KEY, next)
      setTheme(next)
    },
  ]
}
