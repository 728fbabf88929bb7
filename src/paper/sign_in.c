/* The sign-in sheet: half-days, people and the lines on which they sign. */
#include "base/i18n.h"
#include "paper/paper.h"

static const char *
file_word(const struct paper *paper)
{
	(void)paper;
	return C_("file", "sign-in");
}

/* ---- numbers ------------------------------------------------------------------------------------
 */

/* Blank lines are numbered behind the participants. A sheet without names is a page to write on:
 * how many lines it has shows when it is drawn, so that speakers come before them. */
static guint
blank_from(const struct paper *paper, guint n_speakers)
{
	return paper->attendees->len > 0 ? paper->attendees->len + 1 : n_speakers + 1;
}

static guint
line_of(const struct paper *paper, gint64 attendee_id)
{
	for (guint i = 0; attendee_id != 0 && i < paper->attendees->len; i++)
		if (((struct paper_person *)paper->attendees->pdata[i])->attendee_id == attendee_id)
			return i + 1;
	return 0;
}

/* Speakers sign too, and are typed back by a number: their own behind the blank lines, or that of
 * the line which they have among the participants. */
static void
speakers_number(struct paper *paper)
{
	bool named = paper->attendees->len > 0;
	guint next = named ? paper->attendees->len + (guint)paper->blank_lines + 1 : 1;
	for (guint i = 0; i < paper->speakers->len; i++) {
		struct paper_person *speaker = paper->speakers->pdata[i];
		speaker->line = line_of(paper, speaker->attendee_id);
		if (speaker->line == 0 && speaker->attendee_id != 0)
			speaker->line = next++;
	}
}

static bool
gather(struct paper *paper, GError **error)
{
	(void)error;
	paper_gather_half_days(paper);
	paper_gather_people(paper, false);
	speakers_number(paper);
	return true;
}

static bool
record(struct paper *paper, gint64 document_id, GError **error)
{
	bool done = paper_record_lines(paper, document_id, error);
	for (guint i = 0; done && i < paper->speakers->len; i++) {
		const struct paper_person *speaker = paper->speakers->pdata[i];
		if (speaker->line > 0 && line_of(paper, speaker->attendee_id) == 0)
			done = paper_record_line(paper, document_id, speaker->line, speaker, error);
	}
	return done;
}

/* ---- what it shows ------------------------------------------------------------------------------
 */

static void
digest_half_days(GChecksum *digest, const GArray *half_days)
{
	for (guint i = 0; i < half_days->len; i++) {
		const struct document_half_day *half_day =
			&g_array_index(half_days, struct document_half_day, i);
		digest_add(digest, half_day->day);
		digest_add(digest, half_day->part);
		digest_add(digest, half_day->start);
		digest_add(digest, half_day->end);
	}
}

/* Its lines are numbered: their order is a part of it. */
static void
digest(const struct paper *paper, GChecksum *sum)
{
	for (guint i = 0; i < paper->attendees->len; i++)
		digest_person(sum, paper->attendees->pdata[i], false);
	digest_add(sum, "registered");
	for (guint i = 0; i < paper->speakers->len; i++) {
		const struct paper_person *speaker = paper->speakers->pdata[i];
		digest_person(sum, speaker, false);
		digest_number(sum, speaker->line);
	}
	digest_half_days(sum, paper->half_days);
	digest_number(sum, paper->blank_lines);
	digest_number(sum, paper->photo_notice);
	if (paper->contact != NULL)
		digest_add(sum, paper->contact);
}

static bool
draw(const struct paper *paper, const struct print_module *print, const char *path, guint *pages,
     char **missing, GError **error)
{
	g_autofree struct document_person *attendees = paper_people_shown(paper->attendees);
	g_autofree struct document_person *speakers = paper_people_shown(paper->speakers);
	g_autofree guint *lines = g_new0(guint, paper->speakers->len + 1);
	for (guint i = 0; i < paper->speakers->len; i++)
		lines[i] = ((struct paper_person *)paper->speakers->pdata[i])->line;
	gconstpointer half_days = paper->half_days->data;
	struct sign_in_sheet sheet = {.letterhead = paper->letterhead,
				      .reference = paper->reference,
				      .event = paper->event,
				      .half_days = half_days,
				      .n_half_days = paper->half_days->len,
				      .attendees = attendees,
				      .n_attendees = paper->attendees->len,
				      .speakers = speakers,
				      .n_speakers = paper->speakers->len,
				      .speaker_lines = lines,
				      .blank_from = blank_from(paper, paper->speakers->len),
				      .blank_lines = paper->blank_lines,
				      .photo_notice = paper->photo_notice,
				      .contact = paper->contact};
	return print->sign_in(&sheet, path, pages, missing, error);
}

const struct paper_making making_sign_in = {
	.kind = {.name = "sign-in",
		 .label = N_("Sign-in sheet"),
		 .formats = 1 << PAPER_PDF,
		 .traits = PAPER_OF_SESSION | PAPER_SORTED | PAPER_COMES_BACK | PAPER_IN_DAY |
			   PAPER_ANNOUNCED},
	.file_word = file_word,
	.gather = gather,
	.digest = digest,
	.draw = draw,
	.record = record,
};
