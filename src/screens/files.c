#include "screens/files.h"

#include <string.h>

#include "app/certificates.h"
#include "app/decision.h"
#include "app/output.h"
#include "base/error.h"
#include "base/i18n.h"
#include "core/attendee.h"
#include "core/event.h"
#include "core/naming.h"
#include "core/programme.h"
#include "core/status.h"
#include "screens/paper_work.h"
#include "screens/print_day.h"
#include "tui/chooser.h"
#include "tui/prompt.h"
#include "tui/result.h"

struct request {
	gint64 event_id;
	GArray *offers; /* struct offer */
	gint64 *people; /* attendees that the person stands on or has selected, or NULL */
	guint n_people;
	GArray *outdated; /* gint64: whose certificates no longer say what is known; or NULL */
};

struct offer {
	char year[5]; /* of OFFER_YEAR */
	enum {
		OFFER_EVENT,
		OFFER_YEAR,
		OFFER_ALL,
		OFFER_SESSIONS,
		OFFER_INVITATIONS,
		OFFER_PAPER,
		OFFER_BEGUN, /* a sheet of badges that was begun before */
		OFFER_DAY
	} kind;
	struct paper_choice paper;
};

static void
request_free(gpointer pointer)
{
	struct request *request = pointer;
	g_array_unref(request->offers);
	g_free(request->people);
	if (request->outdated != NULL)
		g_array_unref(request->outdated);
	g_free(request);
}

static struct request *
request_new(gint64 event_id)
{
	struct request *request = g_new0(struct request, 1);
	request->event_id = event_id;
	request->offers = g_array_new(FALSE, TRUE, sizeof(struct offer));
	return request;
}

static void
offer_add(struct request *request, struct chooser *chooser, struct offer offer, const char *label,
	  const char *detail)
{
	g_array_append_val(request->offers, offer);
	chooser_add(chooser, label, detail);
}

static GPtrArray *
notes_lines(const GPtrArray *notes)
{
	GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
	for (guint i = 0; i < notes->len; i++)
		g_ptr_array_add(lines,
				g_strdup_printf("! %s", (const char *)g_ptr_array_index(notes, i)));
	return lines;
}

/* What was made, its whole path, and what there is to say about it. */
static void
say_made(struct ui *ui, const char *path, const char *what, const GPtrArray *notes)
{
	g_autoptr(GPtrArray) lines = notes_lines(notes);
	result_show(ui, what, path, lines);
}

static void
calendar_make(struct ui *ui, gint64 event_id, const char *year, bool sessions)
{
	struct calendar_choice choice = {.event_id = event_id, .year = year, .sessions = sessions};
	g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func(g_free);
	const char *what = sessions ? _("programme") : _("calendar");
	g_autofree char *all = year != NULL ? g_strdup_printf("%s %s", what, year) : g_strdup(what);
	g_autofree char *path = output_name(ui->store, event_id, all, 0, "ics");
	GError *error = NULL;
	guint entries = 0;
	if (calendar_export(ui->store, &choice, path, &entries, notes, &error)) {
		g_autofree char *count =
			g_strdup_printf(i18n_count("%u entry", "%u entries", entries), entries);
		say_made(ui, path, count, notes);
	}
	ui_fail(ui, error);
}

/* Those whom nothing can be sent to are named, for somebody has to call them. */
static void
invitations_say(struct ui *ui, const char *folder, guint files, const GPtrArray *unreached,
		const GPtrArray *notes)
{
	g_autofree char *count =
		g_strdup_printf(i18n_count("%u invitation", "%u invitations", files), files);
	g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);
	for (guint i = 0; i < notes->len; i++)
		g_ptr_array_add(lines,
				g_strdup_printf("! %s", (const char *)g_ptr_array_index(notes, i)));
	if (unreached->len > 0)
		g_ptr_array_add(lines,
				g_strdup_printf(i18n_count("! %u person has no usable address:",
							   "! %u people have no usable address:",
							   unreached->len),
						unreached->len));
	for (guint i = 0; i < unreached->len; i++)
		g_ptr_array_add(lines,
				g_strdup_printf("  %s",
						(const char *)g_ptr_array_index(unreached, i)));
	result_show(ui, count, folder, lines);
}

static void
invitations_make(struct ui *ui, gint64 event_id)
{
	g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GPtrArray) unreached = g_ptr_array_new_with_free_func(g_free);
	g_autofree char *folder = output_name(ui->store, event_id, _("invitations"), 0, NULL);
	GError *error = NULL;
	if (invitations_write(ui->store, event_id, NULL, 0, folder, files, unreached, notes,
			      &error)) {
		invitations_say(ui, folder, files->len, unreached, notes);
	}
	ui_fail(ui, error);
}

static void
calendar_chosen(struct ui *ui, guint index, gpointer user)
{
	const struct request *request = user;
	const struct offer *offer = &g_array_index(request->offers, struct offer, index);
	switch (offer->kind) {
	case OFFER_EVENT:
		calendar_make(ui, request->event_id, NULL, false);
		break;
	case OFFER_SESSIONS:
		calendar_make(ui, request->event_id, NULL, true);
		break;
	case OFFER_YEAR:
		calendar_make(ui, 0, offer->year, false);
		break;
	case OFFER_ALL:
		calendar_make(ui, 0, NULL, false);
		break;
	case OFFER_INVITATIONS:
		invitations_make(ui, request->event_id);
		break;
	case OFFER_PAPER:
	case OFFER_BEGUN:
	case OFFER_DAY:
		break;
	}
}

/* The year that DATE (NULL: none) lies in, each once. */
static void
year_offer(struct request *request, struct chooser *chooser, const char *date)
{
	struct offer offer = {.kind = OFFER_YEAR};
	if (date == NULL)
		return;
	g_strlcpy(offer.year, date, sizeof offer.year);
	for (guint i = 0; i < request->offers->len; i++)
		if (strcmp(g_array_index(request->offers, struct offer, i).year, offer.year) == 0)
			return;
	g_autofree char *label = g_strdup_printf(_("All events of %s"), offer.year);
	offer_add(request, chooser, offer, label, ".ics");
}

/* Those of the event one is on, then this year. */
static void
years_offer(struct ui *ui, struct request *request, struct chooser *chooser)
{
	struct event *event = request->event_id != 0
				      ? store_get(ui->store, &entity_event, request->event_id, NULL)
				      : NULL;
	char today[11];
	store_today(ui->store, today);
	if (event != NULL) {
		year_offer(request, chooser, event->start_date);
		year_offer(request, chooser, event->end_date);
	}
	year_offer(request, chooser, today);
	entity_free(&entity_event, event);
}

void
files_calendar(struct ui *ui, gint64 event_id)
{
	struct request *request = request_new(event_id);
	struct chooser *chooser =
		chooser_new(_("Calendar files"), calendar_chosen, request, request_free);
	if (event_id != 0) {
		offer_add(request, chooser, (struct offer){.kind = OFFER_EVENT}, _("This event"),
			  ".ics");
		offer_add(request, chooser, (struct offer){.kind = OFFER_SESSIONS},
			  _("Its programme, one entry a session"), ".ics");
		offer_add(request, chooser, (struct offer){.kind = OFFER_INVITATIONS},
			  _("Personal invitations, one file a person"), ".ics");
	}
	years_offer(ui, request, chooser);
	offer_add(request, chooser, (struct offer){.kind = OFFER_ALL}, _("All events"), ".ics");
	chooser_show(chooser, ui, 0);
}

/* ---- papers -------------------------------------------------------------------------------------
 */

static void
paper_make(struct ui *ui, const struct paper_choice *paper)
{
	const struct paper_kind *kind = paper_kind_find(paper->document);
	paper_work(ui, kind != NULL ? _(kind->label) : paper->document, paper);
}

static bool
cell_typed(struct ui *ui, const char *typed, gpointer user)
{
	gint64 event_id = *(gint64 *)user;
	guint64 cell = 0;
	if (!g_ascii_string_to_unsigned(typed, 10, 1, 1000, &cell, NULL)) {
		ui_say(ui, TOAST_ERROR, _("A number is expected: 1 is the first badge of a sheet"));
		return false;
	}
	struct paper_choice paper = {.document = "badges",
				     .event_id = event_id,
				     .changed = true,
				     .first_cell = (guint)cell};
	paper_make(ui, &paper);
	return true;
}

/* Those who are new or have changed go on the sheet that was begun. */
static void
cell_ask(struct ui *ui, gint64 event_id)
{
	prompt_show(ui, _("Badges on a sheet begun before"),
		    _("Number of the first free badge, from left to right and from top to bottom"),
		    NULL, cell_typed, g_memdup2(&event_id, sizeof event_id), g_free);
}

static void
paper_chosen(struct ui *ui, guint index, gpointer user)
{
	const struct request *request = user;
	struct offer *offer = &g_array_index(request->offers, struct offer, index);
	offer->paper.event_id = request->event_id;
	if (offer->kind == OFFER_DAY)
		day_print(ui, request->event_id);
	else if (offer->kind == OFFER_BEGUN)
		cell_ask(ui, request->event_id);
	else
		paper_make(ui, &offer->paper);
}

static void
sessions_offer(struct ui *ui, struct request *request, struct chooser *chooser)
{
	g_autoptr(Rows) sessions =
		store_of(ui->store, &entity_session, "event_id", request->event_id, NULL);
	for (guint i = 0; sessions != NULL && i < sessions->n; i++) {
		const struct session *session = sessions->row[i];
		if (!code_is(&code_session_kinds, session->kind, CODE_WORK))
			continue; /* nobody signs for lunch */
		g_autofree char *label = g_strdup_printf(_("Sign-in sheet: %s"), session->title);
		struct offer offer = {.kind = OFFER_PAPER,
				      .paper = {.document = "sign-in", .session_id = session->id}};
		offer_add(request, chooser, offer, label, "PDF");
	}
}

/* Only where there is something to issue anew: it withdraws what people may hold. */
static void
reissue_offer(struct ui *ui, struct request *request, struct chooser *chooser)
{
	request->outdated = certificates_outdated(ui->store, request->event_id, NULL);
	guint n = request->outdated != NULL ? request->outdated->len : 0;
	if (n == 0)
		return;
	g_autofree char *label = g_strdup_printf(
		i18n_count("Withdraw %u certificate that is no longer true, issue another",
			   "Withdraw %u certificates that are no longer true, issue others", n),
		n);
	struct offer offer = {.kind = OFFER_PAPER,
			      .paper = {.document = "certificates",
					.reissue = (gconstpointer)request->outdated->data,
					.n_reissue = n}};
	offer_add(request, chooser, offer, label, "PDF");
}

/* Of meetings that decide. */
static void
minutes_offer(struct ui *ui, struct request *request, struct chooser *chooser)
{
	struct event *event = store_get(ui->store, &entity_event, request->event_id, NULL);
	if (event != NULL && event_decides(ui->store, event)) {
		struct offer offer = {.kind = OFFER_PAPER, .paper = {.document = "minutes"}};
		offer_add(request, chooser, offer, _("Minutes of the meeting"), "PDF");
		offer.paper.format = PAPER_ODT;
		offer_add(request, chooser, offer, _("Minutes to be completed elsewhere"), "ODT");
	}
	entity_free(&entity_event, event);
}

/* The badges of those the person stands on: the one that was lost, those who came late. */
static void
people_offer(struct ui *ui, struct request *request, struct chooser *chooser)
{
	struct attendee *attendee = request->n_people == 1 ? store_get(ui->store, &entity_attendee,
								       request->people[0], NULL)
							   : NULL;
	g_autofree char *name =
		attendee != NULL ? name_shown(attendee->first_name, attendee->last_name) : NULL;
	g_autofree char *label = name != NULL
					 ? g_strdup_printf(_("Badge of %s"), name)
					 : g_strdup_printf(i18n_count("Badge of the %u selected",
								      "Badges of the %u selected",
								      request->n_people),
							   request->n_people);
	struct offer offer = {.kind = OFFER_PAPER,
			      .paper = {.document = "badges",
					.to = request->people,
					.n_to = request->n_people}};
	if (request->n_people > 0)
		offer_add(request, chooser, offer, label, "PDF");
	entity_free(&entity_attendee, attendee);
}

/* In the order of the menu. */
static const struct {
	struct paper_choice paper;
	const char *label, *detail;
} papers_offered[] = {
	{{.document = "sign-in"}, N_("Sign-in sheet"), "PDF"},
	{{.document = "attendees"}, N_("List of attendees"), "PDF"},
	{{.document = "attendees", .shared = true},
	 N_("List to share, without addresses and phones"),
	 "PDF"},
	{{.document = "attendees", .sort = "organisation"},
	 N_("List of attendees by organisation"),
	 "PDF"},
	{{.document = "attendees", .format = PAPER_CSV},
	 N_("List of attendees for a spreadsheet"),
	 "CSV"},
	{{.document = "badges"}, N_("Badges"), "PDF"},
	{{.document = "badges", .changed = true}, N_("Badges that are new or have changed"), "PDF"},
	{{.document = "name-cards"}, N_("Name cards of the speakers"), "PDF"},
	{{.document = "name-cards", .everyone = true}, N_("Name cards of everybody"), "PDF"},
	{{.document = "door-signs"}, N_("Door signs and lists of the workshops"), "PDF"},
	{{.document = "programme"}, N_("Programme"), "PDF"},
	{{.document = "programme", .format = PAPER_ODT},
	 N_("Programme to be corrected elsewhere"),
	 "ODT"},
	{{.document = "programme", .format = PAPER_HTML}, N_("Programme for a site"), "HTML"},
	{{.document = "programme", .format = PAPER_TEXT}, N_("Programme for a mail"), "TXT"},
	{{.document = "convocations"}, N_("Convocations"), "PDF"},
	{{.document = "run-sheet"}, N_("Run sheet"), "PDF"},
	{{.document = "questionnaire"}, N_("Questionnaire"), "PDF"},
	{{.document = "certificates"}, N_("Certificates"), "PDF"},
	{{.document = "event-report"}, N_("Event report"), "PDF"},
};

void
files_print(struct ui *ui, gint64 event_id, gint64 *people, guint n_people)
{
	if (event_id == 0) {
		g_free(people);
		return;
	}
	struct request *request = request_new(event_id);
	request->people = people;
	request->n_people = n_people;
	struct chooser *chooser = chooser_new(_("Print"), paper_chosen, request, request_free);
	offer_add(request, chooser, (struct offer){.kind = OFFER_DAY},
		  _("Print the day: all that it needs"), "PDF");
	for (gsize i = 0; i < G_N_ELEMENTS(papers_offered); i++)
		offer_add(request, chooser,
			  (struct offer){.kind = OFFER_PAPER, .paper = papers_offered[i].paper},
			  _(papers_offered[i].label), papers_offered[i].detail);
	people_offer(ui, request, chooser);
	offer_add(request, chooser, (struct offer){.kind = OFFER_BEGUN},
		  _("Badges on a sheet begun before"), "PDF");
	minutes_offer(ui, request, chooser);
	reissue_offer(ui, request, chooser);
	sessions_offer(ui, request, chooser);
	chooser_show(chooser, ui, 1); /* Enter alone makes the sheet */
}

/* ---- the figures of a year ----------------------------------------------------------------------
 */

static const struct {
	enum year_report_format format;
	const char *label, *kind;
} report_files[] = {
	{YEAR_REPORT_PDF, N_("The report, to print or to send"), "PDF"},
	{YEAR_REPORT_WORKBOOK, N_("All tables, a sheet for each section"), "Excel"},
	{YEAR_REPORT_CSV, N_("All tables in one, for a spreadsheet"), "CSV"},
};

static void
report_chosen(struct ui *ui, guint index, gpointer user)
{
	year_report_work(ui, user, report_files[index].format, _(report_files[index].label),
			 report_files[index].kind);
}

void
files_report(struct ui *ui, const Report *report)
{
	g_autofree char *title = report_title(report);
	struct chooser *chooser = chooser_new(title, report_chosen, g_strdup(report->year), g_free);
	for (gsize i = 0; i < G_N_ELEMENTS(report_files); i++)
		chooser_add(chooser, _(report_files[i].label), report_files[i].kind);
	chooser_show(chooser, ui, 0);
}
