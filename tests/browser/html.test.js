// The grammar of every page, as the Nu checker of the W3C knows it, without errors.
import { test } from 'node:test'
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { folder, pages } from './site.js'

const jar = fileURLToPath(new URL('./node_modules/vnu-jar/build/dist/vnu.jar', import.meta.url))

test('every page is valid HTML', () => {
    const told = spawnSync('java', ['-Xmx1g', '-XX:+UseSerialGC', '-jar', jar, '--format', 'json', '--exit-zero-always', '--skip-non-html', folder], { encoding: 'utf8', maxBuffer: 1 << 28 })
    assert.equal(told.status, 0, told.stderr)
    const messages = JSON.parse(told.stderr).messages.filter((one) => one.type !== 'info')
    assert.ok(pages.length > 0)
    assert.deepEqual(messages.map((one) => `${one.url.slice(one.url.indexOf('/site/') + 6)}: ${one.message} ${one.extract ?? ''}`), [])
})

test('the checker would have noticed a mistake', () => {
    const told = spawnSync('java', ['-Xmx1g', '-XX:+UseSerialGC', '-jar', jar, '--format', 'json', '--exit-zero-always', '-'], { encoding: 'utf8', input: '<!doctype html><html lang=vi><title>x</title><p><div></p>' })
    assert.ok(JSON.parse(told.stderr).messages.some((one) => one.type === 'error'))
})
