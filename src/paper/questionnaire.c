/* The satisfaction form on paper: few questions, one scale, the sessions by their names. */
#include "base/date.h"
#include "base/i18n.h"
#include "core/status.h"
#include "paper/places.h"
#include "paper/sessions.h"

#define BOX          "☐"
#define ROW          8.0 /* mm: room for a pen */
#define REMARK_LINES 3

static const char *
file_word(const struct paper *paper)
{
	(void)paper;
	return C_("file", "questionnaire");
}

/* Five to ten questions, and this scale (domain study, §6). */
static const char *const questions[] = {
	N_("Welcome and information before the event"),
	N_("Organisation: place, hours, course of the day"),
	N_("Contents"),
	N_("Speakers"),
	N_("Exchanges between participants"),
	N_("Use for your work"),
};
#define ORGANISATION 1 /* of them: said otherwise of what is online */
static const char *const scale[] = {N_("very good"), N_("good"), N_("satisfactory"),
				    N_("insufficient")};
static const char *const remarks[] = {
	N_("What you will take away"),
	N_("What was missing"),
	N_("Remarks, and subjects for other events"),
};

static struct writing_table *
scale_table(Writing *writing, const char *head)
{
	struct writing_column columns[G_N_ELEMENTS(scale) + 1] = {{head, 78, WRITING_START}};
	for (gsize i = 0; i < G_N_ELEMENTS(scale); i++)
		columns[i + 1] = (struct writing_column){_(scale[i]), 24, WRITING_MIDDLE};
	struct writing_table *table = writing_table(writing, columns, G_N_ELEMENTS(columns));
	table->least = ROW;
	return table;
}

static void
question_put(Writing *writing, struct writing_table *table, const char *question)
{
	writing_row(table);
	writing_cell(writing, table, NULL, question, 1);
	for (gsize i = 0; i < G_N_ELEMENTS(scale); i++)
		writing_cell(writing, table, NULL, BOX, 1);
}

/* Those in which something is told, made or seen; nobody marks a lunch. */
static void
sessions_write(const struct paper *paper, Writing *writing)
{
	struct writing_table *table = NULL;
	for (guint i = 0; i < paper->whole->sessions->n; i++) {
		const struct session *session = paper->whole->sessions->row[i];
		if (!code_is(&code_session_kinds, session->kind, CODE_JUDGED))
			continue;
		if (table == NULL)
			table = scale_table(writing, _("The sessions that you attended"));
		question_put(writing, table, session->title);
	}
}

/* Boxes for who answers: what a report on the balance of actors needs, and no name. */
static void
families_write(Writing *writing)
{
	g_autoptr(GString) text = g_string_new(NULL);
	for (guint i = 0; i < code_families.n; i++) {
		g_auto(GStrv) words = g_strsplit(code_text(&code_families.codes[i]), " ", -1);
		g_autofree char *held = g_strjoinv("\u00a0", words);
		g_string_append_printf(text, "%s" BOX "\u00a0%s", i > 0 ? "   " : "", held);
	}
	writing_heading(writing, 2, _("You come from"));
	writing_text(writing, WRITING_PLAIN, text->str);
}

static void
remarks_write(Writing *writing)
{
	const struct writing_column column = {NULL, 1, WRITING_START};
	for (gsize i = 0; i < G_N_ELEMENTS(remarks); i++) {
		writing_heading(writing, 2, _(remarks[i]));
		struct writing_table *table = writing_table(writing, &column, 1);
		table->least = ROW;
		for (guint line = 0; line < REMARK_LINES; line++) {
			writing_row(table);
			writing_cell(writing, table, NULL, NULL, 1);
		}
	}
}

/* What to do with it: there is no exit from a webinar. */
static void
request_write(const struct paper *paper, Writing *writing)
{
	if (!paper_is_online(paper)) {
		writing_text(writing, WRITING_PLAIN,
			     _("Please tick one box on each line, and leave this page at the "
			       "exit."));
		return;
	}
	g_autofree char *whom =
		paper->contact != NULL
			? g_strdup_printf(_("Please tick one box on each line, and send this page "
					    "to %s."),
					  paper->contact)
			: g_strdup(_("Please tick one box on each line, and send this page back "
				     "to us."));
	writing_text(writing, WRITING_PLAIN, whom);
}

static bool
compose(struct paper *paper, GError **error)
{
	(void)error;
	g_autofree char *dates = wording_dates(&paper->event);
	g_autofree char *when = wording_join((const char *[]){paper->event.kind, dates}, 2);
	g_autofree char *where = places_text(paper);
	Writing *writing = paper_writing(paper, _("QUESTIONNAIRE"), paper->event.title);
	writing_set_notice(writing, _("Your answers bear no name; they serve to make other events "
				      "better and to report to the funders."));
	writing_add_fact(writing, when);
	writing_add_fact(writing, where);
	request_write(paper, writing);
	struct writing_table *table = scale_table(writing, _("How do you judge…"));
	for (gsize i = 0; i < G_N_ELEMENTS(questions); i++)
		question_put(writing, table,
			     i == ORGANISATION && paper_is_online(paper)
				     ? _("Organisation: connection, hours, course of the day")
				     : _(questions[i]));
	sessions_write(paper, writing);
	families_write(writing);
	remarks_write(writing);
	return true;
}

const struct paper_making making_questionnaire = {
	.kind = {.name = "questionnaire",
		 .label = N_("Questionnaire"),
		 .formats = 1 << PAPER_PDF | 1 << PAPER_ODT,
		 .traits = PAPER_OF_LIVE},
	.file_word = file_word,
	.compose = compose,
};
