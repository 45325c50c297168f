/** What this screening cannot know and cannot prove, for everybody who reads the rules; by an id of its own. */
export const limits = {
  'recorded-facts-only':
    'It sees what was recorded and nothing else: no image, no report, no patient. Whether a recorded fact is true it cannot tell.',
  'two-pages':
    'It rests on two pages that a clinic wrote for the public. They are no guideline and no trial, and they are silent on much: where they are, the reading and the clinic-set numbers are ours.',
  'no-words-for-sizes':
    'The pages give no number for severe pain, for significant retropulsion or for how long a fracture counts as subacute. Those numbers are clinic-set, and a clinic may set others.',
  'unsuitable-conditions':
    'One page says that some medical conditions make the procedure unsuitable and names none. The red flags are our list; one that is not on it is not looked for.',
  'no-benefit':
    'It does not say whether the procedure would help, how likely a complication is, or whether something else would help more.',
  'no-outcomes':
    'Nobody has compared its outcomes with what happened to patients. That the rules do what this page says is tested; that the page says the right thing is for clinicians to judge.',
  'one-day':
    'A result holds for the day it was made on and the facts known then. A newer scan, more days of care or a changed pain need a new screening.',
  'not-the-decision':
    'It says whether documented criteria are met. It decides nothing: a surgeon does, and may decide otherwise.',
} as const satisfies Record<string, string>
