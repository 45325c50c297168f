import type { WorklistPage, WorklistQuery } from '@kyphoscreen/api/contract'
import { ruleset } from '@kyphoscreen/rules'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from 'react-router'
import { usePeople } from '../handling/people.ts'
import { Loaded } from '../loaded.tsx'
import { useReading } from '../reading.ts'
import { mayImport, mayRecord, useWho } from '../session.ts'
import { Announcer } from '../ui/announcer.tsx'
import { PlusIcon } from '../ui/icons.tsx'
import { useAskBefore } from '../ui/leave-question.tsx'
import { DayBar } from './day-bar.tsx'
import { Export } from './export.tsx'
import { Filters } from './filters.tsx'
import { listId, sortId, useFocusAfter } from './focus-after.ts'
import { Found } from './found.tsx'
import { NewsBar } from './news-bar.tsx'
import { Tiles } from './tiles.tsx'
import { useListAsked, useWorklistPage } from './use-worklist.ts'
import { Views } from './views.tsx'
import { writeHeading, writeReferrals } from './wording.ts'
import '../handling/handling.css'
import './table.css'
import './worklist.css'

const Heading = ({ says, page }: { says: string; page: WorklistPage | undefined }) => {
  const whole = page ? `${says} · ${writeReferrals(page.total)}` : says
  const [list, ...rest] = whole.split(' · ')
  return (
    <h1>
      {list} <span className="heading-rest">· {rest.join(' · ')}</span>
    </h1>
  )
}

const OutcomesRestOn = () => (
  <p className="fine">
    Outcomes by ruleset {ruleset.version}. {useReading(ruleset)}
  </p>
)

/** The navigator’s worklist: tiles, one list with its filters, and its referrals. */
export function Worklist() {
  const who = useWho()
  const queries = useQueryClient()
  const people = usePeople()
  const { query, ask } = useListAsked()
  const { page, place, go, change } = useWorklistPage(query)
  const focusAfter = useFocusAfter(page)
  const { askBefore, question } = useAskBefore('list')
  const says = writeHeading(query, people)
  const askFor = (changed: Partial<WorklistQuery>) => askBefore(() => ask(changed))
  const showAgain = () => {
    focusAfter(listId)
    void queries.invalidateQueries({ queryKey: ['tiles'] })
    void page.refetch()
  }
  return (
    <div className="page worklist">
      <title>Worklist · Kyphoscreen</title>
      <div className="page-head">
        <Heading says={says} page={page.data} />
        <div className="actions">
          <Export query={query} />
          {mayImport(who) ? (
            <Link className="button" to="/imports">
              Import referrals
            </Link>
          ) : null}
          {mayRecord(who) ? (
            <Link className="button button-main" to="/patients?for=referral">
              <PlusIcon /> New referral
            </Link>
          ) : null}
        </div>
      </div>
      <Announcer text={page.data ? `${says}: ${writeReferrals(page.data.total)}` : ''} />
      <Tiles query={query} />
      <Filters query={query} people={people} onAsk={askFor} />
      <Views query={query} onAsk={askFor} />
      {page.data ? (
        <>
          <DayBar asOf={page.data.asOf} onShow={() => askBefore(showAgain)} />
          <NewsBar query={query} page={page.data} onShow={() => askBefore(showAgain)} />
          <OutcomesRestOn />
        </>
      ) : null}
      <section id={listId} tabIndex={-1} className="stack" aria-label="The list">
        <Loaded query={page} what="the list">
          {(read: WorklistPage) => (
            <Found
              key={JSON.stringify([query, place.page])}
              query={query}
              page={read}
              place={place}
              people={people}
              mayChange={mayRecord(who)}
              onGo={(to) =>
                askBefore(() => {
                  focusAfter(listId)
                  go(to)
                })
              }
              onAsk={askFor}
              onSort={(sort) =>
                askBefore(() => {
                  focusAfter(sortId(sort.by))
                  ask({ sort })
                })
              }
              onChange={change}
            />
          )}
        </Loaded>
      </section>
      {question}
    </div>
  )
}
