#include "core/status.h"

#include "core/code_table.h"

static const struct code attendee_origins[] = {
	{.code = "form",
	 .label = NC_("origin", "form"),
	 .aliases = "formulaire;en ligne;questionnaire"},
	{.code = "mail", .label = NC_("origin", "e-mail"), .aliases = "courriel;mail;e-mail;mél"},
	{.code = "phone", .label = NC_("origin", "telephone"), .aliases = "téléphone;tél"},
	{.code = "walk_in",
	 .label = NC_("origin", "walk-in"),
	 .aliases = "sur place;inscription sur place;spontané",
	 .traits = CODE_UNEXPECTED},
	{.code = "import", .label = NC_("origin", "import"), .aliases = "fichier;importation"},
	{.code = "door",
	 .label = NC_("origin", "door copy"),
	 .aliases = "copie d’accueil;poste d’accueil;accueil",
	 .traits = CODE_UNEXPECTED},
};
const struct code_list code_attendee_origins = LIST("origin", attendee_origins);

static const struct code mark_origins[] = {
	{.code = "checkin",
	 .label = NC_("mark", "sign-in desk"),
	 .aliases = "accueil;pointage;émargement"},
	{.code = "sheet",
	 .label = NC_("mark", "signed sheet"),
	 .aliases = "feuille signée;feuille;feuille d’émargement"},
	{.code = "remote",
	 .label = NC_("mark", "connection log"),
	 .aliases = "journal de connexion;connexion;visio"},
	{.code = "import", .label = NC_("mark", "import"), .aliases = "fichier"},
	{.code = "door",
	 .label = NC_("mark", "door copy"),
	 .aliases = "copie d’accueil;poste d’accueil"},
};
const struct code_list code_mark_origins = LIST("mark", mark_origins);

static const struct code promotions[] = {
	{.code = "by_hand",
	 .label = NC_("promotion", "by hand: a free seat is announced"),
	 .aliases = "à la main : la place libre est annoncée;à la main;manuelle;by hand"},
	{.code = "by_itself",
	 .label = NC_("promotion", "by itself: the next one is registered at once"),
	 .aliases = "d’elle-même : le suivant est inscrit "
		    "aussitôt;d’elle-même;automatique;automatiquement;by itself;automatic"},
};
const struct code_list code_promotions = LIST("promotion", promotions);

static const struct code door_conflicts[] = {
	{.code = "changed",
	 .label = NC_("conflict", "changed on both sides"),
	 .aliases = "changé des deux côtés;modifié des deux côtés"},
	{.code = "presence", .label = NC_("conflict", "presence"), .aliases = "présence"},
	{.code = "withdrawn",
	 .label = NC_("conflict", "withdrawn and present"),
	 .aliases = "désisté et présent"},
	{.code = "deleted",
	 .label = NC_("conflict", "deleted on one side"),
	 .aliases = "supprimé d’un côté"},
};
const struct code_list code_door_conflicts = LIST("conflict", door_conflicts);

static const struct code document_kinds[] = {
	{.code = "attendees",
	 .label = NC_("document", "list of attendees"),
	 .aliases = "liste des inscrits;inscrits;participants;liste des présents"},
	{.code = "sign-in",
	 .label = NC_("document", "sign-in sheet"),
	 .aliases = "feuille d’émargement;émargement;sign-in"},
	{.code = "badges", .label = NC_("document", "badges"), .aliases = "badge"},
	{.code = "name-cards",
	 .label = NC_("document", "name cards"),
	 .aliases = "chevalets;chevalet"},
	{.code = "programme", .label = NC_("document", "programme"), .aliases = "program"},
	{.code = "certificates",
	 .label = NC_("document", "attendance certificates"),
	 .aliases = "attestations de présence;attestations;attestation;attestation de présence"},
	{.code = "run-sheet",
	 .label = NC_("document", "run sheet"),
	 .aliases = "fiche logistique;logistique;conducteur"},
	{.code = "door-signs",
	 .label = NC_("document", "door signs"),
	 .aliases = "affiches de salle;affiches;affichettes"},
	{.code = "event-report",
	 .label = NC_("document", "event report"),
	 .aliases = "bilan de l’événement;bilan"},
	{.code = "convocations",
	 .label = NC_("document", "convocation letters"),
	 .aliases = "convocation;lettres de convocation"},
	{.code = "questionnaire",
	 .label = NC_("document", "questionnaire"),
	 .aliases = "questionnaire de satisfaction"},
	{.code = "minutes",
	 .label = NC_("document", "minutes of the meeting"),
	 .aliases = "procès-verbal;compte rendu;pv"},
};
const struct code_list code_document_kinds = LIST("document", document_kinds);

static const struct code mapping_subjects[] = {
	{.code = "attendees",
	 .label = NC_("table", "attendees"),
	 .aliases = "participants;inscrits;inscriptions"},
	{.code = "people",
	 .label = NC_("table", "people"),
	 .aliases = "personnes;contacts;annuaire"},
	{.code = "organisations",
	 .label = NC_("table", "organisations"),
	 .aliases = "organismes;structures;organizations"},
	{.code = "events",
	 .label = NC_("table", "events"),
	 .aliases = "événements;évènements;rencontres"},
};
const struct code_list code_mapping_subjects = LIST("table", mapping_subjects);

static const struct code yes_no[] = {
	{.code = "yes", .label = NC_("answer", "yes"), .aliases = "oui;o;y;vrai;true;1;x"},
	{.code = "no", .label = NC_("answer", "no"), .aliases = "non;n;faux;false;0"},
};
const struct code_list code_yes_no = LIST("answer", yes_no);
