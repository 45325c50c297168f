import type { Seen } from '../criterion.ts'
import { PosteriorWall, Retropulsion } from '../facts.ts'
import { policy } from '../policy.ts'
import type { Question } from './decision-table.ts'
import { type TriedFacts, triesOfLevel, triesOfPatient } from './seen-together.ts'

type Asked = Question<TriedFacts, Seen>

const { significantCanalPercent: significant } = policy

const retropulsion: Asked = {
  asks: 'Retropulsion',
  tries: triesOfLevel('retropulsion', Retropulsion.options),
  classes: {
    'not recorded': ({ level }) => level.retropulsion === undefined,
    none: ({ level }) => level.retropulsion === 'none',
    mild: ({ level }) => level.retropulsion === 'mild',
    'size not stated': ({ level }) => level.retropulsion === 'present-size-not-stated',
    significant: ({ level }) => level.retropulsion === 'significant',
  },
}

const canalOf = ({ level }: Seen) => level.canalCompromisePercent ?? 0

const canal: Asked = {
  asks: 'Canal compromise',
  tries: triesOfLevel('canalCompromisePercent', [
    ...[0, 0.1, 1, significant - 0.1, significant, significant + 0.1, 100],
  ]),
  classes: {
    '0 %, or not recorded': (seen) => canalOf(seen) === 0,
    [`above 0 and under ${significant} %`]: (seen) =>
      canalOf(seen) > 0 && canalOf(seen) < significant,
    [`${significant} % or more`]: (seen) => canalOf(seen) >= significant,
  },
}

const wall: Asked = {
  asks: 'Posterior wall',
  tries: triesOfLevel('posteriorWall', PosteriorWall.options),
  classes: {
    'intact, or not recorded': ({ level }) => level.posteriorWall !== 'disrupted',
    disrupted: ({ level }) => level.posteriorWall === 'disrupted',
  },
}

const compression: Asked = {
  asks: 'Cord or cauda compression',
  tries: triesOfPatient('cordOrCaudaCompression', [true, false]),
  classes: {
    'no, or not recorded': ({ patient }) => patient.cordOrCaudaCompression !== true,
    yes: ({ patient }) => patient.cordOrCaudaCompression === true,
  },
}

/** What is asked of the spinal canal. */
export const questionsOfCanal: readonly Asked[] = [retropulsion, canal, wall, compression]
