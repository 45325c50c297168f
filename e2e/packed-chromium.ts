import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const modules = join(import.meta.dirname, '..', 'node_modules')

const unpack = `import chromium from '@sparticuz/chromium'; await chromium.executablePath()`

const fontsConfiguration = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`

async function unpackInto(folder: string): Promise<void> {
  const partial = `${folder}.${process.pid}`
  await mkdir(partial, { recursive: true })
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', unpack], {
    cwd: join(modules, '..'),
    env: { ...process.env, TMPDIR: partial, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' },
  })
  await writeFile(join(partial, 'fonts', 'fonts.conf'), fontsConfiguration(folder))
  await rename(partial, folder).catch(async (error) => {
    await rm(partial, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  })
}

/** Unpacks the Chromium that comes from npm, once for each version; undefined where it has none for this machine. */
export async function unpackedChromium() {
  const manifest = join(modules, '@sparticuz', 'chromium', 'package.json')
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(manifest))
    return undefined
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string }
  const folder = join(modules, '.cache', `chromium-${version}`)
  if (!existsSync(folder)) await unpackInto(folder)
  return {
    executablePath: join(folder, 'chromium'),
    env: {
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_PATH: join(folder, 'fonts'),
    },
  }
}
