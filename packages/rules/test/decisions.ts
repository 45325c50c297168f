import { readTable } from './decision-table.ts'

/** Only an MRI meets it; "days" compares the onset, the MRI and the day of assessment. */
export const activeFractureOnMri = readTable(`
finding         | edema                | MRI          | other imaging | days                                          | status
not recorded    | not recorded         | not possible | active        | any                                           | needs-review
not recorded    | not recorded         | any          | any           | any                                           | unknown
any             | any                  | any          | any           | MRI before onset                              | unknown
no-fracture     | any                  | any          | any           | any                                           | not-met
chronic         | absent, not recorded | any          | any           | any                                           | not-met
not recorded    | absent               | any          | any           | any                                           | not-met
indeterminate   | any                  | any          | any           | any                                           | needs-review
acute, subacute | absent               | any          | any           | any                                           | needs-review
chronic         | present              | any          | any           | any                                           | needs-review
acute, subacute | any                  | any          | any           | onset more than 84 days ago                   | needs-review
not recorded    | present              | any          | any           | onset more than 84 days ago                   | needs-review
acute, subacute | any                  | any          | any           | onset not recorded, onset 84 days ago or less | met
not recorded    | present              | any          | any           | onset not recorded, onset 84 days ago or less | met
`)

/** Care days run from the start of care; "counts" is medication, bracing, physical therapy, injection or unspecified. */
export const failedConservativeCare = readTable(`
response                       | forms                   | time in care                                   | status
any                            | any                     | accounts differ                                | refused
any                            | any                     | longer than the fracture is old                | refused
not-tried                      | some count, none counts | any                                            | refused
not-tried                      | any                     | 1 to 13 days, 14 to 42 days, over 42 days      | refused
improving, resolved, not-tried | any                     | any                                            | not-met
any                            | any                     | no days, 1 to 13 days                          | not-met yet
any                            | any                     | not recorded and every onset under 14 days ago | not-met yet
any                            | any                     | not recorded                                   | unknown
not recorded                   | any                     | any                                            | unknown
failed                         | not recorded            | any                                            | unknown
failed                         | empty list, none counts | any                                            | needs-review
failed                         | some count              | 14 to 42 days                                  | met
failed                         | some count              | over 42 days                                   | met, check the fracture is still active
`)

/** "May be contraindicated": not met is the surgeon's to decide. */
export const noSignificantRetropulsion = readTable(`
retropulsion                  | canal                  | wall      | cord or cauda | status
significant                   | any                    | any       | any           | not-met
any                           | 20 % or more           | any       | any           | not-met
mild, present-size-not-stated | any                    | any       | any           | needs-review
any                           | above 0 and under 20 % | any       | any           | needs-review
any                           | any                    | disrupted | any           | needs-review
any                           | any                    | any       | compressed    | needs-review
none                          | any                    | any       | any           | met
not recorded                  | any                    | any       | any           | unknown
`)

/** On a scale of 0 to 10; a score on 0 to 100 is divided by ten. */
export const severePainLimitingLife = readTable(`
score                            | word                  | from fracture | life         | status
without its scale, off its scale | any                   | any           | any          | refused
any                              | any                   | no            | any          | not-met
any                              | any                   | any           | not limited  | not-met
under 5                          | another, not recorded | any           | any          | not-met
not recorded                     | another               | any           | any          | not-met
5 to under 7                     | any                   | any           | any          | needs-review
under 5                          | severe                | any           | any          | needs-review
7 or more                        | another               | any           | any          | needs-review
not recorded                     | not recorded          | any           | any          | unknown
any                              | any                   | any           | not recorded | unknown
not recorded                     | severe                | any           | any          | met, the number is a gap
7 or more                        | severe, not recorded  | any           | any          | met
`)

/** A level's outcome; "patience" says whether a reason not to wait for two weeks of care is recorded. */
export const levelOutcome = readTable(`
red flag | mri                        | care                 | canal                      | pain                       | patience  | cause      | place   | age      | levels     | height       | outcome
recorded | any                        | any                  | any                        | any                        | any       | any        | any     | any      | any        | any          | needs-surgeon-review
none     | not-met                    | any                  | any                        | any                        | any       | benign     | any     | any      | any        | any          | needs-surgeon-review
none     | any                        | not-met, not-met yet | any                        | any                        | any       | benign     | any     | any      | any        | any          | needs-surgeon-review
none     | any                        | any                  | not-met                    | any                        | any       | benign     | any     | any      | any        | any          | needs-surgeon-review
none     | any                        | any                  | any                        | not-met                    | any       | benign     | any     | any      | any        | any          | needs-surgeon-review
none     | met, needs-review, unknown | not-met yet          | met, needs-review, unknown | met, needs-review, unknown | exception | any        | any     | any      | any        | any          | needs-surgeon-review
none     | met, needs-review, unknown | not-met yet          | met, needs-review, unknown | met, needs-review, unknown | any       | malignancy | any     | any      | any        | any          | needs-surgeon-review
none     | not-met                    | any                  | any                        | any                        | any       | any        | any     | any      | any        | any          | does-not-meet
none     | any                        | not-met, not-met yet | any                        | any                        | any       | any        | any     | any      | any        | any          | does-not-meet
none     | any                        | any                  | not-met                    | any                        | any       | any        | any     | any      | any        | any          | does-not-meet
none     | any                        | any                  | any                        | not-met                    | any       | any        | any     | any      | any        | any          | does-not-meet
none     | any                        | any                  | any                        | any                        | any       | any        | outside | any      | any        | any          | needs-surgeon-review
none     | any                        | any                  | any                        | any                        | any       | any        | any     | under 18 | any        | any          | needs-surgeon-review
none     | unknown                    | any                  | any                        | any                        | any       | any        | any     | any      | any        | any          | insufficient-information
none     | any                        | unknown              | any                        | any                        | any       | any        | any     | any      | any        | any          | insufficient-information
none     | any                        | any                  | unknown                    | any                        | any       | any        | any     | any      | any        | any          | insufficient-information
none     | any                        | any                  | any                        | unknown                    | any       | any        | any     | any      | any        | any          | insufficient-information
none     | needs-review               | any                  | any                        | any                        | any       | any        | any     | any      | any        | any          | needs-surgeon-review
none     | any                        | needs-review         | any                        | any                        | any       | any        | any     | any      | any        | any          | needs-surgeon-review
none     | any                        | any                  | needs-review               | any                        | any       | any        | any     | any      | any        | any          | needs-surgeon-review
none     | any                        | any                  | any                        | needs-review               | any       | any        | any     | any      | any        | any          | needs-surgeon-review
none     | any                        | any                  | any                        | any                        | any       | any        | any     | any      | over three | any          | needs-surgeon-review
none     | any                        | any                  | any                        | any                        | any       | trauma     | any     | any      | any        | any          | needs-surgeon-review
none     | any                        | any                  | any                        | any                        | any       | benign     | any     | any      | any        | any          | needs-surgeon-review
none     | any                        | any                  | any                        | any                        | any       | any        | any     | any      | any        | 67 % or more | needs-surgeon-review
none     | met                        | met                  | met                        | met                        | any       | any        | any     | any      | any        | any          | meets
`)
