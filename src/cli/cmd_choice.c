/* Workshops that people choose between: wishes, places, and who goes where. */
#include "app/workshops.h"
#include "base/error.h"
#include "base/i18n.h"
#include "cli/cmd.h"
#include "cli/sheet.h"

static char *
number(gint64 n)
{
	return g_strdup_printf("%" G_GINT64_FORMAT, n);
}

/* ---- the workshops ------------------------------------------------------------------------------
 */

static Sheet *
workshops_sheet(void)
{
	Sheet *sheet = sheet_new();
	sheet_column(sheet, "workshop", _("Workshop"), SHEET_TEXT, true);
	sheet_column(sheet, "group", _("Group"), SHEET_NUMBER, false);
	sheet_column(sheet, "when", _("When"), SHEET_TEXT, true);
	sheet_column(sheet, "capacity", _("Capacity"), SHEET_NUMBER, true);
	sheet_column(sheet, "first_wishes", _("1st wish"), SHEET_NUMBER, true);
	sheet_column(sheet, "second_wishes", _("2nd wish"), SHEET_NUMBER, true);
	sheet_column(sheet, "later_wishes", _("Later"), SHEET_NUMBER, true);
	sheet_column(sheet, "assigned", _("Given"), SHEET_NUMBER, true);
	return sheet;
}

static void
workshop_row(Sheet *sheet, const struct workshop *workshop)
{
	struct sheet_row *row = sheet_row(sheet);
	sheet_set(sheet, row, 0, g_strdup(workshop->title), NULL);
	sheet_set(sheet, row, 1, number(workshop->group + 1), NULL);
	sheet_set(sheet, row, 2, g_strdup(workshop->when), NULL);
	sheet_set(sheet, row, 3, workshop->capacity > 0 ? number(workshop->capacity) : NULL, NULL);
	for (guint i = 0; i < WORKSHOP_RANKS; i++)
		sheet_set(sheet, row, 4 + i, number(workshop->wishes[i]), NULL);
	sheet_set(sheet, row, 4 + WORKSHOP_RANKS, number(workshop->assigned), NULL);
}

bool
cmd_choice_workshops(struct run *run, GError **error)
{
	gint64 event_id = run_event(run, run->argument[0], error);
	g_autoptr(Workshops) workshops =
		event_id != 0 ? workshops_load(run->store, event_id, error) : NULL;
	if (workshops == NULL)
		return false;
	g_autoptr(Sheet) sheet = workshops_sheet();
	for (guint i = 0; i < workshops->list->len; i++)
		workshop_row(sheet, workshop_at(workshops, (int)i));
	return run_list(run, sheet, error);
}

/* ---- the choices --------------------------------------------------------------------------------
 */

static Sheet *
choices_sheet(void)
{
	Sheet *sheet = sheet_new();
	sheet_column(sheet, "number", _("No."), SHEET_TEXT, true);
	sheet_column(sheet, "name", _("Name"), SHEET_TEXT, true);
	sheet_column(sheet, "workshop", _("Workshop"), SHEET_TEXT, true);
	sheet_column(sheet, "rank", _("Rank"), SHEET_NUMBER, true);
	sheet_column(sheet, "assigned", _("Given"), SHEET_BOOLEAN, true);
	sheet_column(sheet, "by_hand", _("By hand"), SHEET_BOOLEAN, true);
	return sheet;
}

static void
choice_row(Sheet *sheet, const Workshops *workshops, const struct workshop_attendee *person,
	   const struct workshop_place *place, int at, guint rank)
{
	bool given = place->given == at, by_hand = given && place->by_hand;
	struct sheet_row *row = sheet_row(sheet);
	sheet_set(sheet, row, 0, g_strdup(person->number), NULL);
	sheet_set(sheet, row, 1, g_strdup(person->name), NULL);
	sheet_set(sheet, row, 2, g_strdup(workshop_at(workshops, at)->title), NULL);
	sheet_set(sheet, row, 3, rank > 0 ? number(rank) : NULL, NULL);
	sheet_set(sheet, row, 4, g_strdup(given ? "1" : "0"), g_strdup(given ? _("yes") : ""));
	sheet_set(sheet, row, 5, g_strdup(by_hand ? "1" : "0"), g_strdup(by_hand ? _("yes") : ""));
}

/* Wishes by rank, then a place that was not asked for. */
static void
place_rows(Sheet *sheet, const Workshops *workshops, const struct workshop_attendee *person,
	   const struct workshop_place *place)
{
	bool asked = place->given < 0;
	for (guint i = 0; i < place->n_wishes; i++) {
		choice_row(sheet, workshops, person, place, (int)place->wishes[i], i + 1);
		asked |= (int)place->wishes[i] == place->given;
	}
	if (!asked)
		choice_row(sheet, workshops, person, place, place->given, 0);
}

bool
cmd_choice_list(struct run *run, GError **error)
{
	gint64 event_id = run_event(run, run->argument[0], error);
	g_autoptr(Workshops) workshops =
		event_id != 0 ? workshops_load(run->store, event_id, error) : NULL;
	if (workshops == NULL)
		return false;
	g_autoptr(Sheet) sheet = choices_sheet();
	for (guint i = 0; i < workshops->people->len; i++)
		for (guint group = 0; group < workshops->n_groups; group++)
			place_rows(sheet, workshops, workshops_person(workshops, i),
				   &workshops_person(workshops, i)->places[group]);
	return run_list(run, sheet, error);
}

/* ---- placing ------------------------------------------------------------------------------------
 */

static Sheet *
moves_sheet(void)
{
	Sheet *sheet = sheet_new();
	sheet_column(sheet, "number", _("No."), SHEET_TEXT, true);
	sheet_column(sheet, "name", _("Name"), SHEET_TEXT, true);
	sheet_column(sheet, "workshop", _("Workshop"), SHEET_TEXT, true);
	sheet_column(sheet, "rank", _("Rank"), SHEET_NUMBER, true);
	sheet_column(sheet, "before", _("Before"), SHEET_TEXT, true);
	sheet_column(sheet, "by_hand", _("By hand"), SHEET_BOOLEAN, true);
	return sheet;
}

static char *
title_at(const Workshops *workshops, int place)
{
	const struct workshop *workshop = workshop_at(workshops, place);
	return workshop != NULL ? g_strdup(workshop->title) : NULL;
}

static void
move_row(Sheet *sheet, const Workshops *workshops, const struct workshop_move *move)
{
	const struct workshop_attendee *person = workshops_person(workshops, move->person);
	struct sheet_row *row = sheet_row(sheet);
	sheet_set(sheet, row, 0, g_strdup(person->number), NULL);
	sheet_set(sheet, row, 1, g_strdup(person->name), NULL);
	sheet_set(sheet, row, 2, title_at(workshops, move->now),
		  move->now < 0 ? g_strdup("–") : NULL);
	sheet_set(sheet, row, 3, move->rank > 0 ? number(move->rank) : NULL, NULL);
	sheet_set(sheet, row, 4, title_at(workshops, move->before), NULL);
	sheet_set(sheet, row, 5, g_strdup(move->by_hand ? "1" : "0"),
		  g_strdup(move->by_hand ? _("yes") : ""));
}

/* Who asked and gets none of it must be asked again: they are named. */
static void
missed_notes(const struct run *run, const Workshops *workshops, const GArray *moves)
{
	for (guint i = 0; i < moves->len; i++) {
		const struct workshop_move *move = &g_array_index(moves, struct workshop_move, i);
		const struct workshop_attendee *person = workshops_person(workshops, move->person);
		if (person->places[move->group].n_wishes > 0 && move->rank == 0 && !move->by_hand)
			run_note(run, _("none of their wishes: %s (no. %s)"), person->name,
				 person->number);
	}
}

static void
moves_notes(const struct run *run, const Workshops *workshops, const GArray *moves)
{
	struct workshop_counts counts;
	workshops_count(workshops, moves, &counts);
	g_autofree char *words = workshops_words(&counts);
	missed_notes(run, workshops, moves);
	if (*words != '\0')
		run_note(run, "%s", words);
	if (counts.silent > 0 && !run_given(run, OPTION_EVERYBODY))
		run_note(run, _("--everybody places those who asked for nothing as well"));
}

static bool
moves_print(struct run *run, const Workshops *workshops, const GArray *moves, GError **error)
{
	g_autoptr(Sheet) sheet = moves_sheet();
	for (guint i = 0; i < moves->len; i++)
		move_row(sheet, workshops, &g_array_index(moves, struct workshop_move, i));
	return run_list(run, sheet, error);
}

bool
cmd_choice_assign(struct run *run, GError **error)
{
	struct workshops_choice choice = {.everybody = run_given(run, OPTION_EVERYBODY),
					  .anew = run_given(run, OPTION_ANEW)};
	gint64 event_id = run_event(run, run->argument[0], error);
	if (event_id == 0 || !run_begin(run, "workshops_assign", error))
		return false;
	g_autoptr(Workshops) workshops = workshops_load(run->store, event_id, error);
	g_autoptr(GArray) moves = workshops != NULL ? workshops_propose(workshops, &choice) : NULL;
	guint written = 0;
	bool done = moves != NULL &&
		    (workshops->list->len > 0 ||
		     fail(error, ERROR_NOTHING,
			  _("the event has no workshops between which people choose"))) &&
		    workshops_write(run->store, workshops, moves, &written, error);
	store_about(run->store, &entity_event, event_id, event_id, written);
	if (!run_end(run, done, error) || moves == NULL)
		return false;
	moves_notes(run, workshops, moves);
	return moves_print(run, workshops, moves, error);
}
