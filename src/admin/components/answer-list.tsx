import { Text } from "@medusajs/ui"

import type { AnswerRow } from "../lib/answer-words"

/** Questions with their answers below them, as somebody wrote them. */
export const AnswerList = ({
  rows,
  inset = "px-6 py-4",
}: {
  rows: AnswerRow[]
  inset?: string
}) => (
  <dl className="divide-y">
    {rows.map(({ key, question, answer, href }) => (
      <div key={key} className={`flex flex-col gap-y-1 ${inset}`}>
        <dt>
          <Text
            size="small"
            leading="compact"
            weight="plus"
            className="text-ui-fg-subtle break-words"
          >
            {question}
          </Text>
        </dt>
        <dd className="txt-small text-ui-fg-base whitespace-pre-line break-words">
          {href ? (
            <a
              href={href}
              target="_blank"
              rel="noreferrer"
              className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover break-all"
            >
              {answer}
            </a>
          ) : (
            answer
          )}
        </dd>
      </div>
    ))}
  </dl>
)
