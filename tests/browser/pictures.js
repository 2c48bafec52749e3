// The pictures the README shows: pages of this site as a browser shows them, wide and on a phone, light and dark.
// `run --pictures` draws them anew, so that they never show an older theme.
import { mkdirSync, writeFileSync } from 'node:fs'
import { launch } from './browser.js'
import { serve, shown } from './site.js'

const into = new URL('../../.pictures/', import.meta.url)
const browser = await launch()
const site = await serve()
const pageOf = (kind) => shown.find(([one]) => one === kind)?.[1] ?? fail(`This site has no page of the kind “${kind}”.`)

function fail(words) {
    throw new Error(words)
}

/** The upper part of a page as an image that can stand in another page. */
async function seen(kind, { width, height, dark = false, from = '' }) {
    const context = await browser.newContext({ viewport: { width, height }, colorScheme: dark ? 'dark' : 'light' })
    const page = await context.newPage()
    await page.goto(site.address + pageOf(kind), { waitUntil: 'networkidle' })
    if (from) await page.evaluate((from) => document.querySelector(from).scrollIntoView(), from)
    const bytes = await page.screenshot({ type: 'png' })
    await context.close()
    return `<img src="data:image/png;base64,${bytes.toString('base64')}" width="${width}" height="${height}">`
}

/** Lays images side by side on grey paper, as wide as a README is read at twice the dots, and writes them as one picture. */
async function picture(name, images, { width, columns }) {
    const context = await browser.newContext({ viewport: { width, height: 600 } })
    const page = await context.newPage()
    await page.setContent(`<!doctype html><style>
        body { margin: 0; padding: 24px; background: #dfe3e6; display: grid; grid-template-columns: ${columns}; gap: 24px; align-items: start }
        img { display: block; inline-size: 100%; block-size: auto; outline: 1px solid #b4bcc2 }
    </style>${images.join('')}`)
    await page.evaluate(() => Promise.all([...document.images].map((one) => one.decode())))
    writeFileSync(new URL(name, into), await page.screenshot({ fullPage: true, type: 'jpeg', quality: 78 }))
    await context.close()
}

mkdirSync(into, { recursive: true })
const wide = { width: 1280, height: 1080 }
const phone = { width: 360, height: 1080 }
for (const kind of ['home', 'area']) {
    await picture(`${kind}.jpg`, [await seen(kind, wide), await seen(kind, { ...phone, dark: true })], { width: 1400, columns: '1280fr 360fr' })
}
const kinds = ['programme', 'indicator', 'report', 'period', 'year', 'areas', 'documents', 'data', 'method', 'notice', 'search', 'hand-written page']
const drawn = []
for (const [at, kind] of kinds.entries()) drawn.push(await seen(kind, { width: 360, height: 720, dark: at % 2 === 1 }))
await picture('kinds.jpg', drawn, { width: 1400, columns: 'repeat(6, 1fr)' })

await browser.close()
site.close()
