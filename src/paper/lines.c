/* What was printed of each person: a badge is printed anew when it shows something else. */
#include "base/error.h"
#include "base/i18n.h"
#include "core/document.h"
#include "paper/paper.h"

static void
lines_digest(struct paper *paper)
{
	for (guint i = 0; i < paper->attendees->len; i++) {
		struct paper_person *person = paper->attendees->pdata[i];
		g_autoptr(GChecksum) digest = g_checksum_new(G_CHECKSUM_SHA1);
		paper->making->digest_line(paper, person, digest);
		person->digest = paper_keep(paper, g_checksum_get_string(digest));
	}
}

/* What was printed last: attendee id -> digest; of those without a registration, the set of their
 * digests. */
struct lines_printed {
	GHashTable *last;
	GHashTable *nameless;
};

static bool
lines_read(struct lines_printed *printed, Store *store, gint64 document_id, GError **error)
{
	g_autoptr(Rows) lines =
		store_of(store, &entity_document_line, "document_id", document_id, error);
	for (guint i = 0; lines != NULL && i < lines->n; i++) {
		const struct document_line *line = lines->row[i];
		if (line->digest == NULL)
			continue;
		if (line->attendee_id == 0)
			g_hash_table_add(printed->nameless, g_strdup(line->digest));
		else
			g_hash_table_insert(printed->last,
					    g_memdup2(&line->attendee_id, sizeof(gint64)),
					    g_strdup(line->digest));
	}
	return lines != NULL;
}

static void
lines_printed_init(struct lines_printed *printed)
{
	printed->last = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
	printed->nameless = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
}

static void
lines_printed_clear(struct lines_printed *printed)
{
	g_hash_table_unref(printed->last);
	g_hash_table_unref(printed->nameless);
}

static bool
line_is_printed(const struct lines_printed *printed, const struct paper_person *person)
{
	if (person->attendee_id == 0)
		return g_hash_table_contains(printed->nameless, person->digest);
	return g_strcmp0(g_hash_table_lookup(printed->last, &person->attendee_id),
			 person->digest) == 0;
}

/* ---- who is printed anew ------------------------------------------------------------------------
 */

/* Keep those who have CHANGED, when that was asked for; none of them: a file that is gone is made
 * again with all, else there is nothing to do. */
static bool
lines_choose(struct paper *paper, GPtrArray *changed, GError **error)
{
	const struct paper_choice *choice = paper->choice;
	if (!choice->changed || changed->len == paper->attendees->len)
		return true;
	if (changed->len == 0 && choice->unless_there)
		return true;
	if (changed->len == 0 && choice->blank == 0)
		return fail(error, ERROR_NOTHING, "%s", _(paper->making->unchanged));
	paper->partial = true;
	g_ptr_array_set_free_func(paper->attendees, NULL);
	for (guint i = 0; i < paper->attendees->len; i++)
		if (!g_ptr_array_find(changed, paper->attendees->pdata[i], NULL))
			g_free(paper->attendees->pdata[i]);
	g_ptr_array_set_size(paper->attendees, 0);
	g_ptr_array_extend(paper->attendees, changed, NULL, NULL);
	g_ptr_array_set_free_func(paper->attendees, g_free);
	return true;
}

bool
paper_compare_lines(struct paper *paper, const GPtrArray *versions, GError **error)
{
	struct lines_printed printed;
	g_autoptr(GPtrArray) changed = g_ptr_array_new();
	bool done = true;
	lines_printed_init(&printed);
	for (guint i = 0; done && i < versions->len; i++)
		done = lines_read(&printed, paper->store,
				  ((struct document *)versions->pdata[i])->id, error);
	lines_digest(paper);
	for (guint i = 0; i < paper->attendees->len; i++)
		if (!line_is_printed(&printed, paper->attendees->pdata[i]))
			g_ptr_array_add(changed, paper->attendees->pdata[i]);
	lines_printed_clear(&printed);
	paper->is_new = changed->len > 0 || versions->len == 0;
	return done && lines_choose(paper, changed, error);
}

/* ---- its record ---------------------------------------------------------------------------------
 */

bool
paper_record_line(struct paper *paper, gint64 document_id, guint line,
		  const struct paper_person *person, GError **error)
{
	struct document_line *row = entity_new(&entity_document_line);
	row->document_id = document_id;
	row->line = line;
	row->attendee_id = person->attendee_id;
	text_set(&row->digest, person->digest);
	bool done = store_insert(paper->store, &entity_document_line, row, error);
	entity_free(&entity_document_line, row);
	return done;
}

bool
paper_record_lines(struct paper *paper, gint64 document_id, GError **error)
{
	for (guint i = 0; i < paper->attendees->len; i++)
		if (!paper_record_line(paper, document_id, i + 1, paper->attendees->pdata[i],
				       error))
			return false;
	return true;
}
