#include "core/classify.h"

#include <string.h>

#include "base/i18n.h"
#include "core/status.h"
#include "test.h"

/* From @etalab/decoupage-administratif 6.0.0 (npm, MIT, 2026). */
static const struct department_name departments[] = {
	{"01", "Ain"},
	{"02", "Aisne"},
	{"03", "Allier"},
	{"04", "Alpes-de-Haute-Provence"},
	{"05", "Hautes-Alpes"},
	{"06", "Alpes-Maritimes"},
	{"07", "Ardèche"},
	{"08", "Ardennes"},
	{"09", "Ariège"},
	{"10", "Aube"},
	{"11", "Aude"},
	{"12", "Aveyron"},
	{"13", "Bouches-du-Rhône"},
	{"14", "Calvados"},
	{"15", "Cantal"},
	{"16", "Charente"},
	{"17", "Charente-Maritime"},
	{"18", "Cher"},
	{"19", "Corrèze"},
	{"21", "Côte-d'Or"},
	{"22", "Côtes-d'Armor"},
	{"23", "Creuse"},
	{"24", "Dordogne"},
	{"25", "Doubs"},
	{"26", "Drôme"},
	{"27", "Eure"},
	{"28", "Eure-et-Loir"},
	{"29", "Finistère"},
	{"2A", "Corse-du-Sud"},
	{"2B", "Haute-Corse"},
	{"30", "Gard"},
	{"31", "Haute-Garonne"},
	{"32", "Gers"},
	{"33", "Gironde"},
	{"34", "Hérault"},
	{"35", "Ille-et-Vilaine"},
	{"36", "Indre"},
	{"37", "Indre-et-Loire"},
	{"38", "Isère"},
	{"39", "Jura"},
	{"40", "Landes"},
	{"41", "Loir-et-Cher"},
	{"42", "Loire"},
	{"43", "Haute-Loire"},
	{"44", "Loire-Atlantique"},
	{"45", "Loiret"},
	{"46", "Lot"},
	{"47", "Lot-et-Garonne"},
	{"48", "Lozère"},
	{"49", "Maine-et-Loire"},
	{"50", "Manche"},
	{"51", "Marne"},
	{"52", "Haute-Marne"},
	{"53", "Mayenne"},
	{"54", "Meurthe-et-Moselle"},
	{"55", "Meuse"},
	{"56", "Morbihan"},
	{"57", "Moselle"},
	{"58", "Nièvre"},
	{"59", "Nord"},
	{"60", "Oise"},
	{"61", "Orne"},
	{"62", "Pas-de-Calais"},
	{"63", "Puy-de-Dôme"},
	{"64", "Pyrénées-Atlantiques"},
	{"65", "Hautes-Pyrénées"},
	{"66", "Pyrénées-Orientales"},
	{"67", "Bas-Rhin"},
	{"68", "Haut-Rhin"},
	{"69", "Rhône"},
	{"70", "Haute-Saône"},
	{"71", "Saône-et-Loire"},
	{"72", "Sarthe"},
	{"73", "Savoie"},
	{"74", "Haute-Savoie"},
	{"75", "Paris"},
	{"76", "Seine-Maritime"},
	{"77", "Seine-et-Marne"},
	{"78", "Yvelines"},
	{"79", "Deux-Sèvres"},
	{"80", "Somme"},
	{"81", "Tarn"},
	{"82", "Tarn-et-Garonne"},
	{"83", "Var"},
	{"84", "Vaucluse"},
	{"85", "Vendée"},
	{"86", "Vienne"},
	{"87", "Haute-Vienne"},
	{"88", "Vosges"},
	{"89", "Yonne"},
	{"90", "Territoire de Belfort"},
	{"91", "Essonne"},
	{"92", "Hauts-de-Seine"},
	{"93", "Seine-Saint-Denis"},
	{"94", "Val-de-Marne"},
	{"95", "Val-d'Oise"},
	{"971", "Guadeloupe"},
	{"972", "Martinique"},
	{"973", "Guyane"},
	{"974", "La Réunion"},
	{"976", "Mayotte"},
};

static const char *const regions[] = {"Occitanie",
				      "Languedoc-Roussillon",
				      "Midi-Pyrénées",
				      "Bourgogne-Franche-Comté",
				      "Provence-Alpes-Côte d'Azur",
				      "Pays de la Loire",
				      "La Réunion",
				      NULL};

struct expected {
	const char *name;
	const char *family;
	const char *level;
	const char *department;
};

/* Every organisation of three registration exports, then every organiser and partner of 47
 * published events of resource centres. */
static const struct expected real_names[] = {
	{"ACM Habitat", "social_landlord", NULL, ""},
	{"ANCT", "state", "national", ""},
	{"APF ; délégation de l'Aude", "association", "departmental", "11"},
	{"Alès Agglomération", "local_authority", "local", ""},
	{"Association Voisins & Compagnie", "association", NULL, ""},
	{"CA Béziers Méditerranée", "local_authority", "local", ""},
	{"CAF de l'Aude", "public_operator", "departmental", "11"},
	{"CIDFF 11", "association", "departmental", "11"},
	{"Cabinet Territoires & Conseil", "consultant", NULL, ""},
	{"Centre social \"Les Amandiers\"", "association", "local", ""},
	{"Conseil citoyen Petit Bard", "citizens_council", "local", ""},
	{"Conseil départemental des P.-O.", "local_authority", "departmental", "66"},
	{"DDETS de l'Hérault", "state", "departmental", "34"},
	{"DDETS du Gard", "state", "departmental", "30"},
	{"DRAC Occitanie", "state", "regional", ""},
	{"DREETS Occitanie", "state", "regional", ""},
	{"DREETS Occitanie - pôle cohésion sociale", "state", "regional", ""},
	{"Habitat du Gard", "social_landlord", "departmental", "30"},
	{"IRTS Montpellier", "university", NULL, ""},
	{"Mairie de Béziers", "local_authority", "local", ""},
	{"Montpellier Méditerranée Métropole", "local_authority", "local", ""},
	{"Nîmes Métropole", "local_authority", "local", ""},
	{"Perpignan Méditerranée Métropole", "local_authority", "local", ""},
	{"Préfecture de l’Aude", "state", "departmental", "11"},
	{"Régie de quartier Emplois & Services", "association", "local", ""},
	{"Région Occitanie", "local_authority", "regional", ""},
	{"Toulouse Métropole", "local_authority", "local", ""},
	{"Université Paul-Valéry Montpellier 3", "university", NULL, ""},
	{"Ville de Béziers", "local_authority", "local", ""},
	{"Ville de Mende", "local_authority", "local", ""},
	{"conseil citoyen du Vernet", "citizens_council", "local", ""},
	{"ADF", "association", "national", ""},
	{"AMF", "association", "national", ""},
	{"AMIF", "association", "regional", ""},
	{"ANRU", "public_operator", "national", ""},
	{"APVF", "association", "national", ""},
	{"AUDAB", "resource_centre", NULL, ""},
	{"AdCF", "association", "national", ""},
	{"Bleu Blanc Zèbre", NULL, NULL, ""},
	{"CEREMA", "public_operator", "national", ""},
	{"CGET", "state", "national", ""},
	{"CNV", "state", "national", ""},
	{"Caisse des dépôts", "public_operator", "national", ""},
	{"Conseil national des villes", "state", "national", ""},
	{"Conseils citoyens d’Alès et d’Anduze", "citizens_council", "local", ""},
	{"DDT de la Côte-d’Or", "state", "departmental", "21"},
	{"DRAC", "state", "regional", ""},
	{"DREAL Bourgogne-Franche-Comté", "state", "regional", ""},
	{"DRJSCS", "state", "regional", ""},
	{"DRJSCS PACA", "state", "regional", ""},
	{"Direction départementale de la cohésion sociale", "state", "departmental", ""},
	{"EPARECA", "public_operator", "national", ""},
	{"France urbaine", "association", "national", ""},
	{"INSEE", "state", "national", ""},
	{"IREV", "resource_centre", "regional", ""},
	{"IRTS-LR", "university", NULL, ""},
	{"Intercommunalités de France", "association", "national", ""},
	{"Les Imaginations Fertiles", NULL, NULL, ""},
	{"Mairie de Perpignan", "local_authority", "local", ""},
	{"Migrations santé Alsace", NULL, NULL, ""},
	{"PQN-A", "resource_centre", "regional", ""},
	{"Pays Portes de Gascogne", "local_authority", "local", ""},
	{"Pays et Quartiers d’Aquitaine", "resource_centre", "regional", ""},
	{"Préfecture de l’Hérault", "state", "departmental", "34"},
	{"Préfecture du Nord", "state", "departmental", "59"},
	{"Régions de France", "association", "national", ""},
	{"RésO Villes", "resource_centre", "regional", ""},
	{"Réseau national des CRPV", "resource_centre", "national", ""},
	{"SGAR Languedoc-Roussillon", "state", "regional", ""},
	{"Services de l’État en Languedoc-Roussillon", "state", "regional", ""},
	{"Territoires Gagnants", NULL, NULL, ""},
	{"Territoires et Citoyens en Occitanie (UNADEL)", "association", "regional", ""},
	{"Trajectoire Ressources", "resource_centre", "regional", ""},
	{"Ville & Banlieue", "association", "national", ""},
	{"Ville de La Rochelle", "local_authority", "local", ""},
	{"Ville et Banlieue", "association", "national", ""},
	{"Villes au Carré", "resource_centre", "regional", ""},
	{"Villes de France", "association", "national", ""},
	{"Villes et Territoires LR", "resource_centre", "regional", ""},
	{"Villes et Territoires Occitanie", "resource_centre", "regional", ""},
};

static const struct expected other_names[] = {
	{"CD 34", "local_authority", "departmental", "34"},
	{"CD34", "local_authority", "departmental", "34"},
	{"DDETS34", "state", "departmental", "34"},
	{"DREETS Occitanie - unité départementale du Gard", "state", "departmental", "30"},
	{"Mairie de Nord-sur-Erdre", "local_authority", "local", ""},
	{"Mairie de Saint-Michel (34)", "local_authority", "local", "34"},
	{"DDETSPP du Lot", "state", "departmental", "46"},
	{"Les Amis du Lot", NULL, NULL, "46"},
	{"Pôle Nord", NULL, NULL, ""},
	{"Préfecture de la région Occitanie", "state", "regional", ""},
	{"D.D.E.T.S. de l'Hérault", "state", "departmental", "34"},
	{"Conseil départemental du Tarn-et-Garonne", "local_authority", "departmental", "82"},
	{"Conseil départemental du Val d'Oise", "local_authority", "departmental", "95"},
	{"Conseil départemental de l'Aude et du Gard", "local_authority", "departmental", ""},
	{"SARL Dupont", "company", NULL, ""},
	{"Un Toit Pour Tous", NULL, NULL, ""},
	{"CCAS de Nîmes", "local_authority", "local", ""},
	{"CC du Grand Pic Saint-Loup", "local_authority", "local", ""},
	{"INSEE Occitanie", "state", "regional", ""},
	{"Rectorat de Montpellier", "state", "regional", ""},
	{"France Travail Occitanie", "public_operator", "regional", ""},
	{"ARS Occitanie, délégation départementale de l'Hérault", "public_operator", "departmental",
	 "34"},
	{"Région Pays de la Loire", "local_authority", "regional", ""},
	{"DRAC Pays de la Loire", "state", "regional", ""},
	{"Mission locale Garrigue et Cévennes", "association", "local", ""},
	{"MJC de Castelnaudary", "association", "local", ""},
	{"Nîmes Métropole - service politique de la ville", "local_authority", "local", ""},
	{"Sous-préfecture de Béziers", "state", "departmental", ""},
	{"UDAF Lozère", "association", "departmental", "48"},
	{"Union départementale des CCAS", "association", NULL, ""},
	{"SA Patrimoine", "company", NULL, ""},
	{"Particulier", NULL, NULL, ""},
	{"CPAM de La Réunion", "public_operator", "departmental", "974"},
	{"Habitante", NULL, NULL, ""},
	{"Ecole de la 2e chance", "association", NULL, ""},
	{"Hôpital de Lozère", "public_operator", "departmental", "48"},
	{"MAIRIE", "local_authority", "local", ""},
	{"CC", NULL, NULL, ""},
	{"Région", NULL, NULL, ""},
	{"Association d'ici et d'ailleurs", "association", NULL, ""},
	{"Université Paris 13", "university", NULL, ""},
	{"Habitat et Humanisme Gard", "association", "departmental", "30"},
	{"CDC Habitat", "social_landlord", NULL, ""},
	{"AMF 34", "association", "departmental", "34"},
	{"Agence d’urbanisme de la région nîmoise", "resource_centre", NULL, ""},
	{"Conseil départemental de Corse-du-Sud", "local_authority", "departmental", "2A"},
	{"CD2B", "local_authority", "departmental", "2B"},
	{"Communauté d’agglomération du Gard Rhodanien", "local_authority", "local", ""},
	{"Consultante", "consultant", NULL, ""},
	{"Collectif d’habitants de la Devèze", "citizens_council", "local", ""},
};

static void
assert_proposed(const Classifier *classifier, const struct expected *expected)
{
	struct classification found;
	bool any = classifier_propose(classifier, expected->name, &found);
	if (g_strcmp0(found.family, expected->family) != 0 ||
	    g_strcmp0(found.level, expected->level) != 0 ||
	    strcmp(found.department, expected->department) != 0)
		fail_msg("%s: %s, %s, %s", expected->name,
			 found.family != NULL ? found.family : "no family",
			 found.level != NULL ? found.level : "no level", found.department);
	assert_int_equal(any, expected->family != NULL || *expected->department != '\0');
	assert_int_equal(any, found.reason != NULL);
	if (found.family != NULL)
		assert_non_null(code_find(&code_families, found.family));
	if (found.level != NULL)
		assert_non_null(code_find(&code_levels, found.level));
	classification_clear(&found);
}

static Classifier *
new_classifier(void)
{
	return classifier_new(departments, G_N_ELEMENTS(departments), regions);
}

static void
classifier_propose__reads__every_real_name(void **state)
{
	(void)state;
	g_autoptr(Classifier) classifier = new_classifier();
	for (guint i = 0; i < G_N_ELEMENTS(real_names); i++)
		assert_proposed(classifier, &real_names[i]);
}

static void
classifier_propose__reads__names_that_lead_astray(void **state)
{
	(void)state;
	g_autoptr(Classifier) classifier = new_classifier();
	for (guint i = 0; i < G_N_ELEMENTS(other_names); i++)
		assert_proposed(classifier, &other_names[i]);
}

static void
classifier_propose__is_blind__to_case_and_accents(void **state)
{
	(void)state;
	g_autoptr(Classifier) classifier = new_classifier();
	assert_proposed(classifier, &(struct expected){"PREFECTURE DE L'HERAULT", "state",
						       "departmental", "34"});
	assert_proposed(classifier,
			&(struct expected){"mairie de beziers", "local_authority", "local", ""});
}

static void
classifier_propose__says_why__in_the_words_of_the_name(void **state)
{
	(void)state;
	g_autoptr(Classifier) classifier = new_classifier();
	struct classification found;
	assert_true(classifier_propose(classifier, "DDETS du Gard", &found));
	assert_text(found.reason,
		    "Le nom dit «\u00a0DDETS\u00a0» et cite le département Gard (30)");
	classification_clear(&found);
	assert_true(classifier_propose(classifier, "régie de quartier Emplois", &found));
	assert_text(found.reason, "Le nom dit «\u00a0régie de quartier\u00a0»");
	classification_clear(&found);
	assert_true(classifier_propose(classifier, "Les Amis du Lot", &found));
	assert_text(found.reason, "Le nom cite le département Lot (46)");
	classification_clear(&found);
}

static void
classifier_propose__proposes_nothing__for_empty_names(void **state)
{
	(void)state;
	g_autoptr(Classifier) classifier = new_classifier();
	static const char *const names[] = {NULL, "", " ", "-", "«»", "\xff\xfe"};
	for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
		struct classification found;
		assert_false(classifier_propose(classifier, names[i], &found));
		assert_null(found.reason);
		classification_clear(&found);
	}
}

static void
classifier_propose__works__without_any_territory(void **state)
{
	(void)state;
	g_autoptr(Classifier) classifier = classifier_new(NULL, 0, NULL);
	assert_proposed(classifier,
			&(struct expected){"DDETS du Gard", "state", "departmental", ""});
	assert_proposed(classifier, &(struct expected){"CD 34", NULL, NULL, ""});
}

/* "family level" of what is proposed; "-" for what is not. Caller frees. */
static char *
proposed(const Classifier *classifier, const char *name)
{
	struct classification found;
	classifier_propose(classifier, name, &found);
	char *text = g_strdup_printf("%s %s", found.family != NULL ? found.family : "-",
				     found.level != NULL ? found.level : "-");
	classification_clear(&found);
	return text;
}

static void
assert_taught(const Classifier *classifier, const char *name, const char *expected)
{
	g_autofree char *found = proposed(classifier, name);
	assert_text(found, expected);
}

static void
classifier_learn__proposes__the_same_for_the_same_beginning(void **state)
{
	(void)state;
	g_autoptr(Classifier) classifier =
		classifier_new(departments, G_N_ELEMENTS(departments), NULL);
	assert_taught(classifier, "Tiers-lieu de l’Ariège", "- -");
	classifier_learn(classifier, "Tiers-lieu du Gers", "association", "local");
	assert_taught(classifier, "TIERS LIEU de l’Ariège", "association local");
	assert_taught(classifier, "Tiers payant", "- -");
	struct classification found;
	assert_true(classifier_propose(classifier, "Tiers-lieu de l’Ariège", &found));
	assert_text(found.department, "09");
	assert_non_null(strstr(found.reason, "Tiers-lieu du Gers"));
	classification_clear(&found);
}

static void
classifier_learn__needs__two_witnesses_for_one_word(void **state)
{
	(void)state;
	g_autoptr(Classifier) classifier = classifier_new(NULL, 0, NULL);
	classifier_learn(classifier, "Fabrique Marceau", "company", NULL);
	assert_taught(classifier, "Fabrique Lénine", "- -");
	classifier_learn(classifier, "Fabrique Gély", "company", NULL);
	assert_taught(classifier, "Fabrique Lénine", "company -");
	classifier_learn(classifier, "Fabrique du lien", "association", NULL);
	assert_taught(classifier, "Fabrique Lénine", "- -");
	assert_taught(classifier, "Fabrique Gély, site de Lunel", "company -");
}

static void
classifier_learn__gives_way__to_a_rule_of_more_words(void **state)
{
	(void)state;
	g_autoptr(Classifier) classifier =
		classifier_new(departments, G_N_ELEMENTS(departments), NULL);
	classifier_learn(classifier, "Conseil de l’Hérault", "local_authority", "departmental");
	classifier_learn(classifier, "Conseil du Gard", "local_authority", "departmental");
	assert_taught(classifier, "Conseil citoyen de la Mosson", "citizens_council local");
	/* what was said is worth more than a rule of as many words */
	assert_taught(classifier, "DDETS du Gard", "state departmental");
	classifier_learn(classifier, "DDETS du Gard", "public_operator", "departmental");
	assert_taught(classifier, "DDETS du Gard", "state departmental");
	classifier_learn(classifier, "DDETS de l’Aude", "public_operator", "departmental");
	assert_taught(classifier, "DDETS de l’Hérault", "public_operator departmental");
}

static void
classifier_propose__stops__in_endless_names(void **state)
{
	(void)state;
	g_autoptr(Classifier) classifier = new_classifier();
	g_autoptr(GString) name = g_string_new("Mairie");
	for (guint i = 0; i < 20000; i++)
		g_string_append(name, " de l'A.B.");
	struct expected expected = {name->str, "local_authority", "local", ""};
	assert_proposed(classifier, &expected);
}

int
main(void)
{
	i18n_set_language("fr");
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(classifier_propose__reads__every_real_name),
		cmocka_unit_test(classifier_propose__reads__names_that_lead_astray),
		cmocka_unit_test(classifier_propose__is_blind__to_case_and_accents),
		cmocka_unit_test(classifier_propose__says_why__in_the_words_of_the_name),
		cmocka_unit_test(classifier_propose__proposes_nothing__for_empty_names),
		cmocka_unit_test(classifier_propose__works__without_any_territory),
		cmocka_unit_test(classifier_propose__stops__in_endless_names),
		cmocka_unit_test(classifier_learn__proposes__the_same_for_the_same_beginning),
		cmocka_unit_test(classifier_learn__needs__two_witnesses_for_one_word),
		cmocka_unit_test(classifier_learn__gives_way__to_a_rule_of_more_words),
	};
	return test_run("classify", tests);
}
