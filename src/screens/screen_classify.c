#include "screens/screen_classify.h"

#include <string.h>

#include "app/directory.h"
#include "app/gesture.h"
#include "base/i18n.h"
#include "base/text.h"
#include "core/reference.h"
#include "core/status.h"
#include "store/index.h"
#include "tui/prompt.h"

/* Families are small letters and levels capitals, but for the letters that mean the same on every
 * screen: j k (moves), u (undo), g (go to), m (menu), q (back), t (territory, here). */
static const struct {
	const char *code;
	char letter;
} letters[] = {
	{"state", 'e'},
	{"local_authority", 'c'},
	{"association", 'a'},
	{"social_landlord", 'b'},
	{"citizens_council", 'h'},
	{"public_operator", 'o'},
	{"university", 'v'},
	{"resource_centre", 'r'},
	{"company", 's'},
	{"consultant", 'n'},
	{"other", 'd'},
	{"national", 'N'},
	{"regional", 'R'},
	{"departmental", 'D'},
	{"local", 'L'},
};

/* What a person chose for a row and has not confirmed yet; NULL: as suggested. */
struct verdict {
	char *family, *level, *department;
};

struct classify {
	struct screen screen;
	Classifier *classifier;
	Index *index;         /* the rows that wait */
	GHashTable *verdicts; /* id -> struct verdict */
	GHashTable *selected; /* ids */
	guint cursor, top, page;
	bool shifted; /* the row under the cursor went by itself: another may be there unseen */
};

char
classify_letter(const char *code)
{
	for (gsize i = 0; i < G_N_ELEMENTS(letters); i++)
		if (strcmp(letters[i].code, code) == 0)
			return letters[i].letter;
	return 0;
}

static void
verdict_free(gpointer pointer)
{
	struct verdict *verdict = pointer;
	g_free(verdict->family);
	g_free(verdict->level);
	g_free(verdict->department);
	g_free(verdict);
}

static void
classify_free(struct screen *screen)
{
	struct classify *classify = (struct classify *)screen;
	classifier_free(classify->classifier);
	index_free(classify->index);
	g_hash_table_destroy(classify->verdicts);
	g_hash_table_destroy(classify->selected);
	g_free(classify);
}

static gint64
row_at(const struct classify *classify, guint place)
{
	return place < classify->index->n ? classify->index->id[place] : 0;
}

/* What the row would be confirmed as. False when it is gone. */
static bool
suggestion_of(const struct classify *classify, Store *store, gint64 id, char **name,
	      struct suggestion *suggestion)
{
	struct organisation *organisation = store_get(store, &entity_organisation, id, NULL);
	*suggestion = (struct suggestion){.family = NULL};
	if (organisation == NULL)
		return false;
	organisation_suggest(classify->classifier, organisation, suggestion);
	const struct verdict *verdict = g_hash_table_lookup(classify->verdicts, &id);
	if (verdict != NULL && verdict->family != NULL)
		text_set(&suggestion->family, verdict->family);
	if (verdict != NULL && verdict->level != NULL)
		text_set(&suggestion->level, verdict->level);
	if (verdict != NULL && verdict->department != NULL)
		text_set(&suggestion->department, verdict->department);
	*name = g_strdup(organisation->name);
	entity_free(&entity_organisation, organisation);
	return true;
}

/* ---- drawing ------------------------------------------------------------------------------------
 */

#define FAMILY_WIDTH     22
#define LEVEL_WIDTH      13
#define DEPARTMENT_WIDTH 3

static void
row_draw(const struct classify *classify, struct ui *ui, guint place, int y, struct area area)
{
	gint64 id = row_at(classify, place);
	bool focus = place == classify->cursor;
	struct suggestion suggestion;
	char *name = NULL;
	if (!suggestion_of(classify, ui->store, id, &name, &suggestion))
		return;
	bool marked = g_hash_table_contains(classify->selected, &id);
	bool chosen = g_hash_table_contains(classify->verdicts, &id);
	enum style style = focus ? STYLE_FOCUS : marked ? STYLE_MARKED : STYLE_PLAIN;
	enum style said = focus ? STYLE_FOCUS : chosen ? STYLE_GOOD : STYLE_FAINT;
	int level = area.x + area.width - DEPARTMENT_WIDTH - 1 - LEVEL_WIDTH - 1;
	int family = level - FAMILY_WIDTH - 1;
	draw_cell(y, area.x, area.width, style, "");
	draw_text(y, area.x, 1, style, marked ? draw_letter("●", "*") : " ");
	draw_text(y, area.x + 1, 1, style, focus ? ">" : " ");
	draw_text(y, area.x + 3, family - area.x - 4, style, name);
	draw_text(y, family, FAMILY_WIDTH, said,
		  suggestion.family != NULL ? code_label(&code_families, suggestion.family) : "?");
	draw_text(y, level, LEVEL_WIDTH, said,
		  suggestion.level != NULL ? code_label(&code_levels, suggestion.level) : "?");
	draw_text(y, level + LEVEL_WIDTH + 1, DEPARTMENT_WIDTH, said, suggestion.department);
	if (focus)
		draw_cursor(y, area.x + 1);
	suggestion_clear(&suggestion);
	g_free(name);
}

static void
legend_append(GString *legend, const struct code_list *codes)
{
	for (guint i = 0; i < codes->n; i++)
		g_string_append_printf(legend, "%s%c\u00a0%s", legend->len > 0 ? " · " : "",
				       classify_letter(codes->codes[i].code),
				       code_text(&codes->codes[i]));
}

/* Why the row one is on is proposed so, and the letters; returns its lines. */
static int
foot_draw(const struct classify *classify, struct ui *ui, struct area body)
{
	g_autoptr(GString) legend = g_string_new(NULL);
	legend_append(legend, &code_families);
	legend_append(legend, &code_levels);
	g_string_append_printf(legend, " · t\u00a0%s", _("département"));
	int lines = draw_paragraph_lines(body.width - 2, legend->str) + 2;
	struct area area = {body.y + body.height - lines, body.x + 1, lines, body.width - 2};
	struct suggestion suggestion;
	char *name = NULL;
	draw_line(area.y, body.x, body.width);
	if (suggestion_of(classify, ui->store, row_at(classify, classify->cursor), &name,
			  &suggestion)) {
		draw_text(area.y + 1, area.x, area.width, STYLE_PLAIN,
			  suggestion.reason != NULL ? suggestion.reason
						    : _("The name says nothing of what it is"));
		suggestion_clear(&suggestion);
		g_free(name);
	}
	area.y += 2;
	area.height -= 2;
	draw_paragraph(area, STYLE_FAINT, legend->str);
	return lines;
}

static void
head_draw(const struct classify *classify, struct area body)
{
	guint n = classify->index->n, selected = g_hash_table_size(classify->selected);
	g_autofree char *waiting = g_strdup_printf(i18n_count("%u organisation to classify",
							      "%u organisations to classify", n),
						   n);
	g_autofree char *marked =
		selected > 0
			? g_strdup_printf(i18n_count(" · %u selected", " · %u selected", selected),
					  selected)
			: g_strdup("");
	draw_format(body.y, body.x + 1, body.width - 2, STYLE_HEAD, "%s%s", waiting, marked);
}

static void
classify_draw(struct screen *screen, struct ui *ui, struct area body)
{
	struct classify *classify = (struct classify *)screen;
	guint n = classify->index->n;
	head_draw(classify, body);
	body.y++;
	body.height--;
	if (n == 0) {
		draw_text(body.y + 1, body.x + 3, body.width - 4, STYLE_FAINT,
			  _("Nothing waits: every organisation is classified"));
		return;
	}
	body.height -= foot_draw(classify, ui, body);
	classify->page = (guint)MAX(1, body.height);
	if (classify->cursor < classify->top)
		classify->top = classify->cursor;
	if (classify->cursor >= classify->top + classify->page)
		classify->top = classify->cursor - classify->page + 1;
	for (guint i = 0; i < classify->page && classify->top + i < n; i++)
		row_draw(classify, ui, classify->top + i, body.y + (int)i, body);
}

/* Somebody else has classified or removed the row that was looked at: what is typed is not for the
 * one that took its place, which may have been drawn a moment ago only. Said once. */
static bool
is_shifted(struct classify *classify, struct ui *ui)
{
	if (!classify->shifted || g_hash_table_size(classify->selected) > 0)
		return false;
	classify->shifted = false;
	ui_say(ui, TOAST_NOTE, _("A colleague has just settled that one: look at the next first"));
	return true;
}

/* ---- choosing -----------------------------------------------------------------------------------
 */

/* The rows to act on: the selected ones, else the one the cursor is on. */
static GArray *
targets_of(const struct classify *classify)
{
	GArray *targets = g_array_new(FALSE, FALSE, sizeof(gint64));
	for (guint i = 0; i < classify->index->n; i++)
		if (g_hash_table_contains(classify->selected, &classify->index->id[i]))
			g_array_append_val(targets, classify->index->id[i]);
	gint64 current = row_at(classify, classify->cursor);
	if (targets->len == 0 && current != 0)
		g_array_append_val(targets, current);
	return targets;
}

static struct verdict *
verdict_of(struct classify *classify, gint64 id)
{
	struct verdict *verdict = g_hash_table_lookup(classify->verdicts, &id);
	if (verdict == NULL) {
		verdict = g_new0(struct verdict, 1);
		g_hash_table_insert(classify->verdicts, g_memdup2(&id, sizeof id), verdict);
	}
	return verdict;
}

static bool
letter_take(struct classify *classify, struct ui *ui, const char *text)
{
	for (gsize i = 0; i < G_N_ELEMENTS(letters); i++) {
		if (text[0] != letters[i].letter || text[1] != '\0')
			continue;
		if (is_shifted(classify, ui))
			return true;
		g_autoptr(GArray) targets = targets_of(classify);
		for (guint j = 0; j < targets->len; j++) {
			struct verdict *verdict =
				verdict_of(classify, g_array_index(targets, gint64, j));
			text_set(g_ascii_islower(text[0]) ? &verdict->family : &verdict->level,
				 letters[i].code);
		}
		return true;
	}
	return false;
}

static bool
department_exists(Store *store, const char *code)
{
	g_autoptr(Rows) rows =
		store_where(store, &entity_territory, "code", value_text(code), NULL);
	for (guint i = 0; rows != NULL && i < rows->n; i++)
		if (strcmp(((struct territory *)rows->row[i])->type, "department") == 0)
			return true;
	return false;
}

static bool
department_typed(struct ui *ui, const char *typed, gpointer user)
{
	struct classify *classify = user;
	struct organisation *read = entity_new(&entity_organisation);
	GError *error = NULL;
	bool done = field_read(entity_field(&entity_organisation, "department"), read, typed, "",
			       &error);
	ui_fail(ui, error);
	if (done && read->department != NULL && !department_exists(ui->store, read->department)) {
		ui_say(ui, TOAST_ERROR, _("“%s” is no département"), read->department);
		done = false;
	}
	g_autoptr(GArray) targets = targets_of(classify);
	for (guint i = 0; done && i < targets->len; i++)
		text_set(&verdict_of(classify, g_array_index(targets, gint64, i))->department,
			 read->department);
	entity_free(&entity_organisation, read);
	return done;
}

/* ---- confirming ---------------------------------------------------------------------------------
 */

static bool
row_confirm(struct classify *classify, struct ui *ui, gint64 id, GError **error)
{
	struct suggestion suggestion;
	char *name = NULL;
	if (!suggestion_of(classify, ui->store, id, &name, &suggestion))
		return true; /* somebody else has removed it */
	struct organisation *organisation = store_get(ui->store, &entity_organisation, id, error);
	bool done = organisation != NULL;
	if (done) {
		text_set(&organisation->family, suggestion.family);
		text_set(&organisation->level, suggestion.level);
		text_set(&organisation->department, suggestion.department);
		organisation->classified = 1;
		done = store_update(ui->store, &entity_organisation, organisation, error);
	}
	entity_free(&entity_organisation, organisation);
	suggestion_clear(&suggestion);
	g_free(name);
	return done;
}

/* Without a family there is nothing to confirm. */
static bool
all_have_a_family(struct classify *classify, struct ui *ui, const GArray *targets)
{
	for (guint i = 0; i < targets->len; i++) {
		struct suggestion suggestion;
		char *name = NULL;
		suggestion_of(classify, ui->store, g_array_index(targets, gint64, i), &name,
			      &suggestion);
		bool known = name == NULL || suggestion.family != NULL;
		if (!known)
			ui_say(ui, TOAST_NOTE, _("“%s”: choose a family by its letter first"),
			       name);
		suggestion_clear(&suggestion);
		g_free(name);
		if (!known)
			return false;
	}
	return true;
}

static void
confirm(struct classify *classify, struct ui *ui)
{
	g_autoptr(GArray) targets = targets_of(classify);
	GError *error = NULL;
	if (targets->len == 0 || is_shifted(classify, ui) ||
	    !all_have_a_family(classify, ui, targets) || !ui_begin(ui, "organisation_classify"))
		return;
	bool done = true;
	for (guint i = 0; done && i < targets->len; i++)
		done = row_confirm(classify, ui, g_array_index(targets, gint64, i), &error);
	if (!done) {
		store_rollback(ui->store);
		ui_fail(ui, error);
		return;
	}
	store_about(ui->store, &entity_organisation, g_array_index(targets, gint64, 0), 0,
		    targets->len);
	g_autofree char *what = gesture_phrase("organisation_classify", targets->len);
	g_hash_table_remove_all(classify->selected);
	for (guint i = 0; i < targets->len; i++)
		g_hash_table_remove(classify->verdicts, &g_array_index(targets, gint64, i));
	ui_commit(ui, what);
	classify->shifted = false; /* by oneself */
}

/* ---- keys ---------------------------------------------------------------------------------------
 */

static void
select_toggle(struct classify *classify, guint place)
{
	gint64 id = row_at(classify, place);
	if (id != 0 && !g_hash_table_remove(classify->selected, &id))
		g_hash_table_add(classify->selected, g_memdup2(&id, sizeof id));
}

static void
select_invert(struct classify *classify)
{
	for (guint i = 0; i < classify->index->n; i++)
		select_toggle(classify, i);
}

static bool
classify_key(struct screen *screen, struct ui *ui, const struct key *key)
{
	struct classify *classify = (struct classify *)screen;
	if (key_moves(key, &classify->cursor, classify->index->n, classify->page) ||
	    letter_take(classify, ui, key->text))
		return true;
	if (!key_is(key, "t") || classify->index->n == 0)
		return false;
	prompt_show(ui, _("Département"), _("Its number: 34, 2A, 971"), NULL, department_typed,
		    classify, NULL);
	return true;
}

static bool
classify_act(struct screen *screen, struct ui *ui, enum act act)
{
	struct classify *classify = (struct classify *)screen;
	switch ((int)act) {
	case ACT_CONFIRM:
		confirm(classify, ui);
		return true;
	case ACT_SELECT:
		select_toggle(classify, classify->cursor);
		classify->cursor = MIN(classify->cursor + 1, MAX(classify->index->n, 1) - 1);
		return true;
	case ACT_SELECT_ALL:
		g_hash_table_remove_all(classify->selected);
		select_invert(classify);
		return true;
	case ACT_SELECT_INVERT:
		select_invert(classify);
		return true;
	default:
		return false;
	}
}

static char *
classify_unfinished(struct screen *screen)
{
	const struct classify *classify = (const struct classify *)screen;
	guint n = g_hash_table_size(classify->verdicts);
	return n > 0 ? g_strdup_printf(i18n_count("What was chosen for %u organisation is not "
						  "confirmed",
						  "What was chosen for %u organisations is not "
						  "confirmed",
						  n),
				       n)
		     : NULL;
}

static gboolean
is_not_among(gpointer id, gpointer value, gpointer waiting)
{
	(void)value;
	return !g_hash_table_contains(waiting, id);
}

/* Of what somebody else has classified or removed there is nothing left to choose. */
static void
settled_drop(struct classify *classify)
{
	g_autoptr(GHashTable) waiting = g_hash_table_new(g_int64_hash, g_int64_equal);
	for (guint i = 0; i < classify->index->n; i++)
		g_hash_table_add(waiting, &classify->index->id[i]);
	g_hash_table_foreach_remove(classify->verdicts, is_not_among, waiting);
	g_hash_table_foreach_remove(classify->selected, is_not_among, waiting);
}

/* On the row CURRENT wherever it is now. */
static void
cursor_stay(struct classify *classify, gint64 current)
{
	const Index *index = classify->index;
	for (guint i = 0; i < index->n; i++)
		if (index->id[i] == current) {
			classify->cursor = i;
			return;
		}
	classify->shifted = current != 0;
	classify->cursor = MIN(classify->cursor, index->n > 0 ? index->n - 1 : 0);
}

/* What was confirmed teaches: everything is suggested anew. */
static void
classify_reload(struct screen *screen, struct ui *ui)
{
	struct classify *classify = (struct classify *)screen;
	GError *error = NULL;
	Index *index = store_index(ui->store, &entity_organisation, "classified", 0, NULL, false,
				   false, &error);
	Classifier *classifier = classifier_load(ui->store);
	ui_fail(ui, error);
	if (index != NULL && classifier != NULL) {
		gint64 current = row_at(classify, classify->cursor);
		index_free(classify->index);
		classifier_free(classify->classifier);
		classify->index = index;
		classify->classifier = classifier;
		cursor_stay(classify, current);
		settled_drop(classify);
		return;
	}
	index_free(index);
	classifier_free(classifier);
}

static const struct screen_class classify_class = {
	.name = "classify",
	.contexts = CONTEXT_CLASSIFY,
	.draw = classify_draw,
	.key = classify_key,
	.act = classify_act,
	.unfinished = classify_unfinished,
	.reload = classify_reload,
	.free = classify_free,
};

struct screen *
classify_screen(struct ui *ui)
{
	struct classify *classify = g_new0(struct classify, 1);
	classify->screen = (struct screen){.class = &classify_class, .tab = -1};
	classify->verdicts =
		g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, verdict_free);
	classify->selected = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
	classify->index = g_new0(Index, 1);
	classify->index->text = g_string_chunk_new(16);
	classify_reload(&classify->screen, ui);
	return &classify->screen;
}
