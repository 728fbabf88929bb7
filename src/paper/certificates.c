/* Certificates: issued once, under a number of their own, and printed again as they were.
 *
 * Issuing goes with the printing, in its gesture, which undo passes over: what somebody may hold in
 * their hands is not taken back in silence. A certificate that was wrong is withdrawn, and stays on
 * record. */
#include <string.h>

#include "app/certificates.h"
#include "base/error.h"
#include "base/i18n.h"
#include "core/naming.h"
#include "core/person.h"
#include "core/status.h"
#include "paper/certificate_words.h"

/* The certificates on the paper, in their order, and what became of them. */
struct batch {
	GPtrArray *certificates; /* struct certificate * */
	Rows *issued;            /* of the event, before */
	GHashTable *attended;
	guint n_new, n_again;
};

static const char *
file_word(const struct paper *paper)
{
	(void)paper;
	return C_("file", "certificates");
}

static void
certificate_free(gpointer certificate)
{
	entity_free(&entity_certificate, certificate);
}

static void
batch_free(gpointer pointer)
{
	struct batch *batch = pointer;
	g_ptr_array_unref(batch->certificates);
	rows_free(batch->issued);
	if (batch->attended != NULL)
		g_hash_table_unref(batch->attended);
	g_free(batch);
}

/* ---- who ----------------------------------------------------------------------------------------
 */

static bool
ids_have(const gint64 *ids, guint n, gint64 id)
{
	for (guint i = 0; i < n; i++)
		if (ids[i] == id)
			return true;
	return false;
}

static bool
is_reissued(const struct paper_choice *choice, const struct attendee *attendee)
{
	return ids_have(choice->reissue, choice->n_reissue, attendee->id);
}

/* Those named; else those who are issued anew; else whoever took part or spoke. */
static bool
is_asked_for(const struct paper_choice *choice, const struct attendee *attendee)
{
	if (choice->n_to > 0)
		return ids_have(choice->to, choice->n_to, attendee->id);
	if (choice->n_reissue > 0)
		return is_reissued(choice, attendee);
	return code_is(&code_attendee_parts, attendee->part, CODE_COUNTED) ||
	       code_is(&code_attendee_parts, attendee->part, CODE_SPEAKS);
}

static bool
is_named(const struct paper_choice *choice)
{
	return choice->n_to > 0 || choice->n_reissue > 0;
}

/* ---- issuing ------------------------------------------------------------------------------------
 */

/* "2026-014-007". Caller frees. */
static char *
number_next(const struct paper *paper, const struct batch *batch, GError **error)
{
	const struct event *event = paper->whole->event;
	if (paper->choice->dry_run)
		return g_strdup_printf("%s-…", event->number);
	g_autofree char *counter = g_strdup_printf("certificate %" G_GINT64_FORMAT, event->id);
	gint64 number = store_next(paper->store, counter, batch->issued->n + 1, error);
	return number > 0 ? g_strdup_printf("%s-%03d", event->number, (int)number) : NULL;
}

static void
certificate_fill(struct certificate *certificate, const struct attendee *attendee,
		 const struct attendance *attendance)
{
	certificate->event_id = attendee->event_id;
	certificate->attendee_id = attendee->id;
	certificate->minutes = attendance->minutes;
	certificate->halves = attendance->halves;
	text_set(&certificate->last_name, attendee->last_name);
	text_set(&certificate->first_name, attendee->first_name);
	text_set(&certificate->function, attendee->function);
	text_set(&certificate->organisation, attendee->organisation);
}

/* What it says, frozen. Caller frees; NULL on error. */
static char *
content_make(struct paper *paper, const struct attendee *attendee,
	     const struct attendance *attendance, GError **error)
{
	g_autoptr(Writing) writing = certificate_compose(paper, attendee, attendance, error);
	if (writing == NULL)
		return NULL;
	const struct written written = {.letterhead = paper->letterhead, .writing = writing};
	return written_freeze(&written);
}

static bool
certificate_issue(struct paper *paper, struct batch *batch, const struct attendee *attendee,
		  const struct attendance *attendance, GError **error)
{
	char today[11];
	g_autofree char *content = content_make(paper, attendee, attendance, error);
	g_autofree char *number = content != NULL ? number_next(paper, batch, error) : NULL;
	if (number == NULL)
		return false;
	struct certificate *certificate = entity_new(&entity_certificate);
	g_ptr_array_add(batch->certificates, certificate);
	certificate_fill(certificate, attendee, attendance);
	store_today(paper->store, today);
	text_set(&certificate->number, number);
	text_set(&certificate->content, content);
	text_set(&certificate->issued_on, today);
	batch->n_new++;
	return paper->choice->dry_run ||
	       store_insert(paper->store, &entity_certificate, certificate, error);
}

/* ---- one attendee -------------------------------------------------------------------------------
 */

static bool
refuse_absent(const struct attendee *attendee, GError **error)
{
	g_autofree char *name = name_shown(attendee->first_name, attendee->last_name);
	return fail(error, ERROR_INVALID,
		    _("%s was marked present on no half-day: there is nothing to certify"), name);
}

static void
difference_note(const struct paper *paper, const struct certificate *valid,
		const struct attendee *attendee, const struct attendance *attendance)
{
	g_autofree char *said = certificate_difference(valid, attendee, attendance);
	if (said != NULL)
		paper_note(paper, "%s", said);
}

/* Somebody who is not there any more has no certificate printed, whatever was issued before. */
static bool
absent_take(const struct paper *paper, const struct attendee *attendee,
	    const struct certificate *valid, GError **error)
{
	if (is_named(paper->choice))
		return refuse_absent(attendee, error);
	if (valid != NULL)
		difference_note(paper, valid, attendee, NULL);
	return true;
}

static bool
is_forgotten(Store *store, const struct attendee *attendee)
{
	struct person *person = store_get(store, &entity_person, attendee->person_id, NULL);
	bool forgotten = person != NULL && person->erased_at != NULL;
	entity_free(&entity_person, person);
	return forgotten;
}

static bool
attendee_take(struct paper *paper, struct batch *batch, const struct attendee *attendee,
	      GError **error)
{
	const struct attendance *attendance = g_hash_table_lookup(batch->attended, &attendee->id);
	struct certificate *valid = certificate_valid(batch->issued, attendee->id);
	if (attendance == NULL)
		return absent_take(paper, attendee, valid, error);
	if (is_forgotten(paper->store, attendee))
		return true; /* there is nobody to certify it of */
	if (valid != NULL && is_reissued(paper->choice, attendee)) {
		if (!paper->choice->dry_run && !certificate_withdraw(paper->store, valid, error))
			return false;
		valid = NULL;
	}
	if (valid == NULL)
		return certificate_issue(paper, batch, attendee, attendance, error);
	difference_note(paper, valid, attendee, attendance);
	g_ptr_array_add(batch->certificates, entity_copy(&entity_certificate, valid));
	batch->n_again++;
	return true;
}

/* ---- the paper ----------------------------------------------------------------------------------
 */

static void
batch_say(struct paper *paper, const struct batch *batch)
{
	g_autoptr(GString) said = g_string_new(NULL);
	if (batch->n_new > 0)
		g_string_append_printf(said,
				       i18n_count("%u certificate issued", "%u certificates issued",
						  batch->n_new),
				       batch->n_new);
	g_string_append(said, batch->n_new > 0 && batch->n_again > 0 ? "\n" : "");
	if (batch->n_again > 0)
		g_string_append_printf(said,
				       i18n_count("%u certificate printed again, as it was issued",
						  "%u certificates printed again, as they were "
						  "issued",
						  batch->n_again),
				       batch->n_again);
	paper->said = g_strdup(said->str);
}

static bool
gather(struct paper *paper, GError **error)
{
	const Rows *attendees = paper->whole->attendees;
	struct batch *batch = g_new0(struct batch, 1);
	paper->facts = batch;
	paper->free_facts = batch_free;
	batch->certificates = g_ptr_array_new_with_free_func(certificate_free);
	batch->attended = attendance_load(paper->whole);
	batch->issued = store_of(paper->store, &entity_certificate, "event_id",
				 paper->whole->event->id, error);
	if (batch->issued == NULL)
		return false;
	for (guint i = 0; i < attendees->n; i++)
		if (is_asked_for(paper->choice, attendees->row[i]) &&
		    !attendee_take(paper, batch, attendees->row[i], error))
			return false;
	if (batch->certificates->len == 0)
		return fail(error, ERROR_INVALID,
			    _("nobody was marked present at %s: there is nothing to certify yet"),
			    paper->whole->event->number);
	paper->amount = batch->certificates->len;
	batch_say(paper, batch);
	return true;
}

/* A new certificate is printed from what was frozen too: no reprint can differ from it. */
static bool
compose(struct paper *paper, GError **error)
{
	const struct batch *batch = paper->facts;
	(void)error;
	for (guint i = 0; i < batch->certificates->len; i++) {
		const struct certificate *certificate = batch->certificates->pdata[i];
		struct written written = {.reference = {.number = certificate->number,
							.issued_on = certificate->issued_on}};
		Writing *writing = written_thaw(certificate->content, &written);
		if (writing->language == NULL)
			writing->language = certificate_language(writing->document);
		written.letterhead.logo = paper->letterhead.logo;
		written.letterhead.logo_size = paper->letterhead.logo_size;
		paper_add_written(paper, &written);
	}
	return true;
}

const struct paper_making making_certificates = {
	.kind = {.name = "certificates",
		 .label = N_("Certificates"),
		 .formats = 1 << PAPER_PDF,
		 .traits = PAPER_OF_PEOPLE | PAPER_ISSUED | PAPER_OF_LIVE | PAPER_ANNOUNCED},
	.file_word = file_word,
	.gather = gather,
	.compose = compose,
	.action = "certificate_issue",
};
