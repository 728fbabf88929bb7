#include "paper/signature.h"

#include "base/i18n.h"
#include "core/naming.h"
#include "core/status.h"
#include "store/setting.h"

#define SIGNATURE_ROOM 22 /* mm */

void
signatory_load(Store *store, struct signatory *signatory)
{
	signatory->name = setting_get(store, "signatory_name");
	signatory->title = setting_get(store, "signatory_title");
	signatory->town = setting_get(store, "centre_town");
}

void
signatory_clear(struct signatory *signatory)
{
	g_free(signatory->name);
	g_free(signatory->title);
	g_free(signatory->town);
}

void
signature_write(Writing *writing, const struct signatory *signatory, const char *caption)
{
	g_autofree char *who =
		wording_lines((const char *[]){signatory->name, signatory->title}, 2);
	writing_text(writing, WRITING_ASIDE, who);
	writing_keep(writing);
	writing_text(writing, WRITING_ASIDE, caption);
	writing_keep(writing);
	writing_room(writing, SIGNATURE_ROOM);
}

/* ---- to whom ------------------------------------------------------------------------------------
 */

/* Of the directory: registrations do not ask for it. NULL when nobody has said, and of a
 * registration without a person. Borrowed for ever. */
static const struct code *
civility_of(struct paper *paper, const struct attendee *attendee, GError **error)
{
	if (attendee->person_id == 0)
		return NULL;
	struct person *person = store_get(paper->store, &entity_person, attendee->person_id, error);
	const struct code *civility =
		person != NULL ? code_find(&code_civilities, person->civility) : NULL;
	entity_free(&entity_person, person);
	return civility;
}

char *
addressee_text(struct paper *paper, const struct attendee *attendee, GError **error)
{
	GError *reason = NULL;
	g_autofree char *name = name_shown(attendee->first_name, attendee->last_name);
	const struct code *civility = civility_of(paper, attendee, &reason);
	if (reason != NULL) {
		g_propagate_error(error, reason);
		return NULL;
	}
	return civility != NULL ? g_strdup_printf("%s\u00a0%s", code_text(civility), name)
				: g_steal_pointer(&name);
}

const char *
addressee_salutation(struct paper *paper, const struct attendee *attendee)
{
	static const struct {
		const char *code, *words;
	} salutations[] = {{"ms", N_("Dear Madam")}, {"mr", N_("Dear Sir")}};
	const struct code *civility = civility_of(paper, attendee, NULL);
	for (gsize i = 0; civility != NULL && i < G_N_ELEMENTS(salutations); i++)
		if (g_str_equal(civility->code, salutations[i].code))
			return _(salutations[i].words);
	return _("Dear Sir or Madam");
}
