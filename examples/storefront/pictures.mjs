import { safe } from "./words.mjs"

/** What the demo's goods look like, by handle. A shop of your own has photographs: a product's `thumbnail` goes first. */
const DRAWINGS = {
  shirt: `<path class="body" d="M44 28 26 37 14 57l15 9 6-7v37h50V59l6 7 15-9-12-20-18-9c-4 9-28 9-32 0Z"/>
    <path class="line" d="M44 28c4 12 28 12 32 0M60 37v59M35 59l2-10M85 59l-2-10"/>`,
  mug: `<path class="line thick" d="M77 52h9a12 12 0 0 1 0 24h-9"/>
    <path class="body" d="M33 42h46v38a12 12 0 0 1-12 12H45a12 12 0 0 1-12-12Z"/>
    <path class="line" d="M33 54h46M46 32c-5-6 5-9 0-15M64 32c-5-6 5-9 0-15"/>`,
  "linen-apron": `<path class="line" d="M46 38c-4-26 32-26 28 0M32 62 18 70M88 62l14 8"/>
    <path class="body" d="M45 36h30l3 20 12 6v34H30V62l12-6Z"/>
    <path class="line" d="M46 66h28v16H46ZM60 66v16"/>`,
  "enamel-teapot": `<path class="line thick" d="M33 58C12 54 14 86 36 82M84 66c14-2 10-20 21-22"/>
    <path class="body" d="M32 64c0-16 12-24 28-24s28 8 28 24-10 30-28 30-28-14-28-30Z"/>
    <path class="line" d="M40 48c10 5 30 5 40 0M36 94h48"/><circle class="body" cx="60" cy="35" r="5"/>`,
  "merino-scarf": `<path class="body" d="M66 46h20v42H66ZM44 50h20v32H44Z"/>
    <path class="body" d="M32 30c12-8 44-8 56 0v22c-12 8-44 8-56 0Z"/>
    <path class="line" d="M32 40c12 8 44 8 56 0M66 72h20M66 79h20M44 72h20M68 88v8M74 88v8M80 88v8M86 88v8M46 82v8M52 82v8M58 82v8"/>`,
  "dotted-notebook": `<rect class="body" x="34" y="24" width="54" height="72" rx="5"/>
    <path class="line" d="M45 24v72M80 96v8l-4-4-4 4v-8"/>
    <path class="line dots" d="M54 38h26M54 48h26M54 58h26M54 68h26M54 78h26"/>`,
  "desk-lamp-brass": `<path class="line thick" d="M46 94V70l-12-22 32-20"/>
    <path class="body" d="m62 22 12-6 22 24-34 18c-6-12-6-24 0-36Z"/>
    <path class="body" d="M28 90h36a4 4 0 0 1 4 6H24a4 4 0 0 1 4-6Z"/><path class="line" d="M80 62v8M92 56l4 8M68 66l-3 8"/>`,
}

const letter = (title) =>
  `<text x="60" y="78" text-anchor="middle">${safe(title[0])}</text>`

/** @param {{ title: string, handle: string, thumbnail?: string | null }} thing */
export const picture = ({ title, handle, thumbnail }) =>
  thumbnail
    ? `<img class="picture" src="${safe(thumbnail)}" alt="">`
    : `<svg class="picture" viewBox="0 0 120 120" aria-hidden="true">${DRAWINGS[handle] ?? letter(title)}</svg>`
