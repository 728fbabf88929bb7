#include "core/scale.h"

#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "core/code_table.h"

#define STEPS_MOST 7

/* The words of a step, folded and between bars. */
struct step {
	const char *label;
	const char *words;
	bool rare; /* not on the questionnaire that we print */
};

/* Marks have no words: they go from LOW to HIGH. */
struct scale {
	const char *code;
	struct step steps[STEPS_MOST];
	int low, high;
};

/* In the order in which they are tried: words that stand on two scales belong to the first one that
 * has all the others. */
static const struct scale scales[] = {
	{.code = "yes_no",
	 .steps = {{NC_("survey", "yes"), "|oui|yes|"}, {NC_("survey", "no"), "|non|no|"}}},
	{.code = "satisfaction",
	 .steps = {{NC_("survey", "very satisfied"),
		    "|tressatisfait|tressatisfaite|tressatisfaits|tressatisfaites|"
		    "tressatisfaisant|tressatisfaisante|toutafaitsatisfait|toutafaitsatisfaite|"
		    "toutafaitsatisfaisant|verysatisfied|"},
		   {NC_("survey", "satisfied"),
		    "|satisfait|satisfaite|satisfaits|satisfaites|satisfaisant|satisfaisante|"
		    "plutotsatisfait|plutotsatisfaite|plutotsatisfaisant|plutotsatisfaisante|"
		    "assezsatisfait|assezsatisfaite|assezsatisfaisant|satisfied|"
		    "rathersatisfied|"},
		   {NC_("survey", "neither satisfied nor dissatisfied"),
		    "|nisatisfaitniinsatisfait|nisatisfaiteniinsatisfaite|neutre|"
		    "moyennementsatisfait|moyennementsatisfaite|moyennementsatisfaisant|"
		    "neithersatisfiednordissatisfied|neutral|"},
		   {NC_("survey", "not very satisfied"),
		    "|peusatisfait|peusatisfaite|peusatisfaisant|peusatisfaisante|"
		    "plutotinsatisfait|plutotinsatisfaite|plutotpassatisfait|"
		    "plutotpassatisfaite|passatisfait|passatisfaite|insatisfait|insatisfaite|"
		    "insatisfaisant|insatisfaisante|dissatisfied|notverysatisfied|"},
		   {NC_("survey", "not satisfied at all"),
		    "|pasdutoutsatisfait|pasdutoutsatisfaite|pasdutoutsatisfaisant|"
		    "pasdutoutsatisfaisante|tresinsatisfait|tresinsatisfaite|"
		    "tresinsatisfaisant|verydissatisfied|notsatisfiedatall|"}}},
	{.code = "quality",
	 .steps = {{NC_("survey", "excellent"), "|excellent|excellente|parfait|parfaite|", true},
		   {NC_("survey", "very good"),
		    "|tresbon|tresbonne|tresbien|tresbons|tresbonnes|verygood|"},
		   {NC_("survey", "good"), "|bon|bonne|bien|bons|bonnes|good|"},
		   {NC_("survey", "satisfactory"),
		    "|satisfaisant|satisfaisante|assezbon|assezbonne|assezbien|correct|correcte|"
		    "satisfactory|"},
		   {NC_("survey", "average"),
		    "|moyen|moyenne|moyennement|passable|mitige|mitigee|average|fair|", true},
		   {NC_("survey", "poor"),
		    "|insuffisant|insuffisante|mauvais|mauvaise|faible|mediocre|peusatisfaisant|"
		    "peusatisfaisante|decevant|decevante|poor|bad|"},
		   {NC_("survey", "very poor"),
		    "|tresinsuffisant|tresinsuffisante|tresmauvais|tresmauvaise|tresfaible|nul|"
		    "nulle|verypoor|verybad|",
		    true}}},
	{.code = "agreement",
	 .steps = {{NC_("survey", "fully agree"),
		    "|toutafaitdaccord|completementdaccord|entierementdaccord|"
		    "totalementdaccord|fullyagree|stronglyagree|"},
		   {NC_("survey", "rather agree"),
		    "|plutotdaccord|daccord|assezdaccord|agree|ratheragree|"},
		   {NC_("survey", "neither agree nor disagree"),
		    "|nidaccordnipasdaccord|nidaccordniendesaccord|neutre|neutral|"
		    "neitheragreenordisagree|"},
		   {NC_("survey", "rather disagree"),
		    "|plutotpasdaccord|peudaccord|pasdaccord|pasvraimentdaccord|"
		    "plutotendesaccord|endesaccord|disagree|ratherdisagree|"},
		   {NC_("survey", "do not agree at all"),
		    "|pasdutoutdaccord|toutafaitendesaccord|totalementendesaccord|"
		    "stronglydisagree|donotagreeatall|"}}},
	{.code = "extent",
	 .steps = {{NC_("survey", "yes, fully"),
		    "|toutafait|ouitoutafait|oui|totalement|completement|entierement|beaucoup|"
		    "ouibeaucoup|yes|yesfully|fully|"},
		   {NC_("survey", "rather yes"),
		    "|plutotoui|ouiplutot|plutot|assez|engrandepartie|ouiengrandepartie|"
		    "enpartieoui|ratheryes|"},
		   {NC_("survey", "in part"),
		    "|enpartie|ouienpartie|partiellement|moyennement|plusoumoins|"
		    "ouietnon|neutre|inpart|partly|"},
		   {NC_("survey", "rather no"),
		    "|plutotnon|nonplutotpas|plutotpas|pasvraiment|nonpasvraiment|peu|unpeu|"
		    "troppeu|ratherno|notreally|"},
		   {NC_("survey", "no, not at all"),
		    "|pasdutout|nonpasdutout|non|aucunement|no|nonotatall|notatall|"}}},
	{.code = "out_of_5", .low = 1, .high = 5},
	{.code = "out_of_10", .low = 0, .high = 10},
};

static const char aside[] =
	"|sansopinion|sansavis|sansobjet|nonconcerne|nonconcernee|nsp|nesaispas|nesaitpas|"
	"jenesaispas|neseprononcepas|nsppas|nepeutseprononcer|na|sansreponse|noopinion|"
	"notconcerned|notapplicable|dontknow|";

/* Words of headings that ask for words. */
static const char *const asks_words[] = {
	"remarque",    "commentaire", "suggestion", "precise", "pourquoi", "observation",
	"proposition", "attente",     "combien",    "why",     "comments", "ameliorer",
	"lesquel",     "laquelle",    "quelles",    "expliqu", "how many",
};

/* ---- reading ------------------------------------------------------------------------------------
 */

static const struct scale *
scale_find(const char *code)
{
	for (gsize i = 0; code != NULL && i < G_N_ELEMENTS(scales); i++)
		if (strcmp(scales[i].code, code) == 0)
			return &scales[i];
	return NULL;
}

static bool
words_have(const char *words, const char *key)
{
	g_autofree char *barred = g_strdup_printf("|%s|", key);
	return *key != '\0' && strstr(words, barred) != NULL;
}

/* "4 - Très bon": what is behind the number and its sign; the text itself when nothing is. */
static const char *
behind_number(const char *text)
{
	const char *end = text + strspn(text, "0123456789");
	const char *word = end + strspn(end, " .)-:=/");
	return end == text || *word == '\0' || g_ascii_isdigit(*word) ? text : word;
}

/* "4", "4/5", "4,0": a whole mark, out of HIGH where that is said; -1 for anything else. */
static int
mark_read(const char *text, int high)
{
	char *end = NULL;
	if (!g_ascii_isdigit(*text))
		return -1;
	guint64 mark = g_ascii_strtoull(text, &end, 10);
	if ((*end == ',' || *end == '.') && end[1] == '0')
		end += 2;
	end += strspn(end, " ");
	if (*end == '/') {
		guint64 whole = g_ascii_strtoull(end + 1, &end, 10);
		if (whole != (guint64)high)
			return -1;
	}
	return *end == '\0' && mark <= (guint64)high ? (int)mark : -1;
}

static int
scale_read(const struct scale *scale, const char *answer)
{
	g_autofree char *text = g_strstrip(g_strdup(answer));
	g_autofree char *key = text_search_key(behind_number(text));
	if (words_have(aside, key))
		return SCALE_ASIDE;
	if (scale->high > 0) {
		int mark = mark_read(text, scale->high);
		return mark >= scale->low ? mark - scale->low : SCALE_OFF;
	}
	for (int i = 0; i < STEPS_MOST && scale->steps[i].words != NULL; i++)
		if (words_have(scale->steps[i].words, key))
			return i;
	return SCALE_OFF;
}

int
scale_step(const char *scale, const char *answer)
{
	const struct scale *found = scale_find(scale);
	return found != NULL ? scale_read(found, answer) : SCALE_OFF;
}

/* ---- recognising --------------------------------------------------------------------------------
 */

static bool
heading_asks_words(const char *heading)
{
	g_autofree char *key = text_words_key(heading);
	for (gsize i = 0; i < G_N_ELEMENTS(asks_words); i++)
		if (strstr(key, asks_words[i]) != NULL)
			return true;
	return false;
}

/* A heading that says "sur 10" means it, even when nobody gave more than 5. */
static bool
heading_allows(const struct scale *scale, const char *heading)
{
	g_autofree char *key = text_words_key(heading);
	bool ten = strstr(key, "sur 10") != NULL || strstr(key, "0 a 10") != NULL ||
		   strstr(key, "1 a 10") != NULL || strstr(key, "out of 10") != NULL;
	return scale->high != 5 || !ten;
}

static bool
all_stand(const struct scale *scale, const char *const *answers, guint n)
{
	guint standing = 0;
	for (guint i = 0; i < n; i++) {
		int step = scale_read(scale, answers[i]);
		if (step == SCALE_OFF)
			return false;
		standing += step >= 0 ? 1 : 0;
	}
	return standing > 0;
}

const char *
scale_recognise(const char *heading, const char *const *answers, guint n)
{
	if (heading_asks_words(heading))
		return NULL;
	for (gsize i = 0; i < G_N_ELEMENTS(scales); i++)
		if (heading_allows(&scales[i], heading) && all_stand(&scales[i], answers, n))
			return scales[i].code;
	return NULL;
}

/* ---- steps --------------------------------------------------------------------------------------
 */

guint
scale_steps(const char *scale)
{
	const struct scale *found = scale_find(scale);
	guint n = 0;
	if (found == NULL)
		return 0;
	if (found->high > 0)
		return (guint)(found->high - found->low + 1);
	while (n < STEPS_MOST && found->steps[n].words != NULL)
		n++;
	return n;
}

int
scale_mark(const char *scale, guint step)
{
	const struct scale *found = scale_find(scale);
	return found != NULL && found->high > 0 ? found->low + (int)step : -1;
}

bool
scale_step_rare(const char *scale, guint step)
{
	const struct scale *found = scale_find(scale);
	return found != NULL && found->steps[0].label != NULL && step < STEPS_MOST &&
	       found->steps[step].rare;
}

char *
scale_step_text(const char *scale, guint step)
{
	const struct scale *found = scale_find(scale);
	if (found == NULL || step >= scale_steps(scale))
		return g_strdup("");
	if (found->high > 0)
		return g_strdup_printf("%d", found->low + (int)step);
	const char *label = found->steps[step].label;
	return g_strdup(i18n_text_in(label, (gsize)(strchr(label, '\004') - label) + 1));
}
