/* Presence noted from the list: excused beforehand, corrected afterwards. */
#include "app/checkin.h"
#include "app/door.h"
#include "base/i18n.h"
#include "core/attendee.h"
#include "core/event.h"
#include "core/status.h"
#include "screens/screen_half_days.h"
#include "tui/chooser.h"
#include "tui/work.h"

struct noting {
	gint64 event_id;
	GArray *attendees; /* gint64 */
	GArray *half_days; /* gint64: those offered; then those chosen */
	GPtrArray *states; /* const char *: those offered */
};

static void
noting_free(gpointer pointer)
{
	struct noting *noting = pointer;
	g_array_unref(noting->attendees);
	g_array_unref(noting->half_days);
	g_ptr_array_unref(noting->states);
	g_free(noting);
}

/* The thread's, until it has ended. */
struct marking {
	struct noting *noting;
	const char *state; /* a code; borrowed for ever */
	guint n;           /* marks made */
};

static void
marking_free(gpointer pointer)
{
	struct marking *marking = pointer;
	noting_free(marking->noting);
	g_free(marking);
}

static struct noting *
noting_copy(const struct noting *noting)
{
	struct noting *copy = g_new0(struct noting, 1);
	*copy = (struct noting){noting->event_id, g_array_ref(noting->attendees),
				g_array_ref(noting->half_days), g_ptr_array_ref(noting->states)};
	return copy;
}

/* In the gesture under way. */
static bool
presence_note_all(Store *store, struct work *work, struct marking *marking, GError **error)
{
	const GArray *attendees = marking->noting->attendees;
	const GArray *half_days = marking->noting->half_days;
	struct presence_said said = {.state = marking->state, .origin = "checkin"};
	for (guint i = 0; i < attendees->len; i++) {
		work_goes_on(i, attendees->len, work); /* the store stops it */
		for (guint j = 0; j < half_days->len; j++) {
			bool marked = false;
			if (!presence_note(store, g_array_index(attendees, gint64, i),
					   g_array_index(half_days, gint64, j), &said, &marked,
					   error))
				return false;
			marking->n += marked ? 1 : 0;
		}
	}
	return true;
}

/* In the thread, or at once. */
static bool
marking_run(Store *store, struct work *work, gpointer user, GError **error)
{
	struct marking *marking = user;
	gint64 event_id = marking->noting->event_id;
	if (!store_begin(store, "presence_mark", error))
		return false;
	if (!presence_note_all(store, work, marking, error)) {
		store_rollback(store);
		return false;
	}
	store_about(store, &entity_event, event_id, event_id, marking->n);
	return store_commit(store, NULL, error);
}

static void
marking_done(struct ui *ui, bool done, GError *error, gpointer user)
{
	const struct marking *marking = user;
	g_autofree char *what =
		g_strdup_printf(i18n_count("%u mark: %s", "%u marks: %s", marking->n), marking->n,
				code_label(&code_presence_states, marking->state));
	work_fail(ui, error);
	if (done && marking->n == 0)
		ui_say(ui, TOAST_NOTE, _("Nothing had to be changed"));
	else if (done)
		ui_say_done(ui, NULL, what);
	ui_reload(ui);
}

static void
state_chosen(struct ui *ui, guint index, gpointer user)
{
	const struct noting *noting = user;
	struct marking *marking = g_new0(struct marking, 1);
	*marking =
		(struct marking){noting_copy(noting), g_ptr_array_index(noting->states, index), 0};
	const struct work_order order = {.run = marking_run,
					 .done = marking_done,
					 .user = marking,
					 .user_free = marking_free,
					 .gesture = true,
					 .rows = noting->attendees->len};
	work_show(ui, code_label(&code_presence_states, marking->state), &order);
}

/* Represented needs a name, which the door asks for. */
static void
state_ask(struct ui *ui, struct noting *noting, const char *title)
{
	struct chooser *chooser = chooser_new(title, state_chosen, noting, noting_free);
	guint start = 0;
	for (guint i = 0; i < code_presence_states.n; i++) {
		const struct code *state = &code_presence_states.codes[i];
		if (g_str_equal(state->code, "unknown") || g_str_equal(state->code, "represented"))
			continue;
		if (g_str_equal(state->code, "excused"))
			start = noting->states->len;
		chooser_add(chooser, code_text(state), NULL);
		g_ptr_array_add(noting->states, (gpointer)(gsize)state->code);
	}
	chooser_show(chooser, ui, start);
}

static void
half_day_chosen(struct ui *ui, guint index, gpointer user)
{
	struct noting *noting = noting_copy(user);
	if (index > 0) {
		gint64 id = g_array_index(noting->half_days, gint64, index - 1);
		g_array_unref(noting->half_days);
		noting->half_days = g_array_new(FALSE, FALSE, sizeof(gint64));
		g_array_append_val(noting->half_days, id);
	}
	g_autofree char *title =
		index > 0 ? half_day_words(ui->store, g_array_index(noting->half_days, gint64, 0))
			  : g_strdup(_("Every half-day of the event"));
	state_ask(ui, noting, title);
}

void
presence_ask(struct ui *ui, gint64 event_id, GArray *attendees)
{
	GError *error = NULL;
	GArray *half_days = event_half_days(ui->store, event_id, &error);
	ui_fail(ui, error);
	if (half_days == NULL || half_days->len == 0 || attendees->len == 0) {
		if (half_days != NULL && half_days->len == 0)
			ui_say(ui, TOAST_NOTE,
			       _("The event has no half-day yet: give it a day and hours first"));
		g_clear_pointer(&half_days, g_array_unref);
		g_array_unref(attendees);
		return;
	}
	struct noting *noting = g_new0(struct noting, 1);
	*noting = (struct noting){event_id, attendees, half_days, g_ptr_array_new()};
	g_autofree char *title =
		g_strdup_printf(i18n_count("Presence of %u person", "Presence of %u people",
					   attendees->len),
				attendees->len);
	struct chooser *chooser = chooser_new(title, half_day_chosen, noting, noting_free);
	chooser_add(chooser, _("Every half-day of the event"), NULL);
	for (guint i = 0; i < half_days->len; i++) {
		g_autofree char *words =
			half_day_words(ui->store, g_array_index(half_days, gint64, i));
		chooser_add(chooser, words, NULL);
	}
	chooser_show(chooser, ui, 0);
}
