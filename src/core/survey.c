#include "core/survey.h"

#include "base/i18n.h"
#include "core/event.h"
#include "core/status.h"

static const struct field survey_question_fields[] = {
	{.name = "event_id",
	 .label = N_("Event"),
	 .kind = FIELD_REFERENCE,
	 .flags = FIELD_REQUIRED | FIELD_OWNER,
	 .target = &entity_event,
	 .offset = offsetof(struct survey_question, event_id)},
	{.name = "label",
	 .label = N_("Question"),
	 .kind = FIELD_TEXT,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct survey_question, label)},
	{.name = "scale",
	 .label = N_("Scale"),
	 .kind = FIELD_CODE,
	 .codes = &code_scales,
	 .offset = offsetof(struct survey_question, scale)},
	{.name = "position",
	 .label = N_("Position"),
	 .kind = FIELD_INTEGER,
	 .flags = FIELD_REQUIRED,
	 .offset = offsetof(struct survey_question, position)},
};

static const struct field survey_reply_fields[] = {
	{.name = "event_id",
	 .label = N_("Event"),
	 .kind = FIELD_REFERENCE,
	 .flags = FIELD_REQUIRED | FIELD_OWNER,
	 .target = &entity_event,
	 .offset = offsetof(struct survey_reply, event_id)},
	{.name = "row_key",
	 .kind = FIELD_TEXT,
	 .flags = FIELD_REQUIRED | FIELD_INTERNAL,
	 .length = 60,
	 .offset = offsetof(struct survey_reply, row_key)},
};

/* Nobody knows whose a reply is, so nothing leads from a person to a remark that names them:
 * whoever looks for a name erases the remarks that bear it (app/survey.h). */
static const struct field survey_answer_fields[] = {
	{.name = "reply_id",
	 .label = N_("Reply"),
	 .kind = FIELD_REFERENCE,
	 .flags = FIELD_REQUIRED | FIELD_OWNER,
	 .target = &entity_survey_reply,
	 .offset = offsetof(struct survey_answer, reply_id)},
	{.name = "question_id",
	 .label = N_("Question"),
	 .kind = FIELD_REFERENCE,
	 .flags = FIELD_REQUIRED | FIELD_OWNER,
	 .target = &entity_survey_question,
	 .offset = offsetof(struct survey_answer, question_id)},
	{.name = "text",
	 .label = N_("Answer"),
	 .kind = FIELD_LONG,
	 .flags = FIELD_REQUIRED | FIELD_PERSONAL,
	 .offset = offsetof(struct survey_answer, text)},
};

const struct entity entity_survey_question = {.table = "survey_question",
					      .label = N_("question of a survey"),
					      .size = sizeof(struct survey_question),
					      .fields = survey_question_fields,
					      .n_fields = G_N_ELEMENTS(survey_question_fields)};
const struct entity entity_survey_reply = {.table = "survey_reply",
					   .label = N_("reply to a survey"),
					   .size = sizeof(struct survey_reply),
					   .fields = survey_reply_fields,
					   .n_fields = G_N_ELEMENTS(survey_reply_fields)};
const struct entity entity_survey_answer = {.table = "survey_answer",
					    .label = N_("answer of a survey"),
					    .size = sizeof(struct survey_answer),
					    .fields = survey_answer_fields,
					    .n_fields = G_N_ELEMENTS(survey_answer_fields)};
