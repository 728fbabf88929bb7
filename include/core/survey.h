/* Satisfaction: what a form asked, and replies of nobody in particular. */
#ifndef CORE_SURVEY_H
#define CORE_SURVEY_H

#include "core/entity.h"

/** What was asked; without a scale the answers are remarks */
struct survey_question {
	gint64 id, rev;
	gint64 event_id;
	char *label;
	char *scale; /* of code_scales, or NULL */
	gint64 position;
};

/** One reply; nothing says whose */
struct survey_reply {
	gint64 id, rev;
	gint64 event_id;
	char *row_key; /* digest of its answers, and which of several that say the same */
};

/** What a reply says to one question */
struct survey_answer {
	gint64 id, rev;
	gint64 reply_id;
	gint64 question_id;
	char *text; /* as written: a remark may name somebody */
};

extern const struct entity entity_survey_question;
extern const struct entity entity_survey_reply;
extern const struct entity entity_survey_answer;

#endif
