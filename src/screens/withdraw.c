#include "screens/withdraw.h"

#include "app/certificates.h"
#include "app/gesture.h"
#include "base/i18n.h"
#include "core/attendee.h"
#include "core/naming.h"
#include "screens/rows_work.h"
#include "tui/chooser.h"

struct withdrawing {
	struct list *list;
	gint64 event_id;
	GArray *attendees; /* gint64: who have one that is valid */
};

static void
withdrawing_free(gpointer pointer)
{
	struct withdrawing *withdrawing = pointer;
	g_array_unref(withdrawing->attendees);
	g_free(withdrawing);
}

static bool
one_withdraw(Store *store, const struct rows_order *order, gint64 attendee_id, GError **error)
{
	g_autoptr(Rows) rows =
		store_of(store, &entity_certificate, "attendee_id", attendee_id, error);
	(void)order;
	struct certificate *valid = rows != NULL ? certificate_valid(rows, attendee_id) : NULL;
	return rows != NULL && (valid == NULL || certificate_withdraw(store, valid, error));
}

static void
withdraw_chosen(struct ui *ui, guint index, gpointer user)
{
	const struct withdrawing *withdrawing = user;
	const GArray *attendees = withdrawing->attendees;
	if (index == 1)
		rows_work(ui,
			  &(struct rows_order){.noun = &noun_attendee,
					       .action = "certificate_withdraw",
					       .event_id = withdrawing->event_id,
					       .each = one_withdraw,
					       .unselect = withdrawing->list},
			  g_memdup2(attendees->data, attendees->len * sizeof(gint64)),
			  attendees->len);
}

/* Their numbers stand in the question: that is what the paper in somebody's hands bears. */
static char *
numbers_of(const Rows *certificates, const GArray *attendees)
{
	GString *numbers = g_string_new(NULL);
	for (guint i = 0; i < attendees->len && i < 5; i++) {
		const struct certificate *valid =
			certificate_valid(certificates, g_array_index(attendees, gint64, i));
		g_autofree char *name = name_shown(valid->first_name, valid->last_name);
		g_string_append_printf(numbers, "%s%s, %s", i > 0 ? "\n" : "", valid->number, name);
	}
	if (attendees->len > 5)
		g_string_append(numbers, "\n…");
	return g_string_free(numbers, FALSE);
}

void
withdraw_ask(struct list *list, struct ui *ui)
{
	GError *error = NULL;
	guint n = 0;
	g_autofree gint64 *ids = list_targets(list, &n);
	g_autoptr(Rows) rows =
		store_of(ui->store, &entity_certificate, "event_id", list->value, &error);
	ui_fail(ui, error);
	if (rows == NULL)
		return;
	struct withdrawing *withdrawing = g_new0(struct withdrawing, 1);
	*withdrawing =
		(struct withdrawing){list, list->value, g_array_new(FALSE, FALSE, sizeof(gint64))};
	for (guint i = 0; i < n; i++)
		if (certificate_valid(rows, ids[i]) != NULL)
			g_array_append_val(withdrawing->attendees, ids[i]);
	n = withdrawing->attendees->len;
	if (n == 0) {
		withdrawing_free(withdrawing);
		ui_say(ui, TOAST_NOTE, _("None of them has a certificate that is valid"));
		return;
	}
	g_autofree char *title = g_strdup_printf(i18n_count("Withdraw %u certificate?",
							    "Withdraw %u certificates?", n),
						 n);
	g_autofree char *numbers = numbers_of(rows, withdrawing->attendees);
	struct chooser *chooser =
		chooser_new(title, withdraw_chosen, withdrawing, withdrawing_free);
	chooser_explain(chooser, numbers);
	chooser_add(chooser, _("Keep"), NULL);
	chooser_add(chooser, _("Withdraw as of today; the number is not given again"), NULL);
	chooser_show(chooser, ui, 0);
}
