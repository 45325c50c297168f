/** What the log cannot tell, said beside it. */
export const CannotTell = () => (
  <details className="audit-limits">
    <summary>What this list cannot tell</summary>
    <ul>
      <li>
        It tells what the server showed, not what somebody read. A list or a search that showed a
        patient among others is found with that patient, and says how many patients it showed.
      </li>
      <li>
        An export of the log, and a part of an import that was stored, name no patient, for they may
        hold thousands: they are in the whole list, under <em>Exports</em> and <em>Imports</em>, and
        not in the list of one patient. An export of referrals names its patients.
      </li>
      <li>
        A photograph of the screen, a note by hand, or a page printed without a connection leaves no
        entry.
      </li>
      <li>
        Whoever reads the database itself, or a backup, leaves none either. Entries that are changed
        there are found by the check above.
      </li>
      <li>What happened before the log began is not in it.</li>
      <li>Looking at the log is in the log, with what was asked for.</li>
    </ul>
  </details>
)
