/* What a satisfaction form came to: how many replied, and what they said.
 *
 * Replies are of nobody in particular, so that “person forget” cannot find what they say of
 * somebody: survey_erase() takes out the remarks that hold a name.
 */
#ifndef APP_SURVEY_H
#define APP_SURVEY_H

#include "core/survey.h"
#include "store/store.h"

/** How many replied; -1 on error. */
gint64 survey_replies(Store *store, gint64 event_id);

/** How many said one thing: a step of a scale, or a remark. */
struct survey_count {
	char *text; /* in the person's language for a step, as written for a remark */
	guint n;
};

/** One question and its answers. */
struct survey_figure {
	gint64 question_id;
	char *label;
	const char *scale; /* of code_scales, NULL: remarks. Borrowed for ever */
	guint answers;     /* on the scale, or remarks */
	guint aside;       /* of no opinion */
	guint off;         /* said something that is not on the scale */
	GArray *counts;    /* struct survey_count: every step in the order of the scale, zeros
			      included; remarks in the order in which they were first made, those that
			      are the same counted together */
	gint mean;         /* of marks, in hundredths; -1 without marks */
};

typedef struct survey {
	guint replies;
	gint64 present;  /* whom they are held against: people who were present, else the
			    attendance that was counted; MISSING when nobody knows */
	GArray *figures; /* struct survey_figure, in the order of the form */
} Survey;

/** NULL on error. A survey without replies has no figures. */
Survey *survey_figures(Store *store, gint64 event_id, GError **error);
void survey_free(Survey *survey);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Survey, survey_free)

/** "59.8 %" of those present; "–" when nobody knows how many they were. Caller frees. */
char *survey_rate_text(const Survey *survey);

/** The same in tenths of a hundredth (598); -1 when it is not known. */
gint survey_rate(const Survey *survey);

/** "4.25" in the person's language; NULL without marks. Caller frees. */
char *survey_mean_text(const struct survey_figure *figure);

/** Delete all of the event's replies and questions. N receives how many replied. Needs a gesture.
 */
bool survey_delete(Store *store, gint64 event_id, guint *n, GError **error);

/** Erase the remarks of the event's survey in which all of WORDS stand, case and accents aside,
 * from the rows, the history and the file; it cannot be undone, and importing the same file again
 * does not bring them back. DRY_RUN counts alone. ERROR_NOTHING when there is none. Not within a
 * gesture.
 */
bool survey_erase(Store *store, gint64 event_id, const char *words, bool dry_run, guint *n,
		  GError **error);

#endif
