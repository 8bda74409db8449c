import {
  Bar,
  BarChart,
  CartesianGrid,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts"

type Row = { date: string; value: number }

const TICK = { fill: "var(--fg-subtle)", fontSize: 12 }
const BAR_PIXELS_MAX = 28

/** A bar for each day. Loaded by itself, because the library for it is nearly as big as the rest of the portal. */
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
      <BarChart
        data={rows}
        margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
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
          cursor={{ fill: "var(--bg-component)" }}
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
        <Bar
          dataKey="value"
          fill="var(--portal-accent)"
          radius={[3, 3, 0, 0]}
          maxBarSize={BAR_PIXELS_MAX}
          isAnimationActive={false}
        />
      </BarChart>
    </ResponsiveContainer>
  )
}
