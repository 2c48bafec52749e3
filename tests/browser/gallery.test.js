// Every example of every component of the theme, as `serve` shows it at `/_gallery/`: in all colours, on a phone and on a desk.
import { test, before, after } from 'node:test'
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { launch, schemes, sideways } from './browser.js'

const axe = readFileSync(new URL('./node_modules/axe-core/axe.min.js', import.meta.url), 'utf8')
const components = readdirSync(new URL('../../themes/default/components', import.meta.url))
let server
let gallery
let browser

before(async () => {
    server = spawn(process.env.MINHBACH, ['--site', fileURLToPath(new URL('../sites/small', import.meta.url)), 'serve', '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    gallery = await new Promise((resolve, reject) => {
        server.stdout.on('data', (part) => {
            said += part
            const found = said.match(/http:\S+/)
            if (found) resolve(`${found[0]}_gallery/`)
        })
        server.on('exit', () => reject(new Error(`serve ended: ${said}`)))
    })
    browser = await launch()
})
after(async () => {
    await browser.close()
    server.kill()
})

const ofColours = ['color-contrast', 'link-in-text-block']
const allRules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds on an open page, one line each. */
async function violations(page, runOnly) {
    const { violations } = await page.evaluate((runOnly) => axe.run(document, { runOnly, resultTypes: ['violations'], elementRef: false }), runOnly)
    return violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${v.help}: ${n.html.slice(0, 160)}`))
}

/** Looks at a page with every rule, on a phone and for its width on a desk too. */
async function looked(page, way) {
    const wrong = []
    await page.emulateMedia(schemes.light)
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto(gallery + way)
    for (const line of await sideways(page)) wrong.push(`${way}, 1280 px, sideways: ${line}`)
    await page.setViewportSize({ width: 320, height: 900 })
    for (const line of await sideways(page)) wrong.push(`${way}, 320 px, sideways: ${line}`)
    await page.evaluate(axe)
    for (const line of await violations(page, allRules)) wrong.push(`${way}: ${line}`)
    return wrong
}

/** Looks at the colours of a page in every set of them: all examples of a component stand on one page. */
async function coloured(page, way) {
    const wrong = []
    await page.goto(gallery + way)
    await page.evaluate(axe)
    for (const [scheme, media] of Object.entries(schemes)) {
        await page.emulateMedia(media)
        for (const line of await violations(page, ofColours)) wrong.push(`${way}, ${scheme}: ${line}`)
    }
    return wrong
}

test('the list leads to every component of the theme', async () => {
    const page = await browser.newPage()
    try {
        assert.deepEqual([...await looked(page, ''), ...await coloured(page, '')], [])
        const links = await page.locator('main ul a').evaluateAll((all) => all.map((one) => one.getAttribute('href').split('/')[2]))
        assert.deepEqual(links, [...components].sort())
    } finally {
        await page.close()
    }
})

for (const component of components) {
    test(`${component} can be read by everyone in each of its states`, async () => {
        const page = await browser.newPage()
        try {
            await page.goto(`${gallery}${component}/`)
            const ways = await page.locator('main h2 + p > a').evaluateAll((all) => all.map((one) => one.getAttribute('href').replace('/_gallery/', '')))
            assert.ok(ways.length > 0, 'it has an example')
            assert.equal(await page.locator('.minhbach-failed').count(), 0)
            const wrong = await coloured(page, `${component}/`)
            for (const way of ways) wrong.push(...await looked(page, way))
            assert.deepEqual(wrong, [])
        } finally {
            await page.close()
        }
    })
}
