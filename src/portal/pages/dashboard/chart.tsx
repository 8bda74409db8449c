import {
  Area,
  AreaChart,
  CartesianGrid,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts"

type Row = { date: string; value: number }

const TICK = { fill: "var(--fg-subtle)", fontSize: 12 }

/** A curve over the days. Loaded by itself, because the library for it is as big as the rest of the portal. */
export default function Chart({
  rows,
  label,
  write,
  day,
}: {
  rows: Row[]
  label: string
  write: (value: number) => string
  day: (date: string, length?: "short" | "long") => string
}) {
  return (
    <ResponsiveContainer width="100%" height="100%">
      <AreaChart
        data={rows}
        margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <defs>
          <linearGradient id="portal-fill" x1="0" y1="0" x2="0" y2="1">
            <stop
              offset="0%"
              stopColor="var(--portal-accent)"
              stopOpacity={0.3}
            />
            <stop
              offset="100%"
              stopColor="var(--portal-accent)"
              stopOpacity={0.02}
            />
          </linearGradient>
        </defs>
        <CartesianGrid vertical={false} stroke="var(--border-base)" />
        <XAxis
          dataKey="date"
          tickFormatter={(date: string) => day(date, "short")}
          tick={TICK}
          axisLine={false}
          tickLine={false}
          minTickGap={32}
        />
        <YAxis
          width="auto"
          tickFormatter={write}
          tick={TICK}
          axisLine={false}
          tickLine={false}
          allowDecimals={rows.some(({ value }) => !Number.isInteger(value))}
        />
        <Tooltip
          isAnimationActive={false}
          formatter={(value) => [write(Number(value)), label]}
          labelFormatter={(date) => day(String(date))}
          contentStyle={{
            background: "var(--bg-base)",
            border: "1px solid var(--border-base)",
            borderRadius: 8,
            color: "var(--fg-base)",
          }}
          itemStyle={{ color: "var(--fg-base)" }}
        />
        <Area
          type="monotone"
          dataKey="value"
          stroke="var(--portal-accent)"
          strokeWidth={2}
          fill="url(#portal-fill)"
          isAnimationActive={false}
        />
      </AreaChart>
    </ResponsiveContainer>
  )
}
