#include "screens/screen_list.h"
#include "screens/logo.h"

#include <string.h>

#include "app/event.h"
#include "app/gesture.h"
#include "base/i18n.h"
#include "core/event.h"
#include "core/organisation.h"
#include "core/place.h"
#include "core/reference.h"
#include "screens/addresses.h"
#include "screens/announce.h"
#include "screens/beside.h"
#include "screens/checklist.h"
#include "screens/columns.h"
#include "screens/export.h"
#include "screens/files.h"
#include "screens/import.h"
#include "screens/organisations_view.h"
#include "screens/people_view.h"
#include "screens/practice.h"
#include "screens/rights.h"
#include "screens/roots.h"
#include "screens/row_line.h"
#include "screens/rows.h"
#include "screens/screen_dates.h"
#include "screens/screen_door.h"
#include "screens/screen_duplicates.h"
#include "screens/screen_event.h"
#include "screens/tasks.h"
#include "tui/form.h"

struct rows_screen {
	struct screen screen;
	struct list *list;
	gint64 owner;
	struct people_view view; /* of people */
	char *head;              /* of some rows alone: what they are; or NULL */
	struct beside *beside;   /* what is known of the current row */
};

static const struct {
	const struct list_spec *spec;
	guint64 context;
	enum import_subject subject;
} tabs[ROOTS_N] = {
	[ROOT_EVENTS] = {&list_events, CONTEXT_EVENTS, IMPORT_EVENTS},
	[ROOT_PEOPLE] = {&list_people, CONTEXT_PEOPLE, IMPORT_PEOPLE},
	[ROOT_ORGANISATIONS] = {&list_organisations, CONTEXT_ORGANISATIONS, IMPORT_ORGANISATIONS},
	[ROOT_VENUES] = {&list_venues, CONTEXT_VENUES, IMPORT_EVENTS /* places come with events */},
};

static void
rows_free_screen(struct screen *screen)
{
	struct rows_screen *rows = (struct rows_screen *)screen;
	people_view_clear(&rows->view);
	list_free(rows->list);
	beside_free(rows->beside);
	g_free(rows->head);
	g_free(rows);
}

/* What the list is of, where the tab does not say it; NULL: it does. Caller frees. */
static char *
rows_head(const struct rows_screen *rows, Store *store)
{
	if (rows->list->spec == &list_tasks_of_all)
		return g_strdup(_("Late, or due within a week"));
	if (rows->head != NULL)
		return g_strdup(rows->head);
	if (rows->list->spec == &list_checklist)
		return checklist_head(store, rows->owner);
	if (rows->owner == 0)
		return people_view_head(store, &rows->view, rows->list);
	struct venue *venue = store_get(store, &entity_venue, rows->owner, NULL);
	char *head = venue != NULL ? g_strdup_printf(_("Rooms of %s"), venue->name) : NULL;
	entity_free(&entity_venue, venue);
	return head;
}

static void
rows_draw(struct screen *screen, struct ui *ui, struct area body)
{
	struct rows_screen *rows = (struct rows_screen *)screen;
	g_autofree char *head = rows_head(rows, ui->store);
	if (head != NULL) {
		draw_text(body.y, body.x + 1, body.width - 2, STYLE_HEAD, head);
		body.y++;
		body.height--;
	}
	struct area list = beside_share(rows->beside, body);
	list_draw(rows->list, ui, list);
	beside_draw(rows->beside, ui, list_current(rows->list), body, list);
	if (rows->list->spec == &list_checklist && rows->list->index != NULL &&
	    rows->list->index->n == 0)
		checklist_draw(ui->store, rows->owner, body);
}

static void
rows_status(struct screen *screen, struct ui *ui, struct area row)
{
	(void)ui;
	list_draw_status(((struct rows_screen *)screen)->list, row);
}

static bool
rows_key(struct screen *screen, struct ui *ui, const struct key *key)
{
	return list_key(((struct rows_screen *)screen)->list, ui, key);
}

static bool
rows_click(struct screen *screen, struct ui *ui, const struct hit *hit)
{
	return list_click(((struct rows_screen *)screen)->list, ui, hit);
}

static void
rows_reload(struct screen *screen, struct ui *ui)
{
	struct rows_screen *rows = (struct rows_screen *)screen;
	list_reload(rows->list, ui);
	beside_forget(rows->beside);
	if (rows->list->spec == &list_tasks_of_all)
		tasks_restrict(ui, rows->list);
	if (rows->view.due != RETENTION_KEPT)
		people_view_reload(ui, &rows->view, rows->list);
}

static bool
rows_reveal(struct screen *screen, const struct entity *entity, gint64 id)
{
	return list_reveal(((struct rows_screen *)screen)->list, entity, id);
}

static bool
rows_typing(struct screen *screen)
{
	return ((struct rows_screen *)screen)->list->filtering;
}

/* ---- acts ---------------------------------------------------------------------------------------
 */

static void
event_made(struct ui *ui, gint64 id)
{
	ui_push(ui, event_screen_fresh(ui, id));
}

static void
rows_open(struct rows_screen *rows, struct ui *ui)
{
	gint64 id = list_current(rows->list);
	if (id == 0)
		return;
	if (rows->list->spec == &list_events)
		ui_push(ui, event_screen(ui, id));
	else if (rows->list->spec == &list_venues)
		ui_push(ui, list_screen_rooms(ui, id));
	else if (rows->list->spec == &list_kinds)
		ui_push(ui, list_screen_checklist(ui, id));
	else if (rows->list->spec == &list_tasks_of_all)
		tasks_open_event(ui, id);
	else
		rows_edit(rows->list, ui, rows->owner);
}

static void
rows_make(struct rows_screen *rows, struct ui *ui)
{
	if (rows->list->spec == &list_tasks_of_all) {
		ui_say(ui, TOAST_NOTE,
		       _("A task is one of an event: open the event, tab Follow-up"));
		return;
	}
	struct form_request request = {
		.noun = rows->list->spec->noun,
		.owner = rows->owner,
		.saved = rows->list->spec == &list_events ? event_made : NULL,
	};
	form_open(ui, &request);
}

static bool
rows_act_event(struct rows_screen *rows, struct ui *ui, enum act act)
{
	gint64 id = list_current(rows->list);
	if (rows->list->spec != &list_events)
		return false;
	switch ((int)act) {
	case ACT_DUPLICATE:
		event_duplicate(ui, id);
		return true;
	case ACT_DATES:
		dates_open(ui, id, 0);
		return true;
	case ACT_ANNOUNCE:
		if (id != 0)
			announce_ask(ui, id);
		return true;
	case ACT_CANCEL_EVENT:
		event_cancel(ui, id);
		return true;
	case ACT_CALENDAR:
		files_calendar(ui, id);
		return true;
	case ACT_DOOR:
		if (id != 0)
			door_open(ui, id);
		return true;
	case ACT_PRINT:
		files_print(ui, id, NULL, 0);
		return true;
	default:
		return false;
	}
}

static bool
rows_act_people(struct rows_screen *rows, struct ui *ui, enum act act)
{
	switch ((int)act) {
	case ACT_RIGHTS:
		rights_open(ui, list_current(rows->list));
		return true;
	case ACT_COPY:
		addresses_ask(rows->list, ui);
		return true;
	case ACT_VIEW:
		if (rows->head != NULL)
			return false;
		if (rows->list->spec == &list_organisations)
			organisations_view_ask(ui);
		else
			people_view_ask(ui, &rows->view, rows->list);
		return true;
	default:
		return false;
	}
}

static bool
rows_act_after(struct rows_screen *rows, struct ui *ui, enum act act)
{
	if (act == ACT_DONE) {
		tasks_toggle(rows->list, ui, 0);
		return true;
	}
	if (act == ACT_TAKE_LIST && rows->list->spec == &list_checklist) {
		checklist_take_over(ui, rows->owner);
		return true;
	}
	if (act != ACT_PRINT || rows->list->spec != &list_practices)
		return false;
	practice_give(ui, list_current(rows->list));
	return true;
}

static void
import_from_list(const struct list *list, struct ui *ui, int tab)
{
	if (list->spec == &list_holidays)
		import_ask(ui, IMPORT_HOLIDAYS, 0);
	else if (tab == ROOT_PEOPLE || tab == ROOT_ORGANISATIONS)
		import_ask(ui, tabs[tab].subject, 0);
	else
		import_ask_subject(ui);
}

static bool
rows_act(struct screen *screen, struct ui *ui, enum act act)
{
	struct rows_screen *rows = (struct rows_screen *)screen;
	if (list_act(rows->list, ui, act) || rows_act_event(rows, ui, act) ||
	    rows_act_people(rows, ui, act) || rows_act_after(rows, ui, act))
		return true;
	if (row_line_act(ui, act, rows->list->spec->noun, list_current(rows->list)))
		return true;
	switch ((int)act) {
	case ACT_OPEN:
		rows_open(rows, ui);
		return true;
	case ACT_EDIT:
		rows_edit(rows->list, ui, rows->owner);
		return true;
	case ACT_NEW:
		rows_make(rows, ui);
		return true;
	case ACT_DELETE:
		rows_delete(rows->list, ui, 0);
		return true;
	case ACT_EXPORT:
		export_ask(rows->list, ui, 0);
		return true;
	case ACT_BULK:
		rows_bulk(rows->list, ui, 0);
		return true;
	case ACT_LOGO:
		logo_ask(rows->list, ui);
		return true;
	case ACT_DUPLICATES:
		ui_push(ui, duplicates_screen(ui, rows->list->spec->noun));
		return true;
	case ACT_IMPORT:
		import_from_list(rows->list, ui, screen->tab);
		return true;
	default:
		return false;
	}
}

static const struct key_help rows_keys[] = {
	KEY_HELP_MOVES,
	{NULL, NULL},
};

static const struct screen_class rows_class = {
	.name = "list",
	.hint = N_("Enter keep the filter · Esc clear it · ↑↓ move · column:value · -word"),
	.contexts = CONTEXT_LIST,
	.draw = rows_draw,
	.status = rows_status,
	.keys = rows_keys,
	.key = rows_key,
	.click = rows_click,
	.act = rows_act,
	.reload = rows_reload,
	.reveal = rows_reveal,
	.typing = rows_typing,
	.free = rows_free_screen,
};

static struct rows_screen *
rows_screen_new(struct ui *ui, const struct list_spec *spec, guint64 context, const char *column,
		gint64 value)
{
	struct rows_screen *rows = g_new0(struct rows_screen, 1);
	rows->screen = (struct screen){.class = &rows_class, .contexts = context, .tab = -1};
	rows->list = list_new(ui, spec, column, value);
	rows->beside = beside_new(spec->noun);
	return rows;
}

/* Events are listed the latest first: one begins at the next one to come. */
static void
next_event_focus(struct ui *ui, struct list *list)
{
	char today[11];
	gint64 next = 0;
	store_today(ui->store, today);
	for (guint i = 0; i < list->n_shown; i++) {
		struct event *event = store_get(ui->store, &entity_event, list->shown[i], NULL);
		bool dated = event != NULL && event->start_date != NULL;
		bool past = dated && strcmp(event->start_date, today) < 0;
		if (dated && !past)
			next = event->id;
		entity_free(&entity_event, event);
		if (past)
			break;
	}
	list_go_to(list, next);
}

struct screen *
list_screen(struct ui *ui, int tab)
{
	struct rows_screen *rows = rows_screen_new(ui, tabs[tab].spec, tabs[tab].context, NULL, 0);
	if (tab == ROOT_EVENTS)
		next_event_focus(ui, rows->list);
	list_resume(rows->list);
	return &rows->screen;
}

/* Whoever was forgotten is counted, and has no name to show. */
static char *
head_with_nameless(const char *head, guint asked, guint shown)
{
	if (asked <= shown)
		return g_strdup(head);
	g_autofree char *nameless =
		g_strdup_printf(i18n_count("%u without a name", "%u without names", asked - shown),
				asked - shown);
	return g_strdup_printf("%s (%s)", head, nameless);
}

struct screen *
list_screen_only(struct ui *ui, int tab, GHashTable *only, const char *head)
{
	struct rows_screen *rows = rows_screen_new(ui, tabs[tab].spec, tabs[tab].context, NULL, 0);
	guint asked = g_hash_table_size(only);
	list_restrict(rows->list, only);
	rows->head = head_with_nameless(head, asked, rows->list->n_shown);
	return &rows->screen;
}

struct screen *
list_screen_rooms(struct ui *ui, gint64 venue_id)
{
	struct rows_screen *rows =
		rows_screen_new(ui, &list_rooms, CONTEXT_ROOMS, "venue_id", venue_id);
	rows->owner = venue_id;
	list_resume(rows->list);
	return &rows->screen;
}

struct screen *
list_screen_checklist(struct ui *ui, gint64 kind_id)
{
	struct rows_screen *rows =
		rows_screen_new(ui, &list_checklist, CONTEXT_CHECKLIST, "kind_id", kind_id);
	rows->owner = kind_id;
	return &rows->screen;
}

struct screen *
list_screen_tasks(struct ui *ui)
{
	struct rows_screen *rows = rows_screen_new(ui, &list_tasks_of_all, CONTEXT_TASKS, NULL, 0);
	tasks_restrict(ui, rows->list);
	return &rows->screen;
}

/* The one that is under way, or the next one. */
static void
holidays_go_to(struct ui *ui, struct list *list)
{
	char today[11];
	store_today(ui->store, today);
	g_autoptr(Rows) rows = store_all(ui->store, &entity_holiday_period, NULL);
	for (guint i = 0; rows != NULL && i < rows->n; i++) {
		const struct holiday_period *period = rows->row[i];
		if (strcmp(period->last_day, today) < 0)
			continue;
		list_go_to(list, period->id);
		return;
	}
}

struct screen *
list_screen_due(struct ui *ui, enum retention due)
{
	struct screen *screen = list_screen(ui, ROOT_PEOPLE);
	struct rows_screen *rows = (struct rows_screen *)screen;
	rows->view.due = due;
	people_view_reload(ui, &rows->view, rows->list);
	return screen;
}

struct screen *
list_screen_reference(struct ui *ui, enum act act)
{
	if (act == ACT_PRACTICES)
		return &rows_screen_new(ui, &list_practices, CONTEXT_PRACTICES, NULL, 0)->screen;
	const struct list_spec *spec = act == ACT_KINDS      ? &list_kinds
				       : act == ACT_HOLIDAYS ? &list_holidays
				       : act == ACT_THEMES   ? &list_themes
							     : &list_cycles;
	struct rows_screen *rows = rows_screen_new(ui, spec, CONTEXT_REFERENCE, NULL, 0);
	if (act == ACT_HOLIDAYS)
		holidays_go_to(ui, rows->list);
	return &rows->screen;
}
