// One content in every way of reading: without scripts, without styles, from a folder, on paper, small or large.
import { test } from 'node:test'
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { words, sideways } from './browser.js'
import { browser, site } from './started.js'
import { shown, folder } from './site.js'

/** Does `look` in a page opened in some way, and closes it. */
async function opened(address, options, look) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
    try {
        const page = await context.newPage()
        await page.goto(address)
        return await look(page)
    } finally {
        await context.close()
    }
}

/** Where two texts part, told short. */
function same(found, wanted, way) {
    if (found === wanted) return
    let at = 0
    while (at < wanted.length && found[at] === wanted[at]) at += 1
    assert.fail(`${way}: “${found.slice(at - 30, at + 60)}” where there should be “${wanted.slice(at - 30, at + 60)}”`)
}

for (const [kind, name] of shown) {
    test(`${kind} (${name}) says the same in every way`, async () => {
        const desk = await opened(site.address + name, {}, (page) => words(page))
        assert.ok(desk.length > 100)
        // Without its script the search page is a list of links: those are there in both ways.
        const part = kind === 'search' ? 'main li a' : 'body'
        same(await opened(site.address + name, { javaScriptEnabled: false }, (page) => words(page, part)), await opened(site.address + name, {}, (page) => words(page, part)), 'without scripts')
        same(await opened(site.address + name, { viewport: { width: 360, height: 640 } }, (page) => words(page)), desk, 'on a phone')
        same(await opened(pathToFileURL(join(folder, name)).href, {}, (page) => words(page)), desk, 'from a folder')
        await opened(site.address + name, {}, async (page) => {
            await page.evaluate(() => document.querySelectorAll('style, link[rel=stylesheet]').forEach((one) => one.remove()))
            same(await words(page), desk, 'without styles')
        })
    })

    test(`${kind} (${name}) is whole on paper`, async () => {
        // A4 without its margins is 182 mm wide: 688 CSS pixels.
        await opened(site.address + name, { viewport: { width: 688, height: 1000 } }, async (page) => {
            // What only works on a screen is left out of the comparison: the way here, the parts of the page, the next page, the box to search in, sound.
            await page.evaluate(() => document.querySelectorAll('.crumbs, .contents, .pager, .search, audio').forEach((one) => one.remove()))
            // A closed detail is a click away on a screen; paper has no clicks.
            await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)))
            const screen = await words(page, 'main')
            await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = false)))
            await page.emulateMedia({ media: 'print' })
            same(await words(page, 'main'), screen, 'printed')
            assert.deepEqual(await sideways(page), [])
            const cut = await page.evaluate(() => [...document.querySelectorAll('main *')]
                .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1 && getComputedStyle(one).overflowX !== 'visible')
                .map((one) => `${one.className}: ${one.scrollWidth} of ${one.clientWidth} px`))
            assert.deepEqual(cut, [])
        })
    })
}
