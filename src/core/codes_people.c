#include "core/status.h"

#include "core/code_table.h"

static const struct code partner_roles[] = {
	{.code = "initiative",
	 .label = NC_("partner", "on the initiative of"),
	 .aliases = "à l’initiative de;initiative;initiateur"},
	{.code = "commission",
	 .label = NC_("partner", "commissioned by"),
	 .aliases = "organisation confiée par;commanditaire;confié par"},
	{.code = "organise",
	 .label = NC_("partner", "organised by"),
	 .aliases = "organisé par;organisateur;organisatrice;organisation;organiser"},
	{.code = "co_organise",
	 .label = NC_("partner", "built together with"),
	 .aliases = "co-construit avec;co-organisateur;co-organisé avec;coorganisé "
		    "avec;co-organise;co-organiser"},
	{.code = "support",
	 .label = NC_("partner", "supported by"),
	 .aliases = "avec l’appui de;appui;soutien"},
	{.code = "participate",
	 .label = NC_("partner", "with the participation of"),
	 .aliases = "avec la participation de;participation"},
	{.code = "partner",
	 .label = NC_("partner", "in partnership with"),
	 .aliases = "en partenariat avec;partenaire;partenariat;partenaires"},
	{.code = "host",
	 .label = NC_("partner", "hosted by"),
	 .aliases = "accueilli par;accueil;hôte;dans les locaux de",
	 .traits = CODE_OPEN},
	{.code = "fund",
	 .label = NC_("partner", "funded by"),
	 .aliases = "avec le soutien financier de;financeur;financé par;avec le soutien de;funder"},
};
const struct code_list code_partner_roles = LIST("partner", partner_roles);

static const struct code families[] = {
	{.code = "state",
	 .label = NC_("family", "State"),
	 .aliases = "État;services de l’État;service de l’État"},
	{.code = "local_authority",
	 .label = NC_("family", "local authority"),
	 .aliases = "collectivité;collectivité territoriale;collectivités"},
	{.code = "association", .label = NC_("family", "association"), .aliases = "associations"},
	{.code = "social_landlord",
	 .label = NC_("family", "social landlord"),
	 .aliases = "bailleur social;bailleur;bailleurs sociaux;HLM"},
	{.code = "citizens_council",
	 .label = NC_("family", "citizens’ council"),
	 .aliases = "conseil citoyen;conseils citoyens;habitants;conseils citoyens et habitants"},
	{.code = "public_operator",
	 .label = NC_("family", "public operator"),
	 .aliases = "opérateur public;opérateurs publics;chambre consulaire;établissement public"},
	{.code = "university",
	 .label = NC_("family", "university and research"),
	 .aliases = "université, recherche et formation;université;recherche;formation;université "
		    "et recherche"},
	{.code = "resource_centre",
	 .label = NC_("family", "resource centre and observatory"),
	 .aliases = "centre de ressources et observatoire;centre de ressources;observatoire;agence "
		    "d’urbanisme;resource center"},
	{.code = "company",
	 .label = NC_("family", "company"),
	 .aliases = "entreprise;entreprises;société"},
	{.code = "consultant",
	 .label = NC_("family", "consultant"),
	 .aliases = "cabinet ou consultant;consultant;consultante;consultants;bureau "
		    "d’études;cabinet"},
	{.code = "other", .label = NC_("family", "other"), .aliases = "autre;autres"},
};
const struct code_list code_families = LIST("family", families);

static const struct code levels[] = {
	{.code = "national", .label = NC_("level", "national"), .aliases = "nationale"},
	{.code = "regional",
	 .label = NC_("level", "regional"),
	 .aliases = "régional;régionale;région"},
	{.code = "departmental",
	 .label = NC_("level", "departmental"),
	 .aliases = "départemental;départementale;département"},
	{.code = "local",
	 .label = NC_("level", "local"),
	 .aliases = "locale;communal;intercommunal;commune;EPCI"},
};
const struct code_list code_levels = LIST("level", levels);

static const struct code person_roles[] = {
	{.code = "elected",
	 .label = NC_("person", "elected representative"),
	 .aliases = "élu·e;élu;élue;adjoint au maire;adjointe au maire;maire;conseiller "
		    "municipal;conseillère municipale;élu(e)"},
	{.code = "agent",
	 .label = NC_("person", "agent"),
	 .aliases =
		 "agente;agent "
		 "public;salarié;salariée;professionnel;professionnelle;technicien;technicienne"},
	{.code = "delegate",
	 .label = NC_("person", "prefect’s delegate"),
	 .aliases = "délégué·e du préfet;délégué du préfet;déléguée du préfet;déléguée de la "
		    "préfète;délégué de la préfète"},
	{.code = "project_manager",
	 .label = NC_("person", "project manager"),
	 .aliases = "chef·fe de projet;chef de projet;cheffe de projet;CPO"},
	{.code = "mediator",
	 .label = NC_("person", "adult-relay mediator"),
	 .aliases = "adulte-relais;médiateur;médiatrice;adulte relais médiateur"},
	{.code = "citizen",
	 .label = NC_("person", "member of a citizens’ council"),
	 .aliases = "membre d’un conseil citoyen;conseiller citoyen;conseillère citoyenne"},
	{.code = "volunteer",
	 .label = NC_("person", "volunteer"),
	 .aliases = "bénévole;responsable associatif;responsable associative"},
	{.code = "resident",
	 .label = NC_("person", "resident"),
	 .aliases = "habitant·e;habitant;habitante"},
	{.code = "researcher",
	 .label = NC_("person", "teacher or researcher"),
	 .aliases = "enseignant·e ou "
		    "chercheur·se;enseignant;enseignante;chercheur;chercheuse;enseignant-chercheur;"
		    "enseignante-chercheuse"},
	{.code = "student",
	 .label = NC_("person", "student"),
	 .aliases = "étudiant·e;étudiant;étudiante;stagiaire"},
	{.code = "other", .label = NC_("person", "other"), .aliases = "autre;autres"},
};
const struct code_list code_person_roles = LIST("person", person_roles);

static const struct code civilities[] = {
	{.code = "ms",
	 .label = NC_("civility", "Ms"),
	 .aliases = "Mme;madame;Mrs;Miss;Mlle;mademoiselle"},
	{.code = "mr", .label = NC_("civility", "Mr"), .aliases = "M.;monsieur;mister"},
};
const struct code_list code_civilities = LIST("civility", civilities);

static const struct code photo_preferences[] = {
	{.code = "unknown", .label = NC_("photos", "not stated"), .aliases = "non précisé;inconnu"},
	{.code = "accepts",
	 .label = NC_("photos", "accepts"),
	 .aliases = "accepte;oui;yes;accepté;d’accord;autorise"},
	{.code = "refuses",
	 .label = NC_("photos", "refuses"),
	 .aliases = "refuse;non;no;refusé;pas d’accord;n’autorise pas",
	 .traits = CODE_REFUSES},
};
const struct code_list code_photo_preferences = LIST("photos", photo_preferences);

static const struct code consent_purposes[] = {
	{.code = "invitations",
	 .label = NC_("consent", "invitations to events"),
	 .aliases = "invitations aux événements;invitation;invitations"},
	{.code = "newsletter",
	 .label = NC_("consent", "newsletter"),
	 .aliases = "lettre d’information;newsletter;infolettre"},
	{.code = "shared_list",
	 .label = NC_("consent", "contact details on the shared list"),
	 .aliases = "coordonnées sur la liste partagée;liste partagée"},
	{.code = "partners",
	 .label = NC_("consent", "passing on to partners"),
	 .aliases = "transmission aux partenaires;partenaires"},
};
const struct code_list code_consent_purposes = LIST("consent", consent_purposes);

static const struct code territory_types[] = {
	{.code = "region", .label = NC_("territory", "region"), .aliases = "région;régions"},
	{.code = "department",
	 .label = NC_("territory", "département"),
	 .aliases = "départements;department"},
	{.code = "epci",
	 .label = NC_("territory", "intermunicipality"),
	 .aliases = "EPCI;intercommunalité"},
	{.code = "town", .label = NC_("territory", "town"), .aliases = "commune;ville"},
	{.code = "district",
	 .label = NC_("territory", "priority district"),
	 .aliases = "quartier prioritaire;QPV;quartier"},
};
const struct code_list code_territory_types = LIST("territory", territory_types);
