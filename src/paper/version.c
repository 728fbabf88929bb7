/* Versions of papers: a number that says which of two is the later, and a code that says which
 * sheet came back signed. */
#include <string.h>

#include "base/clock.h"
#include "core/document.h"
#include "core/status.h"
#include "paper/writers.h"
#include "store/door.h"

#define CODE_LENGTH 8
/* No vowel a nor letters that are taken for each other when they are written by hand. */
static const char code_letters[] = "bcdefghijklnoprstuvxy";

/* ---- what it shows ------------------------------------------------------------------------------
 */

void
digest_add(GChecksum *digest, const char *text)
{
	g_checksum_update(digest, (const guchar *)(text != NULL ? text : "\002"), -1);
	g_checksum_update(digest, (const guchar *)"\001", 1);
}

void
digest_number(GChecksum *digest, gint64 number)
{
	char text[24];
	g_snprintf(text, sizeof text, "%" G_GINT64_FORMAT, number);
	digest_add(digest, text);
}

static void
digest_letterhead(GChecksum *digest, const struct document_letterhead *letterhead)
{
	digest_add(digest, letterhead->centre);
	digest_add(digest, letterhead->address);
	digest_add(digest, letterhead->funders_mention);
	if (letterhead->logo != NULL)
		g_checksum_update(digest, (const guchar *)letterhead->logo,
				  (gssize)letterhead->logo_size);
}

static void
digest_event(GChecksum *digest, const struct document_event *event)
{
	const char *const words[] = {event->title,
				     event->kind,
				     event->first_date,
				     event->last_date,
				     event->start_time,
				     event->end_time,
				     event->place,
				     event->room,
				     event->town,
				     event->session,
				     event->partners,
				     event->changed,
				     event->cancelled   ? "cancelled"
				     : event->postponed ? "postponed"
							: NULL};
	for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
		digest_add(digest, words[i]);
	for (gsize i = 0; event->days != NULL && event->days[i] != NULL; i++)
		digest_add(digest, event->days[i]);
}

void
digest_person(GChecksum *digest, const struct paper_person *person, bool contact)
{
	const struct document_person *shown = &person->shown;
	digest_number(digest, person->attendee_id);
	digest_add(digest, shown->last_name);
	digest_add(digest, shown->first_name);
	digest_add(digest, shown->function);
	digest_add(digest, shown->organisation);
	digest_add(digest, shown->department);
	if (!contact)
		return;
	digest_add(digest, shown->email);
	digest_add(digest, shown->phone);
	digest_add(digest, shown->workshop);
	digest_add(digest, shown->status);
	digest_add(digest, shown->number);
}

/* Whose it is, and what each of its lines shows where that is asked for one by one. */
static char *
paper_digest(const struct paper *paper)
{
	g_autoptr(GChecksum) digest = g_checksum_new(G_CHECKSUM_SHA1);
	digest_letterhead(digest, &paper->letterhead);
	digest_event(digest, &paper->event);
	if (paper->making->compose != NULL)
		writings_digest(paper, digest);
	else if (paper->making->digest != NULL)
		paper->making->digest(paper, digest);
	for (guint i = 0; paper->making->digest_line != NULL && i < paper->attendees->len; i++)
		digest_add(digest, ((struct paper_person *)paper->attendees->pdata[i])->digest);
	return g_strdup(g_checksum_get_string(digest));
}

/* ---- its version --------------------------------------------------------------------------------
 */

static gint64
session_id(const struct paper *paper)
{
	return paper->session != NULL ? paper->session->id : 0;
}

static bool
is_same_paper(const struct paper *paper, const struct document *document)
{
	return strcmp(document->kind, paper->choice->document) == 0 &&
	       document->session_id == session_id(paper);
}

/* By when they were printed: a copy that was taken along has versions of its own. */
static gint
version_order(gconstpointer one, gconstpointer other)
{
	const struct document *a = *(const struct document *const *)one;
	const struct document *b = *(const struct document *const *)other;
	int order = strcmp(a->printed_at, b->printed_at);
	return order != 0 ? order : a->version < b->version ? -1 : a->version > b->version;
}

/* Those of DOCUMENTS that are earlier printings of this paper, the last one at the end. */
static GPtrArray *
versions_of(const struct paper *paper, const Rows *documents)
{
	GPtrArray *versions = g_ptr_array_new();
	for (guint i = 0; i < documents->n; i++) {
		const struct document *document = documents->row[i];
		if (is_same_paper(paper, document))
			g_ptr_array_add(versions, documents->row[i]);
	}
	g_ptr_array_sort(versions, version_order);
	return versions;
}

/* The next version of those that this database gives: a copy that was taken along has its own. */
static gint64
version_next(const struct paper *paper, const Rows *documents)
{
	g_autofree char *letter = store_taken_letter(paper->store);
	gint64 next = door_version_first(letter);
	for (guint i = 0; i < documents->n; i++) {
		const struct document *document = documents->row[i];
		if (is_same_paper(paper, document) && door_version_is_of(document->version, letter))
			next = MAX(next, document->version + 1);
	}
	return next;
}

static bool
code_make(struct paper *paper, GError **error)
{
	char code[CODE_LENGTH + 1] = {0};
	gint64 taken = 1;
	while (taken > 0) {
		for (guint i = 0; i < CODE_LENGTH; i++)
			code[i] = code_letters[g_random_int_range(0, sizeof code_letters - 1)];
		taken = store_count(paper->store, &entity_document, "code", value_text(code),
				    error);
	}
	paper->reference.code = paper_keep(paper, code);
	return taken == 0;
}

/* A number that was once printed is never given to another paper. */
static bool
version_make(struct paper *paper, const Rows *documents, GError **error)
{
	paper->reference.version = (int)version_next(paper, documents);
	if (paper->choice->dry_run)
		return true;
	g_autofree char *counter =
		g_strdup_printf("document %s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
				paper->choice->document, paper->whole->event->id,
				session_id(paper));
	gint64 version = store_next(paper->store, counter, paper->reference.version, error);
	paper->reference.version = (int)version;
	return version > 0 && code_make(paper, error);
}

bool
paper_find_version(struct paper *paper, GError **error)
{
	g_autoptr(Rows) documents = store_of(paper->store, &entity_document, "event_id",
					     paper->whole->event->id, error);
	if (documents == NULL)
		return false;
	g_autoptr(GPtrArray) versions = versions_of(paper, documents);
	const struct document *last = versions->len > 0 ? versions->pdata[versions->len - 1] : NULL;
	bool by_line = paper->making->digest_line != NULL;
	if (by_line && !paper_compare_lines(paper, versions, error))
		return false;
	paper->digest = paper_digest(paper);
	if (!by_line)
		paper->is_new = last == NULL || strcmp(last->digest, paper->digest) != 0;
	if (paper->is_new)
		return version_make(paper, documents, error);
	paper->reference.version = (int)last->version;
	paper->reference.code = paper_keep(paper, last->code);
	return true;
}

bool
paper_record(struct paper *paper, GError **error)
{
	char now[INSTANT_SIZE];
	clock_instant(now);
	struct document *document = entity_new(&entity_document);
	document->event_id = paper->whole->event->id;
	document->session_id = session_id(paper);
	document->version = paper->reference.version;
	text_set(&document->kind, paper->choice->document);
	text_set(&document->code, paper->reference.code);
	text_set(&document->printed_at, now);
	text_set(&document->digest, paper->digest);
	bool done = store_insert(paper->store, &entity_document, document, error);
	if (done && paper->making->record != NULL)
		done = paper->making->record(paper, document->id, error);
	/* papers with an action of their own say already what they are */
	if (done && paper->making->action != NULL)
		store_about(paper->store, &entity_event, document->event_id, document->event_id,
			    MAX(paper->amount, 1));
	else if (done)
		store_about(paper->store, &entity_document, document->id, document->event_id, 1);
	entity_free(&entity_document, document);
	return done;
}
