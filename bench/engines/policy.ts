import {
  absent,
  all,
  any,
  below,
  type DecisionList,
  from,
  is,
  oneOf,
  over,
  withoutAbsence,
} from './decision-list.ts'

const fracture: DecisionList = {
  name: 'fracture',
  clauses: [
    [
      all(
        absent('mriFinding'),
        absent('mriMarrowEdema'),
        is('mriNotPossible', true),
        is('otherImagingActive', true),
      ),
      'needs-review',
    ],
    [all(absent('mriFinding'), absent('mriMarrowEdema')), 'unknown'],
    [is('mriBeforeOnset', true), 'unknown'],
    [is('mriFinding', 'no-fracture'), 'not-met'],
    [all(is('mriFinding', 'chronic'), is('mriMarrowEdema', true)), 'needs-review'],
    [is('mriFinding', 'chronic'), 'not-met'],
    [all(absent('mriFinding'), is('mriMarrowEdema', false)), 'not-met'],
    [is('mriFinding', 'indeterminate'), 'needs-review'],
    [is('mriMarrowEdema', false), 'needs-review'],
    [over('onsetDays', 84), 'needs-review'],
    [any(oneOf('mriFinding', 'acute', 'subacute'), is('mriMarrowEdema', true)), 'met'],
  ],
  otherwise: 'not-met',
}

const care: DecisionList = {
  name: 'care',
  clauses: [
    [oneOf('careResponse', 'improving', 'resolved', 'not-tried'), 'not-met'],
    [below('careDays', 14), 'not-yet'],
    [all(absent('careDays'), below('oldestFractureDays', 14)), 'not-yet'],
    [any(absent('careDays'), absent('careResponse'), absent('careListed')), 'unknown'],
    [is('careListed', false), 'needs-review'],
    [all(from('careDays', 14), is('careResponse', 'failed')), 'met'],
  ],
  otherwise: 'not-met',
}

const canal: DecisionList = {
  name: 'canal',
  clauses: [
    [any(is('retropulsion', 'significant'), from('canalCompromisePercent', 20)), 'not-met'],
    [
      any(
        oneOf('retropulsion', 'mild', 'present-size-not-stated'),
        over('canalCompromisePercent', 0),
        is('posteriorWall', 'disrupted'),
        is('cordOrCaudaCompression', true),
      ),
      'needs-review',
    ],
    [absent('retropulsion'), 'unknown'],
  ],
  otherwise: 'met',
}

const anotherWord = oneOf('painSeverity', 'none', 'mild', 'moderate')

const pain: DecisionList = {
  name: 'pain',
  clauses: [
    [is('painFromFracture', false), 'not-met'],
    [is('qualityOfLifeLimited', false), 'not-met'],
    [all(absent('painOfTen'), anotherWord), 'not-met'],
    [all(below('painOfTen', 5), anotherWord), 'not-met'],
    [all(below('painOfTen', 5), absent('painSeverity')), 'not-met'],
    [below('painOfTen', 7), 'needs-review'],
    [anotherWord, 'needs-review'],
    [all(absent('painOfTen'), absent('painSeverity')), 'unknown'],
    [absent('qualityOfLifeLimited'), 'unknown'],
    [any(from('painOfTen', 7), is('painSeverity', 'severe')), 'met'],
  ],
  otherwise: 'not-met',
}

const standings = ['fracture', 'care', 'canal', 'pain'] as const
const someIs = (standing: string) => any(...standings.map((name) => is(name, standing)))
const isNotFailing = (name: string) => oneOf(name, 'met', 'needs-review', 'unknown')
const someFails = any(someIs('not-met'), is('care', 'not-yet'))

const outcome: DecisionList = {
  name: 'outcome',
  clauses: [
    [
      any(
        is('neurologicDeficit', true),
        is('cordOrCaudaCompression', true),
        is('activeInfection', true),
        is('spinalInstability', true),
        is('pregnant', true),
        is('uncorrectedCoagulopathy', true),
        is('cementAllergy', true),
        is('epiduralTumor', true),
      ),
      'needs-surgeon-review',
    ],
    [
      all(
        is('care', 'not-yet'),
        isNotFailing('fracture'),
        isNotFailing('canal'),
        isNotFailing('pain'),
        any(
          oneOf('earlyException', 'hospitalized', 'bedridden', 'medication-intolerant'),
          is('cause', 'malignancy'),
        ),
      ),
      'needs-surgeon-review',
    ],
    [all(someFails, is('cause', 'benign-lesion')), 'needs-surgeon-review'],
    [someFails, 'does-not-meet'],
    [any(oneOf('spine', 'C', 'S'), below('ageYears', 18)), 'needs-surgeon-review'],
    [someIs('unknown'), 'insufficient-information'],
    [someIs('needs-review'), 'needs-surgeon-review'],
    [
      any(
        over('levelCount', 3),
        oneOf('cause', 'high-energy-trauma', 'benign-lesion'),
        from('heightLossPercent', 67),
      ),
      'needs-surgeon-review',
    ],
  ],
  otherwise: 'meets',
}

/** What an engine is given: the four criteria, and the outcome of a level, which reads how they stand. */
export type Policy = { readonly criteria: readonly DecisionList[]; readonly outcome: DecisionList }

const criteria = [fracture, care, canal, pain] as const

/** The policy with every clause, those about what is not recorded included. */
export const everyClause: Policy = { criteria, outcome }

/** The policy the ordinary way: what was asked for, and no clause about what is not recorded. */
export const ordinary: Policy = { criteria: criteria.map(withoutAbsence), outcome }
