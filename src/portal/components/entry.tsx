import { Heading, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { BrandMark, useTabTitle } from "./brand-mark"
import { Foot } from "./foot"
import { LanguageChoice, ThemeChoice } from "./taste"

/** The frame of what is seen before, or instead of, the portal itself. */
export function Entry({
  title,
  text,
  children,
}: {
  title: string
  text?: ReactNode
  children?: ReactNode
}) {
  useTabTitle(title)
  return (
    <div className="flex min-h-dvh flex-col px-4 py-6">
      <header className="mx-auto flex w-full max-w-lg items-center justify-between gap-4">
        <div className="min-w-0">
          <BrandMark />
        </div>
        <div className="flex shrink-0 gap-2">
          <LanguageChoice hideLabel />
          <ThemeChoice hideLabel />
        </div>
      </header>
      <main className="mx-auto flex w-full max-w-lg flex-1 flex-col justify-center py-8">
        <div className="bg-ui-bg-base shadow-elevation-card-rest flex flex-col gap-6 rounded-xl p-5 sm:p-8">
          <div>
            <Heading level="h1" className="break-words text-2xl font-semibold">
              {title}
            </Heading>
            {text && <Text className="text-ui-fg-subtle mt-2">{text}</Text>}
          </div>
          {children}
        </div>
      </main>
      <div className="mx-auto w-full max-w-lg">
        <Foot />
      </div>
    </div>
  )
}

/** What a form says above itself. */
export function Notice({
  kind,
  children,
}: {
  kind: "error" | "done" | "hint"
  children: ReactNode
}) {
  const colour = {
    error: "bg-ui-tag-red-bg text-ui-tag-red-text",
    done: "bg-ui-tag-green-bg text-ui-tag-green-text",
    hint: "bg-ui-tag-blue-bg text-ui-tag-blue-text",
  }[kind]
  return (
    <div
      role={kind === "error" ? "alert" : "status"}
      className={`txt-small break-words rounded-md px-3 py-2 ${colour}`}
    >
      {children}
    </div>
  )
}
