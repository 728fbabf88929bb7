/* Badges: one for everyone who will be there, with the code that the desk scans. */
#include "base/error.h"
#include "base/i18n.h"
#include "core/badge.h"
#include "core/card_grid.h"
#include "core/status.h"
#include "paper/paper.h"
#include "store/setting.h"

static const char *
file_word(const struct paper *paper)
{
	(void)paper;
	return C_("file", "badges");
}

/* ---- gathering ----------------------------------------------------------------------------------
 */

/* The one asked for, else the centre's; a name that is no longer known falls back. */
static const struct card_grid *
grid_of(const struct paper *paper)
{
	g_autofree char *set = setting_get(paper->store, "badge_grid");
	const char *name = paper->choice->grid != NULL ? paper->choice->grid : set;
	const struct card_grid *grid = name != NULL ? card_grid_find(name) : NULL;
	return grid != NULL ? grid : card_grid_at(0);
}

static bool
sheet_check(const struct paper *paper, GError **error)
{
	const struct paper_choice *choice = paper->choice;
	if (choice->grid != NULL && card_grid_find(choice->grid) == NULL) {
		g_autofree char *names = card_grid_names();
		return fail(error, ERROR_INVALID, _("there is no sheet “%s”; they are: %s"),
			    choice->grid, names);
	}
	const struct card_grid *grid = grid_of(paper);
	return choice->first_cell <= card_grid_cells(grid) ||
	       fail(error, ERROR_INVALID, _("a sheet of %s has %u badges: there is no number %u"),
		    grid->name, card_grid_cells(grid), choice->first_cell);
}

static void
gather_codes(struct paper *paper)
{
	char code[BADGE_LETTERS + 1];
	for (guint i = 0; i < paper->attendees->len; i++) {
		struct paper_person *person = paper->attendees->pdata[i];
		if (person->attendee == NULL)
			continue;
		badge_code(person->attendee->uid, code);
		person->code = paper_keep(paper, code);
	}
}

static bool
gather(struct paper *paper, GError **error)
{
	/* a badge is small: the short title, where there is one */
	if (paper->whole->event->short_title != NULL)
		paper->event.title = paper->whole->event->short_title;
	if (!sheet_check(paper, error) || !paper_gather_bearers(paper, error))
		return false;
	gather_codes(paper);
	return paper->attendees->len > 0 || paper->choice->blank > 0 ||
	       fail(error, ERROR_NOTHING, _("nobody is registered for %s: there is no badge yet"),
		    paper->whole->event->number);
}

/* ---- what it shows ------------------------------------------------------------------------------
 */

static bool
refuses_photos(const struct paper_person *person)
{
	return person->attendee != NULL &&
	       code_is(&code_photo_preferences, person->attendee->photo, CODE_REFUSES);
}

static void
digest_line(const struct paper *paper, const struct paper_person *person, GChecksum *digest)
{
	const struct document_person *shown = &person->shown;
	const char *const texts[] = {paper->event.title, paper->logo_digest, shown->last_name,
				     shown->first_name,  shown->function,    shown->organisation,
				     shown->workshop,    shown->number,      person->code,
				     paper_role(person)};
	for (gsize i = 0; i < G_N_ELEMENTS(texts); i++)
		digest_add(digest, texts[i]);
	digest_number(digest, refuses_photos(person));
}

static struct document_badge
badge_of(const struct paper_person *person)
{
	return (struct document_badge){.person = person->shown,
				       .code = person->code,
				       .role = paper_role(person),
				       .no_photo = refuses_photos(person)};
}

static bool
draw(const struct paper *paper, const struct print_module *print, const char *path, guint *pages,
     char **missing, GError **error)
{
	const struct paper_choice *choice = paper->choice;
	guint n = paper->attendees->len;
	g_autofree struct document_badge *badges = g_new0(struct document_badge, n + 1);
	for (guint i = 0; i < n; i++)
		badges[i] = badge_of(paper->attendees->pdata[i]);
	struct badge_sheet sheet = {.letterhead = paper->letterhead,
				    .reference = paper->reference,
				    .event = paper->event,
				    .grid = grid_of(paper),
				    .first = choice->first_cell > 0 ? choice->first_cell - 1 : 0,
				    .badges = badges,
				    .n_badges = n,
				    .blank = choice->blank};
	sheet.reference.code = NULL; /* only what is signed comes back */
	return print->badges(&sheet, path, pages, missing, error);
}

const struct paper_making making_badges = {
	.kind = {.name = "badges",
		 .label = N_("Badges"),
		 .formats = 1 << PAPER_PDF,
		 .traits = PAPER_SORTED | PAPER_OF_PEOPLE | PAPER_REPRINTED | PAPER_LABELS |
			   PAPER_OF_LIVE | PAPER_IN_DAY},
	.file_word = file_word,
	.gather = gather,
	.digest_line = digest_line,
	.unchanged = N_("no badge has changed since they were printed"),
	.draw = draw,
	.record = paper_record_lines,
};
