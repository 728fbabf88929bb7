/* Replies to a satisfaction form: each row is one, and nothing of it says whose.
 *
 * What tells who replied (names, addresses, the time of sending, the key of the form service, the
 * employer) is left out of the file of the centre. A reply is known by a digest of the answers that
 * are kept, and by which of several rows that say the same it is, so that a longer export of the
 * same form adds what is new alone.
 */
#include <string.h>

#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/attendee.h"
#include "core/scale.h"
#include "core/survey.h"
#include "intake/import_private.h"

#define DIGEST_DIGITS 20
#define LABEL_LENGTH  4000
#define TITLE_LENGTH  60

struct replies {
	GHashTable *stored; /* row_key of the replies that are there */
	GHashTable *met;    /* digest of answers → how many rows of this table say that */
	GHashTable *ids;    /* label of a question → its id (gint64) */
	char **keys;        /* of the rows, NULL for one without answers */
	guint n_keys;
	gint64 position; /* of the next question */
	struct tally tally;
};

static struct replies *
replies_of(const ImportPlan *plan)
{
	return plan->work->subject;
}

static void
survey_forget(gpointer subject)
{
	struct replies *replies = subject;
	g_hash_table_destroy(replies->stored);
	g_hash_table_destroy(replies->met);
	g_hash_table_destroy(replies->ids);
	for (guint i = 0; i < replies->n_keys; i++)
		g_free(replies->keys[i]); /* between them some are missing */
	g_free(replies->keys);
	g_free(replies);
}

/* ---- columns -------------------------------------------------------------------------------- */

/* "Organisation" over answers of a scale is no employer: it is what was organised. */
static bool
column_is_scale(const struct sheet *sheet, guint at, const char *heading)
{
	g_autoptr(GPtrArray) answers = g_ptr_array_new_with_free_func(g_free);
	for (guint row = 0; row < sheet->rows->len; row++) {
		char *cell = sheet_cell(sheet, row, (int)at, false);
		if (cell != NULL)
			g_ptr_array_add(answers, cell);
	}
	return scale_recognise(heading, (const char *const *)answers->pdata, answers->len) != NULL;
}

/* A column that says who replied goes on saying which field it would have been. */
static void
column_use(struct import_column *column, enum column_use use, const char *reason)
{
	column->use = use;
	column->field = use == COLUMN_IGNORED ? column->field : NULL;
	column->certainty = 100;
	g_free(column->reason);
	column->reason = g_strdup(reason);
}

static void
scales_look(ImportPlan *plan)
{
	for (guint i = 0; i < plan->columns->len; i++) {
		struct import_column *column = g_ptr_array_index(plan->columns, i);
		if (column_is_scale(&plan->work->sheet, i, column->question))
			column_use(column, COLUMN_QUESTION, _("its answers stand on a scale"));
	}
}

/* ---- columns of names ----------------------------------------------------------------------- */

static bool
heading_asks_name(const char *heading)
{
	static const char *const phrases[] = {
		" prenom ",    " prenoms ",    " nom complet ", " votre nom ",
		" vos noms ",  " identite ",   " full name ",   " original name ",
		" your name ", " first name ", " last name ",
	};
	g_autofree char *words = text_words_key(heading);
	g_autofree char *padded = g_strdup_printf(" %s ", words != NULL ? words : "");
	for (guint i = 0; i < G_N_ELEMENTS(phrases); i++)
		if (strstr(padded, phrases[i]) != NULL)
			return true;
	return false;
}

/* Names of those who are registered, either way round, as search keys. */
static GHashTable *
registered_names(Store *store, gint64 event_id)
{
	GHashTable *names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_autoptr(Rows) rows = store_of(store, &entity_attendee, "event_id", event_id, NULL);
	for (guint i = 0; rows != NULL && i < rows->n; i++) {
		const struct attendee *one = rows->row[i];
		if (one->first_name == NULL || one->last_name == NULL)
			continue;
		g_autofree char *first = text_search_key(one->first_name);
		g_autofree char *last = text_search_key(one->last_name);
		g_hash_table_add(names, g_strconcat(first, last, NULL));
		g_hash_table_add(names, g_strconcat(last, first, NULL));
	}
	return names;
}

static bool
cells_are_names(const struct sheet *sheet, guint at, GHashTable *names)
{
	guint filled = 0, named = 0;
	for (guint row = 0; row < sheet->rows->len; row++) {
		g_autofree char *cell = sheet_cell(sheet, row, (int)at, false);
		if (cell == NULL)
			continue;
		g_autofree char *key = text_search_key(cell);
		filled++;
		named += g_hash_table_contains(names, key) ? 1 : 0;
	}
	return named > 0 && named * 2 >= filled;
}

/* What the headings of registrations do not tell: "Nom complet", "Qui êtes-vous ?". */
static void
names_look(Store *store, ImportPlan *plan)
{
	g_autoptr(GHashTable) names = registered_names(store, plan->event_id);
	for (guint i = 0; i < plan->columns->len; i++) {
		struct import_column *column = g_ptr_array_index(plan->columns, i);
		if (column->use != COLUMN_QUESTION ||
		    !(heading_asks_name(column->heading) ||
		      cells_are_names(&plan->work->sheet, i, names)))
			continue;
		column->use = COLUMN_FIELD;
		column->field = "last_name";
	}
}

static bool
label_is_taken(const ImportPlan *plan, guint before, const char *label)
{
	for (guint i = 0; i < before; i++)
		if (column_at(plan, i)->use == COLUMN_QUESTION &&
		    strcmp(column_at(plan, i)->question, label) == 0)
			return true;
	return false;
}

/* Each question has a name of its own: a form may ask "Pourquoi ?" three times. */
static void
labels_part(ImportPlan *plan)
{
	for (guint i = 0; i < plan->columns->len; i++) {
		struct import_column *column = g_ptr_array_index(plan->columns, i);
		g_autofree char *cut = value_cut(column->question, LABEL_LENGTH - 8);
		g_autofree char *label = g_strdup(cut != NULL ? cut : column->question);
		for (guint n = 2; label_is_taken(plan, i, label); n++) {
			g_free(label);
			label = g_strdup_printf("%s (%u)", cut != NULL ? cut : column->question, n);
		}
		g_free(column->question);
		column->question = g_steal_pointer(&label);
	}
}

static bool
survey_columns(Store *store, ImportPlan *plan, const struct import_options *options, GError **error)
{
	bool any = false;
	plan->source = g_strdup("survey");
	if (plan->work->sheet.rows->len == 0)
		return fail(error, ERROR_INVALID, _("this table has no rows"));
	columns_of_kind(plan, COLUMNS_SURVEY);
	names_look(store, plan);
	scales_look(plan);
	if (!columns_choose(store, plan, options, error))
		return false;
	for (guint i = 0; i < plan->columns->len; i++) {
		struct import_column *column = g_ptr_array_index(plan->columns, i);
		if (column->use == COLUMN_FIELD)
			column_use(column, COLUMN_IGNORED, _("says who replied: not kept"));
		any |= column->use == COLUMN_QUESTION;
	}
	labels_part(plan);
	return any || fail(error, ERROR_INVALID, _("this table has no column that is a question"));
}

/* ---- what is there -------------------------------------------------------------------------- */

static bool
stored_load(Store *store, const ImportPlan *plan, struct replies *replies, GError **error)
{
	g_autoptr(Rows) rows =
		store_of(store, &entity_survey_reply, "event_id", plan->event_id, error);
	g_autoptr(Rows) questions = rows != NULL ? store_of(store, &entity_survey_question,
							    "event_id", plan->event_id, error)
						 : NULL;
	for (guint i = 0; questions != NULL && i < rows->n; i++)
		g_hash_table_add(replies->stored,
				 g_strdup(((const struct survey_reply *)rows->row[i])->row_key));
	for (guint i = 0; questions != NULL && i < questions->n; i++) {
		const struct survey_question *question = questions->row[i];
		g_hash_table_insert(replies->ids, g_strdup(question->label),
				    g_memdup2(&question->id, sizeof question->id));
		replies->position = MAX(replies->position, question->position + 1);
	}
	return questions != NULL;
}

static bool
survey_load(Store *store, ImportPlan *plan, GError **error)
{
	struct replies *replies = g_new0(struct replies, 1);
	plan->work->subject = replies;
	replies->stored = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	replies->met = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	replies->ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	replies->n_keys = plan->work->sheet.rows->len;
	replies->keys = g_new0(char *, replies->n_keys + 1);
	return stored_load(store, plan, replies, error);
}

/* ---- judging -------------------------------------------------------------------------------- */

static char *
answer_of(const ImportPlan *plan, guint row, guint column)
{
	return column_at(plan, column)->use == COLUMN_QUESTION
		       ? sheet_cell(&plan->work->sheet, row, (int)column, true)
		       : NULL;
}

static gint
text_order_of(gconstpointer one, gconstpointer other)
{
	return strcmp(*(const char *const *)one, *(const char *const *)other);
}

/* In the order of the questions' names: columns may change places, and a question that was added
 * later makes no other reply of an old one. */
static char *
answers_digest(const ImportPlan *plan, guint row)
{
	g_autoptr(GPtrArray) answers = g_ptr_array_new_with_free_func(g_free);
	for (guint i = 0; i < plan->columns->len; i++) {
		g_autofree char *answer = answer_of(plan, row, i);
		if (answer != NULL)
			g_ptr_array_add(answers,
					g_strdup_printf("%s\001%s", column_at(plan, i)->question,
							answer));
	}
	if (answers->len == 0)
		return NULL;
	g_ptr_array_sort(answers, text_order_of);
	g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA1);
	for (guint i = 0; i < answers->len; i++)
		g_checksum_update(sum, answers->pdata[i], (gssize)strlen(answers->pdata[i]) + 1);
	return g_strndup(g_checksum_get_string(sum), DIGEST_DIGITS);
}

/* The first answers of the row, so that it is known again. */
static char *
row_title(const ImportPlan *plan, guint row)
{
	g_autoptr(GString) title = g_string_new(NULL);
	for (guint i = 0; i < plan->columns->len && title->len < TITLE_LENGTH; i++) {
		g_autofree char *answer = answer_of(plan, row, i);
		if (answer != NULL)
			g_string_append_printf(title, "%s%s", title->len > 0 ? " · " : "", answer);
	}
	g_autofree char *cut = value_cut(title->str, TITLE_LENGTH);
	return cut != NULL ? g_strconcat(cut, "…", NULL) : g_strdup(title->str);
}

static bool
survey_judge(Store *store, ImportPlan *plan, guint row, struct import_line *line, GError **error)
{
	struct replies *replies = replies_of(plan);
	g_autofree char *digest = answers_digest(plan, row);
	(void)store;
	(void)error;
	line->title = row_title(plan, row);
	if (digest == NULL) {
		line->outcome = IMPORT_REFUSED;
		line->reason = g_strdup(_("refused: see the errors"));
		say_error(plan, line->line, NULL, _("this row answers nothing"));
		return true;
	}
	guint n = GPOINTER_TO_UINT(g_hash_table_lookup(replies->met, digest)) + 1;
	g_free(replies->keys[row]);
	replies->keys[row] = g_strdup_printf("%s-%u", digest, n);
	g_hash_table_insert(replies->met, g_steal_pointer(&digest), GUINT_TO_POINTER(n));
	bool there = g_hash_table_contains(replies->stored, replies->keys[row]);
	line->outcome = there ? IMPORT_SAME : IMPORT_NEW;
	if (there)
		line->reason = g_strdup(_("already there"));
	return true;
}

static void
survey_conclude(ImportPlan *plan)
{
	guint out = 0;
	for (guint i = 0; i < plan->columns->len; i++)
		out += column_at(plan, i)->field != NULL ? 1 : 0;
	if (out > 0)
		say_information(plan, 0, NULL,
				i18n_count("%u column is left out: who replied is not kept",
					   "%u columns are left out: who replied is not kept", out),
				out);
}

/* ---- writing -------------------------------------------------------------------------------- */

static bool
survey_open(Store *store, ImportPlan *plan, GError **error)
{
	struct replies *replies = replies_of(plan);
	replies->tally = (struct tally){.entity = &entity_survey_reply,
					.column = "event_id",
					.value = value_integer(plan->event_id)};
	return tally_open(store, &replies->tally, error);
}

static gint64
question_of(Store *store, const ImportPlan *plan, const char *label, GError **error)
{
	struct replies *replies = replies_of(plan);
	const gint64 *known = g_hash_table_lookup(replies->ids, label);
	if (known != NULL)
		return *known;
	struct survey_question question = {.event_id = plan->event_id,
					   .label = (char *)(gsize)label,
					   .position = replies->position++};
	if (!store_insert(store, &entity_survey_question, &question, error))
		return 0;
	g_hash_table_insert(replies->ids, g_strdup(label),
			    g_memdup2(&question.id, sizeof question.id));
	return question.id;
}

static bool
answer_write(Store *store, const ImportPlan *plan, guint row, guint column, gint64 reply_id,
	     GError **error)
{
	g_autofree char *text = answer_of(plan, row, column);
	if (text == NULL)
		return true;
	struct survey_answer answer = {
		.reply_id = reply_id,
		.question_id = question_of(store, plan, column_at(plan, column)->question, error),
		.text = text,
	};
	return answer.question_id != 0 &&
	       store_insert(store, &entity_survey_answer, &answer, error);
}

static bool
survey_write(Store *store, ImportPlan *plan, guint row, const struct import_choice *choice,
	     guint *written, GError **error)
{
	const struct import_line *line = g_ptr_array_index(plan->rows, row);
	struct replies *replies = replies_of(plan);
	(void)choice;
	if (line->outcome != IMPORT_NEW)
		return true;
	struct survey_reply reply = {.event_id = plan->event_id, .row_key = replies->keys[row]};
	bool done = store_insert(store, &entity_survey_reply, &reply, error);
	for (guint i = 0; done && i < plan->columns->len; i++)
		done = answer_write(store, plan, row, i, reply.id, error);
	replies->tally.made += done;
	*written += done;
	return done;
}

/* All that is known of a question now says on which scale it is answered. */
static bool
question_weigh(Store *store, struct survey_question *question, GError **error)
{
	g_autoptr(Rows) answers =
		store_of(store, &entity_survey_answer, "question_id", question->id, error);
	g_autoptr(GPtrArray) texts = g_ptr_array_new();
	for (guint i = 0; answers != NULL && i < answers->n; i++)
		g_ptr_array_add(texts, ((const struct survey_answer *)answers->row[i])->text);
	if (answers == NULL)
		return false;
	text_set(&question->scale,
		 scale_recognise(question->label, (const char *const *)texts->pdata, texts->len));
	return store_update(store, &entity_survey_question, question, error);
}

static bool
survey_close(Store *store, ImportPlan *plan, GError **error)
{
	g_autoptr(Rows) questions =
		store_of(store, &entity_survey_question, "event_id", plan->event_id, error);
	bool done = questions != NULL;
	for (guint i = 0; done && replies_of(plan)->tally.made > 0 && i < questions->n; i++)
		done = question_weigh(store, questions->row[i], error);
	return done && tally_close(store, &replies_of(plan)->tally, error);
}

const struct import_rule import_rule_survey = {
	.name = "survey",
	.action = "survey_import",
	.columns = survey_columns,
	.load = survey_load,
	.judge = survey_judge,
	.conclude = survey_conclude,
	.open = survey_open,
	.write = survey_write,
	.close = survey_close,
	.forget = survey_forget,
};
