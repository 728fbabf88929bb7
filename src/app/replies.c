#include "app/replies.h"

#include "core/survey.h"

static bool
replies_tell(Store *store, gint64 event_id, replies_taker take, gpointer user, GError **error)
{
	gint64 n = store_count(store, &entity_survey_reply, "event_id", value_integer(event_id),
			       error);
	if (n >= 0)
		take(event_id, n, user);
	return n >= 0;
}

/* An event of which no form was brought in has no question: of it nothing is known. */
bool
replies_each(Store *store, gint64 event_id, replies_taker take, gpointer user, GError **error)
{
	g_autoptr(Rows) questions =
		event_id != 0
			? store_of(store, &entity_survey_question, "event_id", event_id, error)
			: store_all(store, &entity_survey_question, error);
	g_autoptr(GHashTable) told = g_hash_table_new(g_int64_hash, g_int64_equal);
	for (guint i = 0; questions != NULL && i < questions->n; i++) {
		struct survey_question *question = questions->row[i];
		if (g_hash_table_add(told, &question->event_id) &&
		    !replies_tell(store, question->event_id, take, user, error))
			return false;
	}
	return questions != NULL;
}
