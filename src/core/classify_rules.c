/* Families and their words: the real names of registration forms and event pages. */
#include "core/classify_rules.h"

const struct classify_rule classify_rules[] = {
	/* Names that contain words of another family. */
	{.words = "reseau national des crpv|reseau national des centres de ressources",
	 .family = "resource_centre",
	 .level = "national"},
	{.words =
		 "villes et territoires|ressources et territoires|reso villes|irev|villes au carre|"
		 "trajectoire ressources|trajectoires ressources|pqn a|pqna|labo cites|oriv|"
		 "pays et quartiers d aquitaine|pays et quartiers de nouvelle aquitaine|"
		 "ressources urbaines|profession banlieue|cite ressources|crdsu|crpv|"
		 "centre de ressources politique de la ville",
	 .family = "resource_centre",
	 .level = "regional"},
	{.words = "pole ressources|pole de ressources", .family = "resource_centre"},
	{.words =
		 "ville et banlieue|france urbaine|villes de france|petites villes de france|apvf|"
		 "regions de france|departements de france|intercommunalites de france|adcf|unadel|"
		 "irdsu|association des maires de france|assemblee des departements de france",
	 .family = "association",
	 .flags = NATIONAL_ALONE},
	{.words = "amf|adf",
	 .family = "association",
	 .place = WORDS_FIRST,
	 .flags = NATIONAL_ALONE},
	{.words = "amif", .family = "association", .level = "regional"},
	{.words = "habitat et humanisme|habitat jeunes|habitat participatif|soliha|fjt|"
		  "universite populaire|action logement jeunes|foyer de jeunes travailleurs",
	 .family = "association"},
	{.words = "conseil departemental de l acces au droit|cdad|sdis|"
		  "service departemental d incendie",
	 .family = "public_operator",
	 .level = "departmental"},
	{.words = "anah|agence nationale de l habitat",
	 .family = "public_operator",
	 .flags = NATIONAL_ALONE},
	{.words = "conseil national des villes|cnv", .family = "state", .level = "national"},
	{.words = "cdc habitat", .family = "social_landlord"},

	/* Local authorities, by how the name begins. */
	{.words = "region academique",
	 .family = "state",
	 .level = "regional",
	 .place = WORDS_FIRST},
	{.words = "mairie|mairies|ville de|ville d|ville du|ville des|commune de|commune d|commune "
		  "du|"
		  "hotel de ville|cabinet du maire|ccas|cias|caisse des ecoles|"
		  "centre communal d action sociale|centre intercommunal d action sociale|"
		  "communaute de communes|communaute d agglomeration|communaute d agglo|"
		  "communaute urbaine|eurometropole|etablissement public territorial|petr|"
		  "pole d equilibre territorial|syndicat mixte|syndicat intercommunal|sivom|sivu",
	 .family = "local_authority",
	 .level = "local",
	 .place = WORDS_FIRST,
	 .flags = PLACE_NAME},
	{.words = "ca|cc|cu|agglo|pays|metropole|communaute",
	 .family = "local_authority",
	 .level = "local",
	 .place = WORDS_FIRST,
	 .flags = PLACE_NAME | WORDS_AND_MORE},
	{.words = "conseil departemental|conseil general|departement de|departement du|"
		  "departement des|departement d",
	 .family = "local_authority",
	 .level = "departmental",
	 .place = WORDS_FIRST},
	{.words = "cd|cg|departement",
	 .family = "local_authority",
	 .level = "departmental",
	 .place = WORDS_FIRST,
	 .flags = WORDS_AND_NUMBER},
	{.words = "conseil regional|collectivite de corse",
	 .family = "local_authority",
	 .level = "regional",
	 .place = WORDS_FIRST},
	{.words = "region",
	 .family = "local_authority",
	 .level = "regional",
	 .place = WORDS_FIRST,
	 .flags = WORDS_AND_MORE},

	/* The State. */
	{.words = "ministere|secretariat d etat|premier ministre|direction generale",
	 .family = "state",
	 .level = "national",
	 .place = WORDS_FIRST},
	{.words = "prefecture de region|prefecture de la region|prefet de region|prefete de region|"
		  "prefet de la region|prefete de la region",
	 .family = "state",
	 .level = "regional"},
	{.words = "sous prefecture|sous prefet|sous prefete",
	 .family = "state",
	 .level = "departmental",
	 .flags = PLACE_NAME},
	{.words = "prefecture|prefet|prefete|ddets|ddetspp|ddcs|ddcspp|ddt|ddtm|ddpp|dsden|ddsp|"
		  "ddfip|"
		  "udap|inspection academique|ddfe|dddfe|spip",
	 .family = "state",
	 .level = "departmental"},
	{.words = "direction departementale",
	 .family = "state",
	 .level = "departmental",
	 .place = WORDS_FIRST},
	{.words =
		 "dreets|drieets|drac|drjscs|drdjscs|drajes|dreal|drieat|sgar|direccte|draaf|drihl|"
		 "drfip|drdfe|rectorat|academie",
	 .family = "state",
	 .level = "regional"},
	{.words = "direction regionale|secretariat general pour les affaires regionales",
	 .family = "state",
	 .level = "regional",
	 .place = WORDS_FIRST},
	{.words = "anct|cget|acse|insee|dihal|dilcrah|dgcs|dgcl|dgefp|"
		  "agence nationale de la cohesion des territoires|"
		  "commissariat general a l egalite des territoires",
	 .family = "state",
	 .flags = NATIONAL_ALONE},
	{.words = "services de l etat|service de l etat|education nationale|police nationale|"
		  "gendarmerie|commissariat de police|protection judiciaire de la jeunesse|pjj|"
		  "tribunal judiciaire",
	 .family = "state"},

	/* Citizens. */
	{.words = "conseil citoyen|conseils citoyens|conseil de quartier|conseils de quartier|"
		  "table de quartier|tables de quartier|comite de quartier|collectif d habitants|"
		  "comite d habitants",
	 .family = "citizens_council",
	 .level = "local"},

	/* Public operators. */
	{.words =
		 "anru|agence nationale pour la renovation urbaine|epareca|cerema|ademe|"
		 "bpifrance|bpi france|caisse des depots|banque des territoires|cnaf|cnfpt|agefiph|"
		 "agence du service civique",
	 .family = "public_operator",
	 .flags = NATIONAL_ALONE},
	{.words = "ars|agence regionale de sante|carsat|crma",
	 .family = "public_operator",
	 .level = "regional"},
	{.words =
		 "caf|caisse d allocations familiales|cpam|assurance maladie|msa|"
		 "mutualite sociale agricole|urssaf|cci|cma|chambre de commerce|chambre de metiers|"
		 "chambre des metiers|chambre d agriculture|france travail|pole emploi|ofii|"
		 "centre hospitalier|chu|chru|hopital|hopitaux|etablissement public foncier|epf|"
		 "office francais",
	 .family = "public_operator"},

	/* Consultants whose name ends like an institution's. */
	{.words = "cabinet|bureau d etudes|consultant|consultante|consultants",
	 .family = "consultant",
	 .place = WORDS_FIRST},

	/* Associations, by how the name begins, before the words of landlords and universities. */
	{.words = "association|asso|collectif|comite|federation|amicale|fondation|union "
		  "departementale|"
		  "ligue de l enseignement",
	 .family = "association",
	 .place = WORDS_FIRST},

	/* Landlords. */
	{.words = "hlm|oph|opac|office public de l habitat|bailleur|bailleur social|bailleurs "
		  "sociaux|"
		  "promologis|erilia|habitat",
	 .family = "social_landlord"},
	{.words = "logement|logis", .family = "social_landlord", .place = WORDS_LAST},

	/* Research and training. */
	{.words = "universite|universites|irts|institut regional du travail "
		  "social|creps|ufr|iut|cnrs|"
		  "inrae|inserm|umr|laboratoire|faculte|sciences po|ecole nationale superieure|"
		  "ecole d architecture|ensa|inspe|ehess|greta|afpa|organisme de formation|"
		  "centre de formation|institut de formation",
	 .family = "university",
	 .flags = NUMBERED | PLACE_NAME},

	/* Resource centres and observatories. */
	{.words = "centre de ressources|centre ressources|centre ressource|centres de ressources|"
		  "observatoire|agence d urbanisme|audab|aurca|auat|fnau|carif oref|creai",
	 .family = "resource_centre"},

	/* Associations. */
	{.words = "centre social|centre sociale|regie de quartier|regie de quartiers|mjc|"
		  "maison des jeunes et de la culture|mission locale|maison pour tous|"
		  "espace de vie sociale|pimms",
	 .family = "association",
	 .level = "local"},
	{.words = "cidff|udaf|adil|crij", .family = "association"},
	{.words = "association|associations|centres sociaux|regies de quartier|regies de quartiers|"
		  "missions locales|apf|secours populaire|secours catholique|croix rouge|"
		  "restos du coeur|emmaus|cimade|planning familial|federation|francas|cemea|"
		  "leo lagrange|familles rurales|adie|bge|uriopss|ecole de la deuxieme chance|"
		  "ecole de la 2eme chance|ecole de la 2e chance|unis cite|afev|cap emploi|"
		  "france victimes|collectif|fondation|amicale|ligue de l enseignement",
	 .family = "association"},

	/* What is left: words that decide only when nothing above did. */
	{.words = "mairie|ccas|agglomeration|metropole|communaute de communes|"
		  "communaute d agglomeration|agglo|grand lyon",
	 .family = "local_authority",
	 .level = "local",
	 .flags = PLACE_NAME},
	{.words = "consultant|consultante|consultants|consulting|conseil en",
	 .family = "consultant"},
	{.words = "conseil|conseils|et associes", .family = "consultant", .place = WORDS_LAST},
	{.words = "sarl|sas|sasu|eurl|scop|scic|snc|entreprise|auto entrepreneur|micro entreprise",
	 .family = "company"},
	{.words = "sa", .family = "company", .place = WORDS_FIRST, .flags = WORDS_AND_MORE},
	{.words = "sa", .family = "company", .place = WORDS_LAST, .flags = WORDS_AND_MORE},
	{.words = "societe", .family = "company", .place = WORDS_FIRST},
};

const guint classify_n_rules = G_N_ELEMENTS(classify_rules);
