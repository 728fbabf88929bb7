#include "core/status.h"

#include "core/code_table.h"

static const struct code event_modes[] = {
	{.code = "onsite",
	 .label = NC_("mode", "onsite"),
	 .aliases = "présentiel;en présentiel;sur place;in person"},
	{.code = "remote",
	 .label = NC_("mode", "remote"),
	 .aliases = "distanciel;en distanciel;à distance;visio;visioconférence;en ligne;en "
		    "visio;online"},
	{.code = "hybrid", .label = NC_("mode", "hybrid"), .aliases = "hybride;mixte;comodal"},
};
const struct code_list code_event_modes = LIST("mode", event_modes);

static const struct code proof_modes[] = {
	{.code = "none", .label = NC_("proof of presence", "none"), .aliases = "aucune;aucun;sans"},
	{.code = "attendance",
	 .label = NC_("proof of presence", "attendance"),
	 .aliases = "attestation de présence;présence;émargement;attestation"},
	{.code = "training",
	 .label = NC_("proof of presence", "training"),
	 .aliases = "formation;certificat de réalisation",
	 .traits = CODE_COUNTED},
};
const struct code_list code_proof_modes = LIST("proof of presence", proof_modes);

static const struct code half_day_parts[] = {
	{.code = "am", .label = NC_("half-day", "morning"), .aliases = "matin;matinée"},
	{.code = "pm",
	 .label = NC_("half-day", "afternoon"),
	 .aliases = "après-midi;après midi;aprèm"},
	{.code = "eve", .label = NC_("half-day", "evening"), .aliases = "soirée;soir"},
};
const struct code_list code_half_day_parts = LIST("half-day", half_day_parts);

static const struct code session_kinds[] = {
	{.code = "plenary",
	 .label = NC_("session", "plenary"),
	 .aliases = "plénière;séance plénière;assemblée plénière",
	 .traits = CODE_WORK | CODE_SPEAKS | CODE_JUDGED},
	{.code = "workshop",
	 .label = NC_("session", "workshop"),
	 .aliases = "atelier;ateliers",
	 .traits = CODE_WORK | CODE_SPEAKS | CODE_JUDGED | CODE_CHOSEN},
	{.code = "round_table",
	 .label = NC_("session", "round table"),
	 .aliases = "table ronde;tables rondes",
	 .traits = CODE_WORK | CODE_SPEAKS | CODE_JUDGED},
	{.code = "talk",
	 .label = NC_("session", "talk"),
	 .aliases = "conférence;intervention;exposé;présentation;témoignage",
	 .traits = CODE_WORK | CODE_SPEAKS | CODE_JUDGED},
	{.code = "break", .label = NC_("session", "break"), .aliases = "pause;pause café"},
	{.code = "lunch",
	 .label = NC_("session", "lunch"),
	 .aliases = "déjeuner;repas;buffet;cocktail déjeunatoire"},
	{.code = "visit",
	 .label = NC_("session", "visit"),
	 .aliases = "visite;visite de site;déambulation",
	 .traits = CODE_WORK | CODE_JUDGED},
	{.code = "welcome",
	 .label = NC_("session", "welcome"),
	 .aliases = "accueil;accueil café;café d’accueil;émargement"},
	{.code = "opening",
	 .label = NC_("session", "opening"),
	 .aliases = "ouverture;mot d’accueil;introduction",
	 .traits = CODE_WORK},
	{.code = "closing",
	 .label = NC_("session", "closing"),
	 .aliases = "clôture;conclusion;synthèse",
	 .traits = CODE_WORK},
	{.code = "other",
	 .label = NC_("session", "other"),
	 .aliases = "autre",
	 .traits = CODE_WORK},
};
const struct code_list code_session_kinds = LIST("session", session_kinds);

static const struct code speaker_roles[] = {
	{.code = "speaker",
	 .label = NC_("speaker role", "speaker"),
	 .aliases = "intervenant·e;intervenant;intervenante;conférencier;conférencière",
	 .traits = CODE_SHOWS},
	{.code = "facilitator",
	 .label = NC_("speaker role", "facilitator"),
	 .aliases = "animateur·rice;animateur;animatrice;animation"},
	{.code = "moderator",
	 .label = NC_("speaker role", "moderator"),
	 .aliases = "modérateur·rice;modérateur;modératrice;modération"},
	{.code = "keynote_witness",
	 .label = NC_("speaker role", "key witness"),
	 .aliases = "grand témoin;témoin"},
	{.code = "trainer",
	 .label = NC_("speaker role", "trainer"),
	 .aliases = "formateur·rice;formateur;formatrice",
	 .traits = CODE_SHOWS},
};
const struct code_list code_speaker_roles = LIST("speaker role", speaker_roles);

static const struct code lunches[] = {
	{.code = "none",
	 .label = NC_("lunch", "no lunch"),
	 .aliases = "pas de déjeuner;aucun;non;sans"},
	{.code = "provided",
	 .label = NC_("lunch", "lunch provided"),
	 .aliases = "déjeuner offert;offert;pris en charge;fourni;gratuit;oui"},
	{.code = "paid",
	 .label = NC_("lunch", "lunch to be paid"),
	 .aliases = "déjeuner payant;payant"},
	{.code = "own",
	 .label = NC_("lunch", "lunch on one’s own"),
	 .aliases = "déjeuner libre;libre;tiré du sac;à la charge des participants"},
};
const struct code_list code_lunches = LIST("lunch", lunches);

static const struct code holiday_kinds[] = {
	{.code = "school",
	 .label = NC_("period", "school holidays"),
	 .aliases = "vacances scolaires;vacances;scolaire"},
	{.code = "avoid",
	 .label = NC_("period", "period to avoid"),
	 .aliases = "période à éviter;à éviter;éviter"},
};
const struct code_list code_holiday_kinds = LIST("period", holiday_kinds);

static const struct code report_headings[] = {
	{.code = "training",
	 .label = NC_("heading", "training courses"),
	 .aliases = "formations;formation",
	 .traits = CODE_WORK},
	{.code = "network",
	 .label = NC_("heading", "network activities"),
	 .aliases = "activités de réseau;réseau",
	 .traits = CODE_WORK},
	{.code = "working_group",
	 .label = NC_("heading", "working groups"),
	 .aliases = "groupes de travail;groupe de travail",
	 .traits = CODE_WORK},
	{.code = "information",
	 .label = NC_("heading", "events that inform"),
	 .aliases = "manifestations à vocation informative;information;manifestation",
	 .traits = CODE_WORK},
	{.code = "qualification_cycle",
	 .label = NC_("heading", "qualification cycles"),
	 .aliases = "cycles de qualification;cycle de qualification;qualification",
	 .traits = CODE_WORK},
	{.code = "individual_support",
	 .label = NC_("heading", "individual support"),
	 .aliases = "accompagnement individualisé;accompagnement"},
	{.code = "other",
	 .label = NC_("heading", "other"),
	 .aliases = "autre;autres;gouvernance",
	 .traits = CODE_WORK},
};
const struct code_list code_report_headings = LIST("heading", report_headings);
