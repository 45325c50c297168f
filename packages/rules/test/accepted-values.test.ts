import { describe, expect, it } from 'vitest'
import {
  CareModality,
  CareResponse,
  Cause,
  EarlyException,
  LevelName,
  MriFinding,
  OtherImaging,
  PainScale,
  PainSeverity,
  PainTrend,
  PosteriorWall,
  Retropulsion,
} from '../src/index.ts'

const words = (list: string) => list.split(' ')

describe('a fact with a list of values', () => {
  it.each([
    ['pain scale', PainScale, 'NRS-0-10 VAS-0-10 VAS-0-100'],
    ['pain severity', PainSeverity, 'none mild moderate severe'],
    ['pain trend', PainTrend, 'improving stable worsening'],
    [
      'form of care',
      CareModality,
      'pain-medication bracing physical-therapy bed-rest injection other unspecified',
    ],
    ['response to care', CareResponse, 'failed improving resolved not-tried'],
    ['reason not to wait', EarlyException, 'hospitalized bedridden medication-intolerant'],
    [
      'cause',
      Cause,
      'osteoporosis secondary-osteoporosis other-bone-fragility malignancy benign-lesion high-energy-trauma',
    ],
    ['MRI finding', MriFinding, 'acute subacute chronic indeterminate no-fracture'],
    ['other imaging', OtherImaging, 'bone-scan spect-ct ct'],
    ['retropulsion', Retropulsion, 'none mild significant present-size-not-stated'],
    ['posterior wall', PosteriorWall, 'intact disrupted'],
    [
      'level',
      LevelName,
      'C1 C2 C3 C4 C5 C6 C7 T1 T2 T3 T4 T5 T6 T7 T8 T9 T10 T11 T12 L1 L2 L3 L4 L5 S1 S2 S3 S4 S5',
    ],
  ] as const)('%s takes these alone: %s', (_, { options }, values) => {
    expect(options).toEqual(words(values))
  })
})
