import type { Role } from '../src/contract.ts'

/** What a route answers each role, and somebody who is signed out. */
export type Cell = Record<Role | 'nobody', number>

const cell = (surgeon: number, navigator: number, admin: number, nobody: number): Cell => ({
  surgeon,
  navigator,
  admin,
  nobody,
})

const all = (status: number) => cell(status, status, status, 401)
const screening = (status: number) => cell(status, status, 403, 401)
const importing = (status: number) => cell(403, status, status, 401)
const deciding = (status: number) => cell(status, 403, 403, 401)
const anyone = (status: number) => cell(status, status, status, status)

/** What each route answers each role and somebody who is signed out; a route that is not here fails. */
export const cells: Record<string, Cell> = {
  'GET /api/health/live': anyone(200),
  'GET /api/health/ready': anyone(200),
  'POST /api/session': anyone(201),
  'GET /api/session': all(200),
  'DELETE /api/session': all(204),
  'POST /api/patients': screening(201),
  'POST /api/patients/search': all(200),
  'GET /api/patients/:id': all(200),
  'GET /api/patients/:id/screenings': all(200),
  'GET /api/patients/:id/referrals': all(200),
  'POST /api/evaluations': all(200),
  'POST /api/screenings': screening(201),
  'GET /api/screenings/:id': all(200),
  'GET /api/screenings/:id/receipt': all(200),
  'GET /api/decisions/:id/receipt': all(404),
  'GET /api/audit/key': all(200),
  'GET /api/audit/log': cell(403, 403, 200, 401),
  'POST /api/screenings/:id/decisions': deciding(201),
  'GET /api/screenings/:id/decisions': all(200),
  'POST /api/screenings/:id/impression': deciding(409),
  'GET /api/settings': all(200),
  'PUT /api/settings': cell(403, 403, 200, 401),
  'PUT /api/patients/:id/draft': screening(200),
  'GET /api/patients/:id/draft': screening(200),
  'DELETE /api/patients/:id/draft': screening(204),
  'GET /api/people': all(200),
  'POST /api/referrals': screening(201),
  'GET /api/referrals/:id': all(200),
  'PATCH /api/referrals/:id': screening(200),
  'POST /api/referrals/:id/steps': screening(201),
  'POST /api/referrals/:id/notes': screening(201),
  'POST /api/referrals/:id/documents': screening(201),
  'PATCH /api/referrals/:id/documents/:documentId': screening(200),
  'POST /api/referrals/:id/tasks': screening(201),
  'PATCH /api/referrals/:id/tasks/:taskId': screening(200),
  'POST /api/referrals/:id/evidence': screening(201),
  'POST /api/referrals/:id/rulings': screening(201),
  'POST /api/referrals/:id/screenings': screening(201),
  'GET /api/referrals/:id/reply': all(200),
  'POST /api/referrals/:id/replies': screening(201),
  'POST /api/referrals/assign': screening(200),
  'POST /api/referrals/search': all(200),
  'POST /api/referrals/tiles': all(200),
  'POST /api/referrals/news': all(200),
  'POST /api/referrals/export': all(200),
  'GET /api/views': all(200),
  'POST /api/views': all(201),
  'PUT /api/views/:id': all(404),
  'DELETE /api/views/:id': all(404),
  'GET /api/referrals/events': all(200),
  'POST /api/imports': importing(201),
  'GET /api/imports': importing(200),
  'GET /api/imports/:id': importing(200),
  'GET /api/imports/:id/preview': importing(200),
  'PUT /api/imports/:id/mapping': importing(200),
  'POST /api/imports/:id/dry-run': importing(202),
  'POST /api/imports/:id/run': importing(202),
  'POST /api/imports/:id/cancel': importing(200),
  'GET /api/imports/:id/first-errors': importing(200),
  'GET /api/imports/:id/errors': importing(200),
  'GET /api/ruleset': all(200),
  'GET /api/openapi.json': all(200),
  'GET /api/docs': all(200),
  'GET /api/docs/json': all(200),
  'GET /api/docs/yaml': all(200),
  'GET /api/docs/static/*': all(200),
  'GET /api/docs/static/index.html': all(302),
  'GET /api/docs/static/swagger-initializer.js': all(200),
}
