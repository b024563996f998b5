import 'server-only'

/** What an export says of one table: the columns that it carries, and why it leaves the others out. */
interface Exported {
  /** The column that says whose a row is. */
  owner: string
  columns: readonly string[]
  left: Readonly<Record<string, string>>
  orderBy: string
}

const whose = 'the export is of one learner: every row is theirs'

/**
 * Every table that holds something of a learner's, every column of it by name. `tests/server/export.test.ts`
 * compares this with the database: a table or a column that is not named here fails it.
 */
export const exportedTables = {
  users: {
    owner: 'id',
    columns: [
      ...['id', 'email', 'email_verified_at', 'name', 'image', 'zone', 'day_starts_at', 'two_buttons'],
      ...['session_cards', 'session_minutes', 'new_per_day', 'reviews_per_day', 'plan', 'created_at'],
    ],
    left: { password_hash: 'a secret', tallied_by: 'says how its tables were counted' },
    orderBy: 'id',
  },
  accounts: {
    owner: 'user_id',
    columns: ['type', 'provider', 'provider_account_id', 'created_at'],
    left: { user_id: whose },
    orderBy: 'provider, provider_account_id',
  },
  sessions: {
    owner: 'user_id',
    columns: ['opened_by', 'created_at', 'expires_at'],
    left: { user_id: whose, id: 'names a signed-in browser' },
    orderBy: 'created_at, id',
  },
  section_reads: {
    owner: 'user_id',
    columns: ['lesson', 'section', 'read_at'],
    left: { user_id: whose },
    orderBy: 'lesson, section',
  },
  lesson_visits: {
    owner: 'user_id',
    columns: ['lesson', 'section', 'visited_at'],
    left: { user_id: whose },
    orderBy: 'lesson',
  },
  review_events: {
    owner: 'user_id',
    columns: [
      ...['id', 'card_id', 'kind', 'grade', 'shift', 'undoes', 'until_day', 'flag', 'reviewed_at', 'zone'],
      ...['day_starts_at', 'local_day', 'duration_ms', 'source', 'received_at', 'variant_seed'],
    ],
    left: { user_id: whose },
    orderBy: 'reviewed_at, id',
  },
  card_states: {
    owner: 'user_id',
    columns: [
      ...[
        'card_id',
        'due_day',
        'stability',
        'difficulty',
        'reps',
        'lapses',
        'last_grade',
        'last_reviewed_at',
      ],
      ...['last_day', 'first_day', 'shift', 'suspended', 'buried_until', 'flag', 'added_at', 'last_event_id'],
      'last_event_at',
    ],
    left: { user_id: whose },
    orderBy: 'card_id',
  },
  review_days: {
    owner: 'user_id',
    columns: [
      ...['day', 'reviews', 'spent_ms', 'met', 'practised', 'practised_ms', 'young_asked', 'young_recalled'],
      ...['mature_asked', 'mature_recalled', 'loss_micros'],
    ],
    left: { user_id: whose },
    orderBy: 'day',
  },
  recall_tallies: {
    owner: 'user_id',
    columns: ['card_id', 'bin', 'asked', 'recalled', 'expected_micros'],
    left: { user_id: whose },
    orderBy: 'card_id, bin',
  },
  own_cards: {
    owner: 'user_id',
    columns: [
      ...['id', 'question', 'answer', 'lesson', 'heading', 'tags', 'created_at', 'updated_at', 'deleted_at'],
    ],
    left: { user_id: whose },
    orderBy: 'created_at, id',
  },
  card_notes: {
    owner: 'user_id',
    columns: ['card_id', 'text', 'updated_at'],
    left: { user_id: whose },
    orderBy: 'card_id',
  },
  card_reports: {
    owner: 'user_id',
    columns: ['id', 'card_id', 'text', 'created_at'],
    left: { user_id: whose },
    orderBy: 'created_at, id',
  },
  settings_changes: {
    owner: 'user_id',
    columns: ['id', 'before', 'after', 'changed_at'],
    left: { user_id: whose },
    orderBy: 'changed_at, id',
  },
  weight_fits: {
    owner: 'user_id',
    columns: [
      ...['id', 'by_itself', 'requested_at', 'grades', 'progress', 'finished_at', 'outcome', 'reviews'],
      ...['held_out', 'loss_before', 'loss_after', 'compared_with', 'weights'],
    ],
    left: {
      user_id: whose,
      holder: 'names a process of the server that works at it',
      lease_until: 'until when that process holds it',
      attempts: 'how often it was taken up',
    },
    orderBy: 'requested_at, id',
  },
  api_tokens: {
    owner: 'user_id',
    columns: ['name', 'scopes', 'created_at', 'expires_at', 'last_used_at'],
    left: { user_id: whose, id: 'names a token that opens this account', hash: 'a secret' },
    orderBy: 'created_at, id',
  },
  reminders: {
    owner: 'user_id',
    columns: ['is_on', 'hour', 'least_due', 'look_at', 'sent_day', 'sent_at', 'unanswered'],
    left: { user_id: whose },
    orderBy: 'hour',
  },
  calendar_feeds: {
    owner: 'user_id',
    columns: ['created_at', 'last_read_at'],
    left: { user_id: whose, hash: 'a secret' },
    orderBy: 'created_at',
  },
} as const satisfies Record<string, Exported>

export type ExportedTable = keyof typeof exportedTables

/** Tables that hold nothing of a learner's that is theirs to take along, and why. */
export const otherTables: Readonly<Record<string, string>> = {
  verification_tokens: 'one-time links by e-mail, hashed, half an hour old at most',
  attempts: 'counts of attempts by a keyed hash that names nobody, gone within the hour',
  _prisma_migrations: 'the history of the schema',
}
