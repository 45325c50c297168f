import { surelyAccepts } from '@kyphoscreen/rules'
import { z } from 'zod'
import { ImportedReferral } from '../contract.ts'

/** The texts of a referral by its parts. */
export const texts = [
  ['patient', ['mrn', 'familyName', 'givenName']],
  ['referral', ['externalId', 'referrerName', 'organisation', 'phone', 'fax', 'reason']],
] as const

/** Text in ASCII on one line, without a space at an end: its length alone is left to be checked. */
const plainText = /^[!-~](?:[ -~]*[!-~])?$/

const longestOf = (schema: z.core.$ZodType | undefined): number => {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return longestOf(schema.unwrap())
  return schema instanceof z.ZodString ? (schema.maxLength ?? 0) : 0
}

const lengths = texts.map(([part, keys]) => {
  const shape: Readonly<Record<string, z.core.$ZodType>> = ImportedReferral.shape[part].shape
  return { part, longest: keys.map((key) => [key, longestOf(shape[key])] as const) }
})

const isSure = surelyAccepts(ImportedReferral)
const anyText = 'text'

type Part = Record<string, unknown>

/** Gives a part of a referral with one and the same text in place of all that are plain and not too long, so that these need not be checked one by one. */
function withAnyText(part: Part, longest: readonly (readonly [string, number])[]): Part {
  const alike = { ...part }
  for (const [key, most] of longest) {
    const text = part[key]
    if (typeof text === 'string' && text.length <= most && plainText.test(text))
      alike[key] = anyText
  }
  return alike
}

const isPart = (part: unknown): part is Part => typeof part === 'object' && part !== null

/** Checks what a row tells as `ImportedReferral.safeParse` does; plain rows several times as fast, and these it gives back as they are. */
export function readReferral(told: unknown): z.ZodSafeParseResult<ImportedReferral> {
  const alike: Part = isPart(told) ? { ...told } : {}
  for (const { part, longest } of lengths) {
    const given = alike[part]
    if (!isPart(given)) return ImportedReferral.safeParse(told)
    alike[part] = withAnyText(given, longest)
  }
  return isSure(alike)
    ? { success: true, data: told as ImportedReferral }
    : ImportedReferral.safeParse(told)
}
