#include "core/status.h"

#include <string.h>

#include "base/i18n.h"
#include "base/text.h"

const struct code_list *const code_lists[] = {
	&code_event_statuses,
	&code_event_openings,
	&code_attendee_statuses,
	&code_presence_states,
	&code_attendee_parts,
	&code_speaker_states,
	&code_booking_states,
	&code_event_modes,
	&code_proof_modes,
	&code_partner_roles,
	&code_families,
	&code_levels,
	&code_person_roles,
	&code_civilities,
	&code_half_day_parts,
	&code_session_kinds,
	&code_speaker_roles,
	&code_lunches,
	&code_attendee_origins,
	&code_photo_preferences,
	&code_consent_purposes,
	&code_mark_origins,
	&code_promotions,
	&code_door_conflicts,
	&code_document_kinds,
	&code_holiday_kinds,
	&code_mapping_subjects,
	&code_report_headings,
	&code_territory_types,
	&code_yes_no,
	&code_task_kinds,
	&code_task_states,
	&code_scales,
	NULL,
};

const struct code *
code_find(const struct code_list *list, const char *code)
{
	if (code == NULL)
		return NULL;
	for (guint i = 0; i < list->n; i++)
		if (strcmp(list->codes[i].code, code) == 0)
			return &list->codes[i];
	return NULL;
}

const char *
code_text(const struct code *code)
{
	gsize context_size = (gsize)(strchr(code->label, '\004') - code->label) + 1;
	return i18n_text_in(code->label, context_size);
}

const char *
code_label(const struct code_list *list, const char *code)
{
	if (code == NULL)
		return "";
	const struct code *found = code_find(list, code);
	return found != NULL ? code_text(found) : code;
}

static bool
key_is_of(const char *key, const char *word, bool exact)
{
	if (word == NULL)
		return false;
	g_autofree char *other = text_search_key(word);
	return exact ? strcmp(key, other) == 0 : g_str_has_prefix(other, key);
}

static bool
key_is_of_aliases(const char *key, const char *aliases, bool exact)
{
	g_auto(GStrv) words = g_strsplit(aliases != NULL ? aliases : "", ";", -1);
	for (guint i = 0; words[i] != NULL; i++)
		if (key_is_of(key, words[i], exact))
			return true;
	return false;
}

/* Either language is read whatever the language of the moment is. */
bool
code_answers(const struct code *code, const char *key, bool exact)
{
	return key_is_of(key, code->code, exact) ||
	       key_is_of(key, strchr(code->label, '\004') + 1, exact) ||
	       key_is_of(key, code_text(code), exact) ||
	       key_is_of(key, i18n_french(code->label), exact) ||
	       key_is_of_aliases(key, code->aliases, exact);
}

static bool
has_word(const char *text, const char *key)
{
	g_autofree char *words = text_words_key(text);
	return text_word_begins(words, key);
}

bool
code_has_word(const struct code *code, const char *key)
{
	return has_word(strchr(code->label, '\004') + 1, key) || has_word(code_text(code), key) ||
	       has_word(i18n_french(code->label), key) ||
	       (code->aliases != NULL && has_word(code->aliases, key));
}

const char *
code_parse(const struct code_list *list, const char *typed)
{
	const struct code *exact = code_find(list, typed);
	if (exact != NULL || typed == NULL)
		return exact != NULL ? exact->code : NULL;
	g_autofree char *key = text_search_key(typed);
	if (*key == '\0')
		return NULL;
	for (guint i = 0; i < list->n; i++)
		if (code_answers(&list->codes[i], key, true))
			return list->codes[i].code;
	return NULL;
}

GPtrArray *
code_keys(const struct code_list *list, const char *code)
{
	GPtrArray *keys = g_ptr_array_new_with_free_func(g_free);
	const struct code *found = code_find(list, code);
	if (found == NULL)
		return keys;
	g_ptr_array_add(keys, text_search_key(found->code));
	g_ptr_array_add(keys, text_search_key(strchr(found->label, '\004') + 1));
	g_ptr_array_add(keys, text_search_key(code_text(found)));
	g_auto(GStrv) words = g_strsplit(found->aliases != NULL ? found->aliases : "", ";", -1);
	for (guint i = 0; words[i] != NULL; i++)
		g_ptr_array_add(keys, text_search_key(words[i]));
	return keys;
}

bool
code_is(const struct code_list *list, const char *code, guint traits)
{
	const struct code *found = code_find(list, code);
	return found != NULL && (found->traits & traits) == traits;
}

bool
code_may_go(const struct code_list *list, const char *from, const char *to)
{
	const struct code *start = code_find(list, from);
	const struct code *end = code_find(list, to);
	if (start == NULL || end == NULL)
		return false;
	if (start == end || start->next == NULL)
		return true;
	g_auto(GStrv) next = g_strsplit(start->next, " ", -1);
	return g_strv_contains((const char *const *)next, to);
}

char *
code_names(const struct code_list *list)
{
	GString *names = g_string_new(NULL);
	for (guint i = 0; i < list->n; i++)
		g_string_append_printf(names, "%s%s", i > 0 ? ", " : "", list->codes[i].code);
	return g_string_free(names, FALSE);
}

static bool
attendee_is(const char *status, const char *part, guint trait)
{
	return code_is(&code_attendee_statuses, status, trait) &&
	       code_is(&code_attendee_parts, part, trait);
}

bool
attendee_takes_seat(const char *status, const char *part)
{
	return attendee_is(status, part, CODE_TAKES_SEAT);
}

bool
attendee_counted(const char *status, const char *part)
{
	return attendee_is(status, part, CODE_COUNTED);
}

/* A date known to the month is past when its month is. */
static bool
date_is_past(const char *date, const char *today)
{
	return date != NULL && strncmp(today, date, strlen(date)) > 0;
}

const struct code *
event_status_shown(const char *status, const struct event_opening *opening)
{
	const struct code *stored = code_find(&code_event_statuses, status);
	if (stored == NULL || (stored->traits & CODE_OPEN) == 0)
		return stored;
	const char *shown = "open";
	if (date_is_past(opening->deadline, opening->today) ||
	    date_is_past(opening->last_day, opening->today))
		shown = "closed";
	else if (opening->seat_limit > 0 && opening->seats_taken >= opening->seat_limit)
		shown = "full";
	return code_find(&code_event_openings, shown);
}
