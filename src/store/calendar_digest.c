/* The digest of what calendars show. */
#include "store/calendar_sql.h"

static void
digest_add(GChecksum *digest, const char *text)
{
	g_checksum_update(digest, (const guchar *)(text != NULL ? text : "\002"), -1);
	g_checksum_update(digest, (const guchar *)"\001", 1);
}

static void
digest_lines(GChecksum *digest, const struct calendar_row *row)
{
	for (guint i = 0; i < row->n_lines; i++) {
		const struct calendar_line *line = &row->lines[i];
		digest_add(digest, line->date);
		digest_add(digest, line->start_time);
		digest_add(digest, line->end_time);
		digest_add(digest, line->title);
		digest_add(digest, line->room);
	}
}

static void
digest_number(GChecksum *digest, gint64 number)
{
	char text[24];
	g_snprintf(text, sizeof text, "%" G_GINT64_FORMAT, number);
	digest_add(digest, text);
}

/* Every member of the row that is not bookkeeping. */
static bool
digest_row(const struct calendar_row *row, gpointer user, GError **error)
{
	(void)error;
	GChecksum *digest = user;
	const char *const words[] = {row->parent_uid,   row->date,
				     row->last_date,    row->welcome_time,
				     row->start_time,   row->end_time,
				     row->title,        row->short_title,
				     row->mode,         row->time_zone,
				     row->online_link,  row->access,
				     row->audience,     row->registration_deadline,
				     row->kind,         row->venue,
				     row->address,      row->postal_code,
				     row->town,         row->session_title,
				     row->session_room, row->session_description};
	for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
		digest_add(digest, words[i]);
	digest_number(digest, (gint64)calendar_state(row->status));
	digest_number(digest, row->day_number);
	digest_number(digest, row->day_count);
	digest_number(digest, row->day_count > 1 ? row->days_known : 1);
	digest_lines(digest, row);
	return true;
}

/* An entry that no calendar shows has a digest too, so that its coming back is a change. */
static char *
digest_of(Store *store, enum calendar_query query, gint64 id, GError **error)
{
	GChecksum *digest = g_checksum_new(G_CHECKSUM_SHA1);
	bool done = calendar_row_one(store, query, id, digest_row, digest, error);
	char *text = done ? g_strdup(g_checksum_get_string(digest)) : NULL;
	g_checksum_free(digest);
	return text;
}

char *
calendar_day_digest(Store *store, gint64 day_id, GError **error)
{
	return digest_of(store, QUERY_DAYS, day_id, error);
}

char *
calendar_session_digest(Store *store, gint64 session_id, GError **error)
{
	return digest_of(store, QUERY_SESSIONS, session_id, error);
}
