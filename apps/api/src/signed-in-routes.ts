import rateLimit from '@fastify/rate-limit'
import underPressure from '@fastify/under-pressure'
import type { FastifyInstance } from 'fastify'
import { confirmer } from './accounts/confirm.ts'
import { accountRoutes } from './accounts/routes.ts'
import { registerSessions } from './accounts/sessions.ts'
import { accountStore } from './accounts/store.ts'
import { signInThrottle } from './accounts/throttle.ts'
import type { AppSettings } from './app.ts'
import { registerEvents } from './audit/events.ts'
import { receiptRoutes } from './audit/receipt-routes.ts'
import { clinicDay } from './clinic-day.ts'
import { worksBlind } from './decisions/blind-first.ts'
import { withholdOutcomes } from './decisions/blind-replies.ts'
import { impressionStore } from './decisions/impression-store.ts'
import { decisionRoutes } from './decisions/routes.ts'
import { decisionStore } from './decisions/store.ts'
import { importRoutes } from './imports/routes.ts'
import { startRunner } from './imports/runner.ts'
import { importStore } from './imports/store.ts'
import { serveOpenApi } from './openapi.ts'
import { patientRoutes } from './patients/routes.ts'
import { patientStore } from './patients/store.ts'
import { printRoutes } from './prints/routes.ts'
import { printStore } from './prints/store.ts'
import { assignStore } from './referrals/assign-store.ts'
import { changeRoutes } from './referrals/change-routes.ts'
import { changeStore } from './referrals/change-store.ts'
import { documentRoutes } from './referrals/document-routes.ts'
import { documentStore } from './referrals/document-store.ts'
import { evidenceRoutes } from './referrals/evidence-routes.ts'
import { evidenceStore } from './referrals/evidence-store.ts'
import { exportRoutes } from './referrals/export-routes.ts'
import { exportStore } from './referrals/export-store.ts'
import { newsRoutes } from './referrals/news-routes.ts'
import { newsStore } from './referrals/news-store.ts'
import { peopleStore } from './referrals/people-store.ts'
import { referralScreeningRoutes } from './referrals/referral-screening-routes.ts'
import { referralScreeningStore } from './referrals/referral-screening-store.ts'
import { replyRoutes } from './referrals/reply-routes.ts'
import { replyStore } from './referrals/reply-store.ts'
import { referralRoutes } from './referrals/routes.ts'
import { referralStore } from './referrals/store.ts'
import { taskRoutes } from './referrals/task-routes.ts'
import { taskStore } from './referrals/task-store.ts'
import { viewRoutes } from './referrals/view-routes.ts'
import { viewStore } from './referrals/view-store.ts'
import { worklistRoutes } from './referrals/worklist-routes.ts'
import { worklistStore } from './referrals/worklist-store.ts'
import { replayRoutes } from './replay/routes.ts'
import { replayStore } from './replay/store.ts'
import { draftRoutes } from './screenings/draft-routes.ts'
import { draftStore } from './screenings/draft-store.ts'
import { screeningRoutes } from './screenings/routes.ts'
import { screeningStore } from './screenings/store.ts'
import { settingsRoutes } from './settings/routes.ts'
import { settingsStore } from './settings/store.ts'
import { readingsOf } from './sign-offs/readings.ts'
import { signOffRoutes } from './sign-offs/routes.ts'
import { signOffStore } from './sign-offs/store.ts'
import { tellWhatIsShown } from './tells.ts'
import { guard } from './who.ts'

/** Everything that needs a session, and signing in. */
export async function signedInRoutes(
  app: FastifyInstance,
  settings: AppSettings & { secure: boolean },
): Promise<void> {
  const { database, databaseUrl, clock, secure, publicUrl, audit } = settings
  const accounts = accountStore(database, clock)
  const today = () => clinicDay(clock())
  await app.register(underPressure, { maxEventLoopDelay: settings.mostDelayMs ?? 1_000 })
  await app.register(rateLimit, { global: false, keyGenerator: ({ ip }) => ip ?? 'gone' })
  await registerSessions(app, { accounts, secure })
  app.addHook('onRequest', guard)
  tellWhatIsShown(app)
  withholdOutcomes(app, database)
  const throttle = signInThrottle(clock)
  await app.register(accountRoutes, {
    ...{ accounts, throttle, secure },
    worksBlind: (who) => worksBlind(database, who),
  })
  await app.register(patientRoutes, { patients: patientStore(database, clock), today })
  const { recordAct } = app.audit
  const confirm = confirmer(accounts, throttle)
  const readings = readingsOf(database)
  await app.register(screeningRoutes, {
    screenings: screeningStore(database, { clock, recordAct }),
    readings,
    today,
  })
  await app.register(decisionRoutes, {
    decisions: decisionStore(database, { clock, recordAct }),
    impressions: impressionStore(database, clock),
    confirm,
  })
  await app.register(receiptRoutes, app.audit)
  await registerEvents(app, { database, clock, publicUrl, audit })
  await app.register(draftRoutes, { drafts: draftStore(database, clock) })
  await app.register(referralRoutes, {
    referrals: referralStore(database, clock),
    people: peopleStore(database),
    today,
  })
  await app.register(changeRoutes, {
    changes: changeStore(database, clock),
    assignments: assignStore(database, clock),
    today,
  })
  await app.register(documentRoutes, { documents: documentStore(database, clock), today })
  await app.register(evidenceRoutes, { evidence: evidenceStore(database, clock) })
  await app.register(referralScreeningRoutes, {
    screenings: referralScreeningStore(database, clock),
    readings,
  })
  await app.register(replyRoutes, { replies: replyStore(database, clock) })
  await app.register(taskRoutes, { tasks: taskStore(database, clock) })
  await app.register(worklistRoutes, { worklist: worklistStore(database, today) })
  const signedIn = async (sessionId: string) => (await accounts.resume(sessionId)) !== null
  await app.register(exportRoutes, { exports: exportStore(database, today), today })
  await app.register(viewRoutes, { views: viewStore(database) })
  await app.register(newsRoutes, { news: newsStore(database), today, signedIn })
  const runner = startRunner({
    database,
    databaseUrl,
    clock,
    tellFault: (error) => app.log.error({ err: error }, 'an import failed'),
  })
  app.addHook('onClose', runner.stop)
  const imports = importStore(database, { databaseUrl, clock, wake: runner.wake })
  await app.register(importRoutes, { imports })
  await app.register(settingsRoutes, { settings: settingsStore(database, clock) })
  const replays = replayStore(database, {
    journal: app.audit.journal,
    clock,
    tellFailure: (error) => app.log.error({ err: error }, 'a replay failed'),
  })
  await app.register(replayRoutes, { replays })
  await app.register(printRoutes, { prints: printStore(database) })
  const signOffs = signOffStore(database, clock)
  await app.register(signOffRoutes, { signOffs, confirm })
  await serveOpenApi(app)
}
