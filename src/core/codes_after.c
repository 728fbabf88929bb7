#include "core/status.h"

#include "core/code_table.h"

static const struct code task_kinds[] = {
	{.code = "speakers",
	 .label = NC_("task", "speakers"),
	 .aliases = "intervenants;intervenantes;intervenant·e·s"},
	{.code = "room", .label = NC_("task", "room"), .aliases = "salle;lieu;réservation"},
	{.code = "catering",
	 .label = NC_("task", "catering"),
	 .aliases = "restauration;repas;traiteur;déjeuner"},
	{.code = "programme", .label = NC_("task", "programme"), .aliases = "program"},
	{.code = "communication",
	 .label = NC_("task", "communication"),
	 .aliases = "annonce;save the date"},
	{.code = "invitations",
	 .label = NC_("task", "invitations"),
	 .aliases = "invitation;convocation;convocations"},
	{.code = "papers",
	 .label = NC_("task", "papers of the day"),
	 .aliases = "papiers du jour;papiers;impressions;émargement"},
	{.code = "slides",
	 .label = NC_("task", "slides"),
	 .aliases = "support;supports;diaporama;présentation"},
	{.code = "certificates",
	 .label = NC_("task", "certificates"),
	 .aliases = "attestations;attestation;attestations de présence"},
	{.code = "thanks",
	 .label = NC_("task", "thanks"),
	 .aliases = "remerciements;remerciement;merci"},
	{.code = "satisfaction",
	 .label = NC_("task", "satisfaction"),
	 .aliases = "questionnaire;questionnaire de satisfaction;évaluation"},
	{.code = "summary",
	 .label = NC_("task", "summary"),
	 .aliases = "synthèse;compte rendu;résumé"},
	{.code = "minutes",
	 .label = NC_("task", "record of decisions"),
	 .aliases = "relevé de décisions;procès-verbal;PV"},
	{.code = "proceedings", .label = NC_("task", "proceedings"), .aliases = "actes"},
	{.code = "publication",
	 .label = NC_("task", "publication"),
	 .aliases = "mise en ligne;publier;page web"},
	{.code = "report", .label = NC_("task", "report"), .aliases = "bilan"},
	{.code = "other", .label = NC_("task", "other"), .aliases = "autre;divers"},
};
const struct code_list code_task_kinds = LIST("task", task_kinds);

static const struct code task_states[] = {
	{.code = "done", .label = NC_("task state", "done"), .aliases = "fait;faite;terminé"},
	{.code = "late", .label = NC_("task state", "late"), .aliases = "en retard;retard"},
	{.code = "this_week",
	 .label = NC_("task state", "this week"),
	 .aliases = "cette semaine;semaine"},
	{.code = "later", .label = NC_("task state", "later"), .aliases = "plus tard;à venir"},
};
const struct code_list code_task_states = LIST("task state", task_states);

static const struct code scales[] = {
	{.code = "quality", .label = NC_("scale", "quality"), .aliases = "qualité"},
	{.code = "satisfaction", .label = NC_("scale", "satisfaction")},
	{.code = "agreement", .label = NC_("scale", "agreement"), .aliases = "accord"},
	{.code = "extent", .label = NC_("scale", "extent"), .aliases = "mesure;degré"},
	{.code = "yes_no", .label = NC_("scale", "yes or no"), .aliases = "oui ou non"},
	{.code = "out_of_5", .label = NC_("scale", "mark out of 5"), .aliases = "note sur 5"},
	{.code = "out_of_10", .label = NC_("scale", "mark out of 10"), .aliases = "note sur 10"},
};
const struct code_list code_scales = LIST("scale", scales);
