/* What a row says otherwise than the registration that it belongs to. */
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "core/naming.h"
#include "intake/import_attendees.h"

/* The members that a form declares, and that may therefore have changed. An empty cell says
 * nothing: it never erases. */
static const char *const members[] = {"function",     "organisation", "email",  "phone",
				      "town",         "department",   "lunch",  "diet",
				      "access_needs", "photo",        "remarks"};

static bool
folded_equal(const char *a, const char *b)
{
	g_autofree char *left = text_search_key(a);
	g_autofree char *right = text_search_key(b);
	return strcmp(left, right) == 0;
}

typedef char *(*text_key)(const char *text);

static bool
equal_by(text_key key, const char *a, const char *b)
{
	g_autofree char *left = key(a);
	g_autofree char *right = key(b);
	return left != NULL && g_strcmp0(left, right) == 0;
}

/* The same value typed otherwise is no change. */
static bool
is_same_value(struct attendees *attendees, const char *member, const char *now, const char *before)
{
	if (strcmp(now, before) == 0 || folded_equal(now, before))
		return true;
	if (strcmp(member, "email") == 0)
		return equal_by(text_email_key, now, before);
	if (strcmp(member, "phone") == 0)
		return equal_by(text_phone, now, before);
	return strcmp(member, "organisation") == 0 &&
	       g_strcmp0(bodies_key(attendees->bodies, now),
			 bodies_key(attendees->bodies, before)) == 0;
}

static const struct field *
member_field(gsize i)
{
	return entity_field(&entity_attendee, members[i]);
}

static bool
member_differs(struct attendees *attendees, gsize i, const struct attendee *now,
	       const struct attendee *before)
{
	const char *said = field_get(member_field(i), now).text;
	const char *known = field_get(member_field(i), before).text;
	return said != NULL &&
	       (known == NULL || !is_same_value(attendees, members[i], said, known));
}

static bool
name_differs(const struct attendee *now, const struct attendee *before)
{
	return !folded_equal(now->last_name, before->last_name) ||
	       (now->first_name != NULL && !folded_equal(now->first_name, before->first_name));
}

/* A letter that an export has lost, an initial or swapped fields say less than what is known. */
static bool
name_changes(const struct attendee *now, const struct attendee *before)
{
	if (!name_differs(now, before))
		return false;
	return strlen(now->last_name) > 1 && strchr(now->last_name, '?') == NULL &&
	       (now->first_name == NULL || strchr(now->first_name, '?') == NULL);
}

void
difference_note(struct import_line *line, GString *changes, const char *label, const char *before,
		const char *after)
{
	changes_add(changes, label, before, after);
	if (line == NULL)
		return;
	line->fills |= before == NULL;
	line->contradicts |= before != NULL;
}

/* LINE may be NULL. */
static void
members_differ(struct attendees *attendees, struct import_line *line, const struct attendee *now,
	       const struct attendee *before, GString *changes)
{
	if (name_changes(now, before)) {
		g_autofree char *old = name_shown(before->first_name, before->last_name);
		g_autofree char *new = name_shown(now->first_name, now->last_name);
		difference_note(line, changes, _("Name"), old, new);
	}
	for (gsize i = 0; i < G_N_ELEMENTS(members); i++) {
		if (!member_differs(attendees, i, now, before))
			continue;
		g_autofree char *old = field_text(member_field(i), before);
		g_autofree char *new = field_text(member_field(i), now);
		difference_note(line, changes, _(member_field(i)->label), *old != '\0' ? old : NULL,
				new);
	}
}

static char *
changes_end(GString *changes)
{
	bool none = changes->len == 0;
	char *text = g_string_free(changes, none);
	return none ? NULL : text;
}

bool
status_updates(const struct attendee *attendee, const char *status)
{
	bool has = attendee_takes_seat(attendee->status, attendee->part);
	bool waits = code_is(&code_attendee_statuses, attendee->status, CODE_WAITS);
	return !(has && code_is(&code_attendee_statuses, status, CODE_WAITS)) &&
	       !(waits && attendee_takes_seat(status, attendee->part));
}

bool
status_asks(const struct declared *declared, const struct attendee *attendee)
{
	const char *said = declared->attendee.status;
	return declared->status_said && strcmp(said, attendee->status) != 0 &&
	       status_updates(attendee, said) &&
	       code_may_go(&code_attendee_statuses, attendee->status, said) &&
	       (attendee_takes_seat(said, attendee->part) ||
		code_is(&code_attendee_statuses, said, CODE_WAITS));
}

/* Said once, where the row is judged; the registration stays as it is. */
static void
status_kept_say(ImportPlan *plan, guint line, const struct attendee *attendee, const char *status)
{
	const char *now = code_label(&code_attendee_statuses, attendee->status);
	const char *said = code_label(&code_attendee_statuses, status);
	if (code_is(&code_attendee_statuses, attendee->status, CODE_WAITS))
		say_warning(plan, line, "status",
			    _("“%s” is not taken over: who waits gets a seat from the waiting "
			      "list"),
			    said);
	else
		say_warning(plan, line, "status",
			    _("“%s” is not taken over: the registration stays “%s”"), said, now);
}

static void
status_differs(ImportPlan *plan, struct import_line *line, const struct declared *declared,
	       const struct attendee *attendee, GString *changes)
{
	const char *said = declared->attendee.status;
	if (!declared->status_said || strcmp(said, attendee->status) == 0)
		return;
	if (!status_updates(attendee, said))
		status_kept_say(plan, line->line, attendee, said);
	else
		difference_note(line, changes, _("Status"),
				code_label(&code_attendee_statuses, attendee->status),
				code_label(&code_attendee_statuses, said));
}

char *
declared_differs(Store *store, ImportPlan *plan, struct import_line *line,
		 const struct declared *declared, const struct attendee *attendee)
{
	GString *changes = g_string_new(NULL);
	members_differ(attendees_of(plan), line, &declared->attendee, attendee, changes);
	status_differs(plan, line, declared, attendee, changes);
	answers_differ(store, plan, line, declared, attendee->id, changes);
	return changes_end(changes);
}

static const char *
leftover_of(const struct declared *declared, guint column)
{
	for (guint i = 0; i < declared->left->len; i++) {
		const struct leftover *left = g_ptr_array_index(declared->left, i);
		if (left->column == column)
			return left->text;
	}
	return NULL;
}

static bool
has_choice(const struct declared *declared, gint64 session_id)
{
	for (guint i = 0; i < declared->choices->len; i++)
		if (g_array_index(declared->choices, struct session_choice, i).session_id ==
		    session_id)
			return true;
	return false;
}

static bool
choices_agree(const struct declared *now, const struct declared *before)
{
	for (guint i = 0; i < now->choices->len; i++)
		if (!has_choice(before,
				g_array_index(now->choices, struct session_choice, i).session_id))
			return false;
	return true;
}

char *
declared_differs_from(ImportPlan *plan, const struct declared *declared,
		      const struct declared *before)
{
	GString *changes = g_string_new(NULL);
	members_differ(attendees_of(plan), NULL, &declared->attendee, &before->attendee, changes);
	for (guint i = 0; i < declared->left->len; i++) {
		const struct leftover *left = g_ptr_array_index(declared->left, i);
		const char *old = leftover_of(before, left->column);
		if (old == NULL || !folded_equal(old, left->text))
			changes_add(changes, attendees_of(plan)->labels[left->column], old,
				    left->text);
	}
	if (!choices_agree(declared, before))
		changes_add(changes, _("Workshops"), NULL, _("chosen otherwise"));
	return changes_end(changes);
}

void
declared_take(ImportPlan *plan, const struct declared *declared, struct attendee *attendee,
	      bool fill)
{
	struct attendees *attendees = attendees_of(plan);
	const struct attendee *now = &declared->attendee;
	if (!fill && name_changes(now, attendee)) {
		text_set(&attendee->last_name, now->last_name);
		if (now->first_name != NULL)
			text_set(&attendee->first_name, now->first_name);
	}
	for (gsize i = 0; i < G_N_ELEMENTS(members); i++)
		if (member_differs(attendees, i, now, attendee) &&
		    (!fill || field_get(member_field(i), attendee).text == NULL))
			field_set(member_field(i), attendee, field_get(member_field(i), now));
	if (!fill && declared->status_said && status_updates(attendee, now->status) &&
	    code_may_go(&code_attendee_statuses, attendee->status, now->status))
		text_set(&attendee->status, now->status);
}
