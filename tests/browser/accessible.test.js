// No page kind breaks a rule of accessibility: in any colours, at any width, at four times the size.
import { test } from 'node:test'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { schemes, widths, sideways } from './browser.js'
import { browser, site } from './started.js'
import { shown, pages, kindOf } from './site.js'

const axe = readFileSync(new URL('./node_modules/axe-core/axe.min.js', import.meta.url), 'utf8')

/** The rules whose answer hangs on colours. In the second and third set of colours the others would answer the same. */
const ofColours = ['color-contrast', 'link-in-text-block']
const allRules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds against WCAG 2.2 AA and good practice, one line each. */
async function violations(page, runOnly) {
    const { violations } = await page.evaluate((runOnly) => axe.run(document, { runOnly, resultTypes: ['violations'], elementRef: false }), runOnly)
    return violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${v.help}: ${n.html.slice(0, 160)}`))
}

test('every page is of a kind these tests know', () => {
    assert.deepEqual(pages.filter((page) => !kindOf(page)), [])
})

for (const [kind, name] of shown) {
    test(`${kind} (${name}) can be read by everyone`, async () => {
        const page = await browser.newPage()
        try {
            await page.goto(site.address + name)
            await page.evaluate(axe)
            const wrong = []
            for (const [scheme, media] of Object.entries(schemes)) {
                await page.emulateMedia(media)
                for (const width of widths) {
                    await page.setViewportSize({ width, height: 900 })
                    for (const line of await violations(page, scheme === 'light' ? allRules : ofColours)) wrong.push(`${scheme}, ${width} px: ${line}`)
                    for (const line of await sideways(page)) wrong.push(`${scheme}, ${width} px, sideways: ${line}`)
                }
            }
            assert.deepEqual(wrong, [])
        } finally {
            await page.close()
        }
    })

    test(`${kind} (${name}) needs no sideways scrolling at 400 %`, async () => {
        // A window of 1280 × 1024 at 400 % is 320 × 256 CSS pixels of four device pixels.
        const page = await browser.newPage({ viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 })
        try {
            await page.goto(site.address + name)
            assert.deepEqual(await sideways(page), [])
            // Only the size of letters doubled, as phones do it.
            await page.setViewportSize({ width: 360, height: 640 })
            await page.addStyleTag({ content: 'html { font-size: 200% !important }' })
            assert.deepEqual(await sideways(page), [])
        } finally {
            await page.close()
        }
    })
}
