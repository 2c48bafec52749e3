// The way through a page with the Tab key alone: the skip link first, every stop visible, in order, and out at the end.
import { test } from 'node:test'
import assert from 'node:assert/strict'
import { browser, site } from './started.js'
import { shown } from './site.js'

/** What has the focus: its place among the stops of the page (-1 outside them), and whether a reader can see it. */
const stop = (page) => page.evaluate(() => {
    const one = document.activeElement
    if (one === document.body) return { at: -1 }
    window.stops ??= [...document.querySelectorAll('a[href], button:not([hidden]), input, select, textarea, summary, audio[controls], [tabindex="0"]')]
    const box = one.getBoundingClientRect()
    const style = getComputedStyle(one)
    const middle = { x: Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1), y: Math.min(Math.max(box.top + Math.min(box.height, innerHeight) / 2, 0), innerHeight - 1) }
    const top = document.elementFromPoint(middle.x, middle.y)
    return {
        at: window.stops.indexOf(one),
        name: `${one.tagName.toLowerCase()} “${one.textContent.slice(0, 40)}”`,
        ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
        inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
        // A link over two lines has a middle that belongs to its neighbour: any of its boxes will do.
        onTop: !!top && (one.contains(top) || top.contains(one) || [...one.getClientRects()].some((part) => one.contains(document.elementFromPoint(part.left + part.width / 2, part.top + part.height / 2)))),
    }
})

for (const width of [360, 1280]) {
    for (const [kind, name] of shown) {
        test(`${kind} (${name}) can be walked through by keyboard at ${width} px`, async () => {
            const page = await browser.newPage({ viewport: { width, height: 640 } })
            try {
                await page.goto(site.address + name)
                await page.keyboard.press('Tab')
                const first = await stop(page)
                assert.equal(first.at, 0)
                assert.ok(first.ring && first.inside && first.onTop, `the first stop is seen: ${JSON.stringify(first)}`)
                // A page to be framed has no menu to skip.
                if (!kind.startsWith('embed')) assert.equal(await page.evaluate(() => document.activeElement.getAttribute('href')), '#main')
                const all = await page.evaluate(() => window.stops.length)
                const wrong = []
                // The proofs of a long page are hundreds of the same two links: its first 150 stops stand for them.
                const walked = Math.min(all, 150)
                for (let at = 1; at < walked; at += 1) {
                    await page.keyboard.press('Tab')
                    const here = await stop(page)
                    if (here.at !== at) wrong.push(`stop ${at} is ${here.at}: ${here.name}`)
                    if (!here.ring || !here.inside || !here.onTop) wrong.push(`not seen: ${JSON.stringify(here)}`)
                    if (here.at === -1) break
                }
                assert.deepEqual(wrong, [])
                if (walked === all) {
                    await page.keyboard.press('Tab')
                    assert.equal((await stop(page)).at, -1, 'the last stop lets go')
                }
            } finally {
                await page.close()
            }
        })
    }

    test(`the skip link leads to the content at ${width} px`, async () => {
        const page = await browser.newPage({ viewport: { width, height: 640 } })
        try {
            await page.goto(site.address)
            await page.keyboard.press('Tab')
            await page.keyboard.press('Enter')
            assert.equal(await page.evaluate(() => document.activeElement.id), 'main')
            await page.keyboard.press('Tab')
            assert.ok(await page.evaluate(() => document.activeElement.closest('main') !== null))
        } finally {
            await page.close()
        }
    })
}
