/* The words of a file of ten years: names, bodies, titles, and the chance that chooses them. */
#ifndef BENCH_TEN_YEARS_WORDS_H
#define BENCH_TEN_YEARS_WORDS_H

#include <glib.h>

/** The same numbers on every machine; ask once in an expression, for compilers choose its order. */
struct chance {
	guint64 seed;
};

static inline guint
chance_of(struct chance *chance, guint limit)
{
	chance->seed = chance->seed * 16807 % 2147483647;
	return (guint)(chance->seed % limit);
}

/** True PERCENT times in a hundred. */
static inline gboolean
chance_is(struct chance *chance, guint percent)
{
	return chance_of(chance, 100) < percent;
}

#define CHOSEN(chance, list) ((list)[chance_of(chance, G_N_ELEMENTS(list))])

static const char *const words_last[] = {
	"Martin",        "Bernard",  "Dubois",    "Thomas",        "Robert",     "Richard",
	"Petit",         "Durand",   "Leroy",     "Moreau",        "Simon",      "Laurent",
	"Lefèvre",       "Michel",   "García",    "David",         "Bertrand",   "Roux",
	"Vincent",       "Fournier", "Morel",     "Girard",        "André",      "Mercier",
	"Dupont",        "Lambert",  "Bonnet",    "François",      "Martínez",   "Benaïssa",
	"Nguyễn",        "N’Diaye",  "Traoré",    "Ben Aïssa",     "El Khatib",  "Diallo",
	"Le Goff",       "Œuvrard",  "Kaczyński", "Saint-Exupéry", "de La Tour", "Châtelain",
	"López-Ramírez", "Boîteux",  "Öztürk",    "Cissé",         "Rodrigues",  "Ferreira",
};
static const char *const words_head[] = {
	"Bar", "Bel", "Ber",  "Bois", "Bou", "Bru", "Cam", "Car", "Cas", "Cha",  "Char", "Chev",
	"Clé", "Col", "Cor",  "Cou",  "Dal", "Del", "Des", "Dou", "Du",  "Esc",  "Fab",  "Fer",
	"Fon", "Fra", "Gail", "Gar",  "Gir", "Gou", "Gra", "Gui", "Hau", "Jac",  "Jou",  "Lac",
	"Laf", "Lal", "Lan",  "Lar",  "Mal", "Mar", "Maz", "Mon", "Mou", "Nav",  "Pas",  "Pé",
	"Pel", "Pi",  "Poi",  "Por",  "Pra", "Puj", "Rab", "Ram", "Ri",  "Roch", "Rou",  "Sab",
	"Sal", "Sar", "Ser",  "Tail", "Tar", "Ter", "Tou", "Val", "Ver", "Vi",
};
static const char *const words_middle[] = {
	"",   "",   "a",  "an", "ar", "bo", "ca", "ci", "de",  "di",  "e",  "er",
	"gi", "i",  "in", "la", "le", "li", "lo", "me", "mi",  "na",  "né", "ni",
	"o",  "ou", "pi", "ra", "ri", "se", "ta", "ti", "tou", "val", "vi",
};
static const char *const words_tail[] = {
	"dier", "gnac", "lard", "let",  "lier",  "lin",  "mas",   "mond", "nac",
	"neau", "net",  "nier", "quet", "quier", "rac",  "rand",  "reau", "ret",
	"rier", "rol",  "roux", "sac",  "sel",   "sier", "son",   "tard", "teau",
	"tel",  "tier", "ton",  "val",  "vel",   "vier", "ville", "zac",  "zes",
};
static const char *const words_first[] = {
	"Marie",      "Nathalie",  "Isabelle", "Sylvie",        "Catherine", "Christine",
	"Sandrine",   "Stéphanie", "Céline",   "Aurélie",       "Élodie",    "Julie",
	"Camille",    "Léa",       "Manon",    "Chloé",         "Inès",      "Zoé",
	"Maëlle",     "Clémence",  "Océane",   "Fatima",        "Aïcha",     "Awa",
	"Khadija",    "Nadia",     "Samira",   "Leïla",         "Fatoumata", "Françoise",
	"Jean",       "Pierre",    "Michel",   "Philippe",      "Alain",     "Nicolas",
	"Christophe", "Stéphane",  "Laurent",  "Sébastien",     "Frédéric",  "Julien",
	"Thomas",     "Alexandre", "Maxime",   "Antoine",       "Hugo",      "Lucas",
	"Loïc",       "Gaëtan",    "François", "Jean-Baptiste", "Karim",     "Mohamed",
	"Mehdi",      "Ousmane",   "Moussa",   "Łukasz",        "João",      "Marie-Hélène",
	"Anne-Laure", "Jean-Marc", "Benoît",   "Jérôme",        "Gaëlle",    "Noémie",
};
static const char *const words_function[] = {
	"Cheffe de projet politique de la ville",
	"Chargé de mission cohésion sociale",
	"Déléguée du préfet",
	"Conseillère citoyenne",
	"Adulte-relais médiateur",
	"Directrice",
	"Directeur du centre social",
	"Adjointe au maire",
	"Coordinatrice de la cité éducative",
	"Coordinateur CLSPD",
	"Référente famille",
	"Éducateur spécialisé",
	"Conseiller en insertion professionnelle",
	"Chargée de développement social urbain",
	"Agent de développement local",
	"Juriste",
	"Formatrice",
	"Bénévole",
	"Chargé d’études",
	"Infirmière coordinatrice",
};
static const char *const words_body[] = {
	"Ville de ",
	"CCAS de ",
	"Centre social de ",
	"Association des habitants de ",
	"Conseil citoyen de ",
	"Régie de quartier de ",
	"Mission locale de ",
	"Office public de l’habitat de ",
	"Communauté d’agglomération de ",
	"Maison des jeunes et de la culture de ",
	"Collège Jean-Jaurès de ",
	"Club de prévention de ",
};
static const char *const words_family[] = {
	"local_authority",  "local_authority", "association",     "association",
	"citizens_council", "association",     "public_operator", "social_landlord",
	"local_authority",  "association",     "other",           "association",
};
static const char *const words_town_head[] = {
	"Mont", "Ville", "Roque", "Val", "Fort",  "Saint-", "Bel",  "Puy",  "Castel", "Bourg",
	"Pont", "Clair", "Vill",  "Mas", "Aigue", "Beau",   "Font", "Mire", "Péri",   "Cazou",
};
static const char *const words_town_tail[] = {
	"fort",   "maure",  "franche", "ros",   "vieille", "pierre", "mar",   "gnac", "neuve",
	"lac",    "mont",   "rieu",    "bon",   "sec",     "ronde",  "gran",  "lès",  "poix",
	"vergne", "courbe", "blanche", "pinet", "doux",    "gardel", "toire",
};
static const char *const words_department[] = {
	"09", "11", "12", "30", "31", "32", "34", "46", "48", "65", "66", "81", "82",
};
static const char *const words_venue[] = {
	"Maison des associations", "Médiathèque André-Malraux", "Salle des fêtes",
	"Hôtel de ville",          "Espace Jean-Moulin",        "Maison pour tous",
	"Centre des congrès",      "Théâtre municipal",
};
static const char *const words_kind[] = {
	"Atelier régional", "Journée d’échanges",    "Cycle de qualification",
	"Webinaire",        "Rencontre de réseau",   "Groupe de travail",
	"Visite de site",   "Journée d’information",
};
static const char *const words_theme[] = {
	"Participation des habitants",
	"Emploi et insertion",
	"Éducation",
	"Santé mentale",
	"Habitat et renouvellement urbain",
	"Égalité femmes-hommes",
	"Lutte contre les discriminations",
	"Culture",
	"Numérique",
	"Prévention de la délinquance",
	"Transition écologique",
	"Évaluation des contrats de ville",
	"Laïcité et valeurs de la République",
	"Jeunesse",
};
static const char *const words_subject[] = {
	"Faire vivre les conseils citoyens",
	"Habiter et travailler au quartier",
	"Parler de santé mentale sans détour",
	"L’école, la famille et le quartier",
	"Évaluer le contrat de ville avec les habitants",
	"Médiation, culture, diversité",
	"Lutter contre le non-recours aux droits",
	"Adultes-relais : tenir sur la durée",
	"Agir pour l’égalité dès la petite enfance",
	"Vieillir en quartier prioritaire",
	"L’été dans les quartiers : retours d’expérience",
	"Rénover sans exclure",
	"Entreprendre au féminin",
	"Le sport comme levier d’insertion",
	"Précarité alimentaire : qui fait quoi ?",
	"Sobriété et pouvoir d’agir",
};
static const char *const words_role[] = {
	"initiative", "organise", "co_organise", "support", "partner", "host", "fund",
};
static const char *const words_session[] = {
	"Accueil café",
	"Ouverture et cadrage de la journée",
	"Table ronde : regards croisés d’élus et d’habitants",
	"Atelier : partir des pratiques",
	"Atelier : lever les freins",
	"Déjeuner sur place",
	"Restitution des ateliers",
	"Conclusion et perspectives",
};

static inline char *
last_name_made(struct chance *chance)
{
	if (chance_is(chance, 10))
		return g_strdup(CHOSEN(chance, words_last));
	const char *head = CHOSEN(chance, words_head);
	const char *middle = CHOSEN(chance, words_middle);
	return g_strconcat(head, middle, CHOSEN(chance, words_tail), NULL);
}

/** The town of number I, each its own below 500. Caller frees. */
static inline char *
town_made(guint i)
{
	guint heads = G_N_ELEMENTS(words_town_head);
	return g_strconcat(words_town_head[i % heads],
			   words_town_tail[i / heads % G_N_ELEMENTS(words_town_tail)], NULL);
}

#endif
