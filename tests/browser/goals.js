// The goals of a page for readers, measured on the built site and printed as one table; a miss is printed as a miss.
import { gzipSync } from 'node:zlib'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { lines, measured } from './lighthouse/measure.js'
import { launch, schemes, words, sideways } from './browser.js'
import { report, siteWithPhotograph, taking } from './photograph.js'
import { serve, shown, pages, files, read, folder, unseen } from './site.js'

const browser = await launch()
const site = await serve()
const rows = []
const goal = (number, what, wanted, found, met) => rows.push({ goal: number, what, wanted, found: String(found), met: met === undefined ? 'not measured' : met ? 'met' : 'MISSED' })

/** Opens a page in a context of its own. */
async function opened(address, options, look) {
    const context = await browser.newContext(options)
    try {
        const page = await context.newPage()
        return await look(page, () => page.goto(address, { waitUntil: 'load', timeout: 120_000 }))
    } finally {
        await context.close()
    }
}

const light = (name) => gzipSync(read(name)).length
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`

// 1: the weight of a page, with its style in it.
const weights = pages.map(light).sort((a, b) => a - b)
const heaviest = pages.reduce((a, b) => (light(a) > light(b) ? a : b))
const p95 = weights[Math.floor(weights.length * 0.95)]
goal(1, `a page, compressed, 95 of 100 (${pages.length} pages)`, '≤ 10 KB', kilobytes(p95), p95 <= 10_000)
goal(1, `the heaviest page: ${heaviest}`, '≤ 14 KB', kilobytes(weights.at(-1)), weights.at(-1) <= 14_000)

// 2 and 3: what is fetched, and when. Pictures far below are fetched late; the page is walked through to its end.
const asked = {}
for (const [kind, name] of shown) {
    asked[kind] = await opened(site.address + name, { viewport: { width: 360, height: 640 } }, async (page, go) => {
        const all = []
        page.on('response', async (one) => all.push({ url: one.url(), kind: one.request().resourceType(), size: Number(one.headers()['content-length'] ?? 0) }))
        await go()
        await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0)
        const painted = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0].startTime)
        const early = await page.evaluate((painted) => performance.getEntriesByType('resource').filter((one) => one.startTime < painted && one.initiatorType !== 'img').length, painted)
        await page.evaluate(async () => {
            for (let y = 0; y < document.body.scrollHeight; y += 500) {
                scrollTo(0, y)
                await new Promise((next) => requestAnimationFrame(next))
            }
        })
        await page.waitForLoadState('networkidle')
        const inline = await page.evaluate(() => [...document.scripts].filter((one) => !one.type || one.type.includes('javascript')).map((one) => one.textContent).join('').length)
        return { all, early, inline }
    })
}
const search = (name) => /^(tim|en\/search)\//.test(name)
const content = shown.filter(([, name]) => !search(name)).map(([kind]) => asked[kind])
const scripts = content.reduce((sum, one) => sum + one.inline + one.all.filter((r) => r.kind === 'script').reduce((s, r) => s + r.size, 0), 0)
const others = content.flatMap((one) => one.all).filter((one) => !one.url.startsWith(site.address)).length
goal(2, `JavaScript on ${content.length} content pages`, '0 bytes', `${scripts} bytes`, scripts === 0)
goal(2, 'requests to others', '0', others, others === 0)
const early = Math.max(...content.map((one) => one.early)) + 1
goal(2, 'requests before the first paint', '1', early, early === 1)
const icons = content.flatMap((one) => one.all).filter((one) => one.url.includes('icon')).length
goal(3, 'requests for icons', '0', icons, icons === 0)
const [picturesKind, pictured] = Object.entries(asked).map(([kind, one]) => [kind, one.all.reduce((sum, r) => sum + r.size, 0)]).reduce((a, b) => (a[1] > b[1] ? a : b))
goal(3, `the heaviest page with all its pictures (${picturesKind})`, '≤ 60 KB', kilobytes(pictured), pictured <= 60_000)
const cards = files.filter((name) => /\/(chia-se|share)-[^/]*\.png$/.test(name)).map((name) => ({ name, size: read(name).length })).sort((a, b) => b.size - a.size)
if (cards.length === 0) goal(3, 'a share card', '≤ 60 KB', 'this site has none')
else goal(3, `the heaviest of ${cards.length} share cards: ${cards[0].name}; median ${kilobytes(cards[cards.length >> 1].size)}`, '≤ 60 KB', kilobytes(cards[0].size), cards[0].size <= 60_000)

// 3 and 4 with a photograph, of which this site has none: a copy of it has one.
const copy = await siteWithPhotograph(browser)
const photographed = await serve(copy.root, () => ({}))
for (const kind of ['jpg', 'webp']) {
    const size = copy.weighs(640, kind)
    if (size === undefined) goal(3, `a photo at 640 px, ${kind}`, '≤ 40 KB', 'none was made')
    else goal(3, `a photo at 640 px, ${kind}, from one of ${kilobytes(copy.taken)} and 4000 × 3000 dots`, '≤ 40 KB', kilobytes(size), size <= 40_000)
}
for (const unknown of [[], ['webp']]) {
    const { fetched, chosen } = await opened(photographed.address + report.page, { viewport: { width: 360, height: 640 }, deviceScaleFactor: 2 }, (page, go) => taking(page, go, unknown))
    const all = fetched.reduce((sum, one) => sum + one.size, 0)
    const at = chosen.split('/').pop()
    goal(3, `the page of a report with its photo on a phone of 360 px, 2 dots a px (${at}; ${fetched.length} requests)`, '≤ 60 KB', kilobytes(all), all <= 60_000)
}
const [late] = await measured([photographed.address + report.page], 5, ['slow 3G'])
goal(4, `largest words or photo of that page on slow 3G (${lines['slow 3G'].rttMs} ms, ${lines['slow 3G'].throughputKbps} kbit/s), median of 5`, `≤ ${lines['slow 3G'].withinPictured / 1000} s`, `${(late.shown / 1000).toFixed(2)} s`, late.shown <= lines['slow 3G'].withinPictured)
photographed.close()
copy.close()

// 4 and 5: slow lines and Lighthouse. It is sent no policy: under one it cannot read robots.txt and takes that for a fault
// of the site; `policy.test.js` sees the pages under theirs.
const bare = await serve(folder, () => ({}))
const measuredKinds = shown.filter(([kind]) => ['home', 'area', 'period', 'report', 'programme', 'indicator'].includes(kind))
const seen = await measured(measuredKinds.map(([, name]) => bare.address + name), 5)
bare.close()
const kindAt = (address) => measuredKinds.find(([, name]) => bare.address + name === address)[0]
// A kind whose page shows a picture among its text has a second more on slow 3G than a page of text alone.
const withPictures = new Set(measuredKinds.filter(([, name]) => /<main[\s\S]*<img[\s\S]*<\/main>/.test(read(name).toString())).map(([kind]) => kind))
for (const [line, { rttMs, throughputKbps, within, withinPictured = within }] of Object.entries(lines)) {
    const parts = withinPictured === within ? [['kinds', () => true, within]] : [['kinds of text', (kind) => !withPictures.has(kind), within], ['kinds with pictures', (kind) => withPictures.has(kind), withinPictured]]
    for (const [what, belongs, limit] of parts) {
        const all = seen.filter((one) => one.line === line && belongs(kindAt(one.address)))
        if (all.length === 0) continue
        const slowest = all.reduce((a, b) => (a.shown > b.shown ? a : b))
        goal(4, `largest words or picture on ${line} (${rttMs} ms there and back, ${throughputKbps} kbit/s), slowest of ${all.length} ${what} (${kindAt(slowest.address)}), median of 5`, `≤ ${limit / 1000} s`, `${(slowest.shown / 1000).toFixed(2)} s`, slowest.shown <= limit)
    }
}
const moved = Math.max(...seen.map((one) => one.moved))
goal(4, 'what moves while loading (CLS)', '0', moved.toFixed(4), moved === 0)
for (const category of Object.keys(seen[0].scores)) {
    const lowest = seen.filter((one) => one.line === 'slow 4G').reduce((a, b) => (a.scores[category] < b.scores[category] ? a : b))
    const why = lowest.wrong.length > 0 && lowest.scores[category] < 100 ? `: ${lowest.wrong.join(', ')}` : ''
    goal(5, `Lighthouse, ${category}, lowest of ${measuredKinds.length} kinds (${kindAt(lowest.address)}), median of 5`, '100', `${lowest.scores[category]}${why}`, lowest.scores[category] === 100)
}

// 6: axe in every colour, and the pairs of colours of the theme.
const axe = readFileSync(new URL('./node_modules/axe-core/axe.min.js', import.meta.url), 'utf8')
let violations = 0
let small = new Map()
const pairs = []
for (const [kind, name] of shown) {
    await opened(site.address + name, { viewport: { width: 360, height: 640 } }, async (page, go) => {
        await go()
        await page.evaluate(axe)
        for (const media of Object.values(schemes)) {
            await page.emulateMedia(media)
            violations += await page.evaluate(async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.reduce((sum, one) => sum + one.nodes.length, 0))
        }
        await page.emulateMedia({ forcedColors: 'none' })
        small.set(kind, await page.evaluate(() => [...document.querySelectorAll('.nav a, .tiles a, .languages a, .footer li a, .pager a')].filter((one) => (one.closest('.tiles li') ?? one).getBoundingClientRect().height < 44).length))
        if (kind !== 'home') return
        for (const colorScheme of ['light', 'dark']) {
            await page.emulateMedia({ colorScheme, forcedColors: 'none' })
            pairs.push(...(await page.evaluate((colorScheme) => {
                const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
                const luminance = (token) => {
                    const probe = document.body.appendChild(document.createElement('i'))
                    probe.style.color = `var(--${token})`
                    canvas.fillStyle = getComputedStyle(probe).color
                    probe.remove()
                    canvas.fillRect(0, 0, 1, 1)
                    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4))
                    return 0.2126 * r + 0.7152 * g + 0.0722 * b
                }
                const ratio = (a, b) => {
                    const [dark, bright] = [luminance(a), luminance(b)].sort((x, y) => x - y)
                    return (bright + 0.05) / (dark + 0.05)
                }
                const at = (least, over, under) => ({ scheme: colorScheme, pair: `${over} on ${under}`, least, ratio: ratio(over, under) })
                return [
                    at(7, 'text', 'surface'), at(7, 'text', 'soft'),
                    ...['muted', 'link', 'value', 'met', 'late'].flatMap((token) => [at(4.5, token, 'surface'), at(4.5, token, 'soft')]),
                    at(4.5, 'on-brand', 'brand'), at(4.5, 'on-focus', 'focus'),
                    at(3, 'outline', 'surface'), at(3, 'value', 'track'), at(3, 'met', 'track'), at(3, 'late', 'track'), at(3, 'accent', 'surface'),
                ]
            }, colorScheme)))
        }
    })
}
goal(6, `what axe finds on ${shown.length} pages in three sets of colours`, '0', violations, violations === 0)
const weak = pairs.filter((one) => one.ratio < one.least)
const weakest = pairs.reduce((a, b) => (a.ratio / a.least < b.ratio / b.least ? a : b))
goal(6, `contrast of ${pairs.length} pairs of colours; nearest to its limit: ${weakest.pair}, ${weakest.scheme}, ${weakest.ratio.toFixed(1)} of ${weakest.least}`, 'text 4.5, body 7, shapes 3', weak.length === 0 ? 'all' : weak.map((one) => `${one.pair} ${one.ratio.toFixed(2)} (${one.scheme})`).join('; '), weak.length === 0)
const targets = [...small.values()].reduce((a, b) => a + b, 0)
goal(6, 'links of menus and tiles lower than 44 px', '0', targets, targets === 0)

// 7: small screens.
let wide = 0
const tall = []
for (const [kind, name] of shown) {
    await opened(site.address + name, { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 }, async (page, go) => {
        await go()
        wide += (await sideways(page)).length > 0
        await page.setViewportSize({ width: 360, height: 640 })
        const heights = await page.evaluate(() => [...document.querySelectorAll('.table--record tbody tr:not(.table__notes, :has(.w)):has(.n, .s)')].map((one) => ({ height: one.getBoundingClientRect().height, name: one.querySelector('th')?.textContent ?? '' })))
        tall.push(...heights.map((one) => ({ kind, ...one })))
    })
}
goal(7, 'pages that scroll sideways at 320 px or 400 %', '0', wide, wide === 0)
tall.sort((a, b) => b.height - a.height)
const over = tall.filter((one) => one.height > 120).length
// A sentence taken over from a source is as long as it is; a record is a row of numbers.
goal(7, `a record of numbers on a phone, tallest of ${tall.length} (${tall[0].kind}: ${tall[0].name.slice(0, 50)}); median ${tall[tall.length >> 1].height.toFixed(0)} px`, '≤ 120 px', `${tall[0].height.toFixed(0)} px; ${over} are taller`, over === 0)
const answer = await opened(`${site.address}index.html`, { viewport: { width: 360, height: 640 } }, async (page, go) => {
    await go()
    return page.evaluate(() => document.querySelector('.page-head__summary').getBoundingClientRect().bottom)
})
goal(7, 'the answer of the first page ends at', '≤ 640 px', `${answer.toFixed(0)} px`, answer <= 640)

// 8: four ways of reading. The tests compare word by word and follow every link; this counts what differs.
let differs = 0
for (const [, name] of shown) {
    // Without its script the search page is a list of links: those are there in both ways.
    const part = search(name) ? 'main li a' : 'body'
    const said = (address, options, change = () => {}) => opened(address, { viewport: { width: 1280, height: 900 }, ...options }, async (page, go) => {
        await go()
        await change(page)
        return words(page, part)
    })
    const desk = await said(site.address + name, {})
    differs += (await said(site.address + name, { javaScriptEnabled: false })) !== desk
    differs += (await said(pathToFileURL(join(folder, name)).href, {})) !== desk
    differs += (await said(site.address + name, {}, (page) => page.evaluate(() => document.querySelectorAll('style').forEach((one) => one.remove())))) !== desk
}
goal(8, `pages that say something else without scripts, without styles or from a folder (${shown.length} × 3)`, '0', differs, differs === 0)

await browser.close()
site.close()

const columns = ['goal', 'what', 'wanted', 'found', 'met']
const cut = (row) => columns.map((one) => String(row[one]))
console.log(`| ${['goal', 'measured', 'wanted', 'found', ''].join(' | ')} |\n|---|---|---|---|---|`)
for (const row of rows) console.log(`| ${cut(row).join(' | ')} |`)
if (unseen.length > 0) console.log(`\nThis site has no page of these kinds: ${unseen.join(', ')}.`)
const missed = rows.filter((row) => row.met === 'MISSED').length
console.log(`\n${rows.length} measured, ${missed} missed.`)
