/* Headings of form services (Google Forms, LimeSurvey, Framaforms, Microsoft Forms, HelloAsso), of
 * spreadsheets kept by hand, and our own keys. */
#include "core/columns_fields.h"

#include "base/i18n.h"

#define ATTENDEES     (1u << COLUMNS_ATTENDEES)
#define PEOPLE        (1u << COLUMNS_PEOPLE)
#define ORGANISATIONS (1u << COLUMNS_ORGANISATIONS)
#define EVENTS        (1u << COLUMNS_EVENTS)
#define SURVEY        (1u << COLUMNS_SURVEY)

const struct column_words columns_words[] = {
	{.kinds = ATTENDEES | PEOPLE | SURVEY,
	 .field = {"last_name", N_("Last name")},
	 .phrases = "=nom|=nom famille|=nom usage|=nom naissance|nom participant|"
		    "nom participante|nom inscrit|nom stagiaire|last name|surname|"
		    "family name|lastname",
	 .cells = CELLS_NAME},
	{.kinds = ATTENDEES | PEOPLE | SURVEY,
	 .field = {"first_name", N_("First name")},
	 .phrases = "prenom|prenoms|first name|given name|firstname|forename",
	 .cells = CELLS_NAME},
	{.kinds = ATTENDEES | PEOPLE | SURVEY,
	 .field = {"full_name", N_("First and last name in one")},
	 .phrases = "=nom|nom prenom|nom prenoms|prenom nom|prenoms nom|nom complet|"
		    "full name|=name|=identite|=participant|=participante|=inscrit|"
		    "=personne|=contact",
	 .cells = CELLS_NAME},
	{.kinds = ATTENDEES | PEOPLE | SURVEY,
	 .field = {"civility", N_("Civility")},
	 .phrases = "civilite|=m mme|=mme m|salutation|civility"},
	{.kinds = ATTENDEES | PEOPLE | SURVEY,
	 .field = {"function", N_("Function")},
	 .phrases = "fonction|fonctions|poste|profession|metier|=qualite|=titre|job title|"
		    "function|=position|intitule poste|fonction occupee"},
	{.kinds = ATTENDEES | SURVEY,
	 .field = {"organisation", N_("Organisation")},
	 .phrases = "structure|structure organisme|organisme|organisation|organization|"
		    "employeur|etablissement|collectivite|institution|societe|entreprise|"
		    "association|company|affiliation|raison sociale|nom structure|"
		    "nom organisme|nom organisation|nom association|structure representee|"
		    "organisme employeur|structure employeuse|organisme structure|"
		    "structure employeur"},
	{.kinds = ATTENDEES | PEOPLE | ORGANISATIONS | SURVEY,
	 .field = {"email", N_("E-mail")},
	 .phrases = "e mail|email|mail|courriel|mel|adresse mail|adresse email|"
		    "adresse e mail|adresse electronique|adresse messagerie|"
		    "adresse courriel|courrier electronique",
	 .cells = CELLS_EMAIL},
	{.kinds = ATTENDEES | PEOPLE | ORGANISATIONS | SURVEY,
	 .field = {"phone", N_("Telephone")},
	 .phrases = "telephone|tel|portable|mobile|numero telephone|tel portable|"
		    "telephone portable|phone|gsm",
	 .cells = CELLS_PHONE},
	{.kinds = ATTENDEES | PEOPLE | ORGANISATIONS | EVENTS | SURVEY,
	 .field = {"town", N_("Town")},
	 .phrases = "ville|commune|town|city|localite|ville commune|ville structure"},
	{.kinds = ATTENDEES | PEOPLE | SURVEY,
	 .field = {"postal_code", N_("Postal code")},
	 .phrases = "code postal|=cp|postal code|zip code"},
	{.kinds = ATTENDEES | PEOPLE | ORGANISATIONS | EVENTS,
	 .field = {"department", N_("Département")},
	 .phrases = "departement|=dept|=dep|=dpt|department|numero departement|"
		    "code departement"},
	{.kinds = ATTENDEES,
	 .field = {"workshop", N_("Workshop")},
	 .phrases = "atelier|ateliers|choix atelier|atelier souhaite|workshop|parcours|"
		    "1er choix|premier choix|choix 1|choix n1|choix n 1|voeu 1|rang 1|"
		    "1er voeu|first choice"},
	{.kinds = ATTENDEES,
	 .field = {"workshop_2", N_("Workshop, second choice")},
	 .phrases = "atelier|ateliers|workshop 2|2e choix|2eme choix|deuxieme choix|"
		    "second choix|choix 2|choix n2|choix n 2|voeu 2|rang 2|2e voeu|"
		    "atelier 2|second choice"},
	{.kinds = ATTENDEES,
	 .field = {"workshop_3", N_("Workshop, third choice")},
	 .phrases = "atelier|ateliers|workshop 3|3e choix|3eme choix|troisieme choix|"
		    "choix 3|choix n3|choix n 3|voeu 3|rang 3|3e voeu|atelier 3|"
		    "third choice"},
	{.kinds = ATTENDEES,
	 .field = {"half_day_am", N_("Comes in the morning")},
	 .phrases = "=matin|=matinee|presence matin|present matin|presente matin|"
		    "participation matin|demi journee matin|half day am",
	 .cells = CELLS_YES_NO},
	{.kinds = ATTENDEES,
	 .field = {"half_day_pm", N_("Comes in the afternoon")},
	 .phrases = "=apres midi|presence apres midi|present apres midi|presente apres midi|"
		    "participation apres midi|demi journee apres midi|half day pm",
	 .cells = CELLS_YES_NO},
	{.kinds = ATTENDEES,
	 .field = {"half_day_eve", N_("Comes in the evening")},
	 .phrases = "=soir|=soiree|presence soir|presence soiree|present soir|"
		    "participation soiree|half day eve",
	 .cells = CELLS_YES_NO},
	{.kinds = ATTENDEES,
	 .field = {"half_day", N_("Half-days")},
	 .phrases = "=presence|=presences|demi journee|demi journees|half day|half days|"
		    "presence souhaitee|presence prevue|=participation"},
	{.kinds = ATTENDEES,
	 .field = {"lunch", N_("Lunch")},
	 .phrases = "dejeuner|dejeunerez|repas|lunch|buffet|restauration|presence dejeuner|"
		    "repas midi|panier repas|plateau repas",
	 .cells = CELLS_YES_NO},
	{.kinds = ATTENDEES,
	 .field = {"diet", N_("Diet")},
	 .phrases = "regime|regime alimentaire|regimes alimentaires|allergie|allergies|diet|"
		    "restrictions alimentaires|contraintes alimentaires|"
		    "preferences alimentaires"},
	{.kinds = ATTENDEES,
	 .field = {"access_needs", N_("Access needs")},
	 .phrases = "accessibilite|handicap|pmr|amenagement|besoin amenagement|"
		    "besoins amenagement|besoin specifique|besoins specifiques|"
		    "besoin particulier|besoins particuliers|access needs|accessibility"},
	{.kinds = ATTENDEES,
	 .field = {"remarks", N_("Remarks")},
	 .phrases = "remarque|remarques|commentaire|commentaires|observation|observations|"
		    "message|precisions|informations complementaires|comments|remarks|note|"
		    "notes"},
	{.kinds = ATTENDEES | SURVEY,
	 .field = {"registered_at", N_("Registered on")},
	 .phrases = "horodateur|horodatage|timestamp|submitdate|date soumission|"
		    "date inscription|date reponse|heure soumission|soumis le|=soumis|"
		    "submitted|submitted time|date submitted|registered at|date creation|"
		    "completion time|heure fin|date commande|=inscrit le|=date",
	 .cells = CELLS_DATE},
	{.kinds = ATTENDEES | PEOPLE | ORGANISATIONS | EVENTS | SURVEY,
	 .field = {"source_key", N_("Key of the row")},
	 .phrases = "=id|id reponse|response id|numero reponse|numero soumission|=serial|"
		    "=sid|reference commande|numero inscription|=identifiant|source key|"
		    "=reference|numero commande|numero billet|submission id|respondent id"},
	{.kinds = ATTENDEES, .field = {"part", N_("Part")}, .phrases = "=part"},
	{.kinds = ATTENDEES,
	 .field = {"status", N_("Status")},
	 .phrases = "=statut|=status|statut inscription|etat inscription"},
	{.kinds = ATTENDEES,
	 .field = {"origin", N_("Origin")},
	 .phrases = "=origin|=origine|origine inscription"},
	{.kinds = ATTENDEES, .field = {"number", N_("Number")}, .phrases = "=number|=numero|=n"},
	{.kinds = ATTENDEES | PEOPLE,
	 .field = {"photo", N_("Photographs")},
	 .phrases = "droit image|photo|photos|photographie|prise vue|prises vue"},
	{.kinds = ATTENDEES | PEOPLE | SURVEY,
	 .phrases = "=lastpage|derniere page|last page|=startlanguage|langue depart|"
		    "start language|=seed|=token|=ipaddr|adresse ip|ip address|=refurl|"
		    "url provenance|referrer url|=datestamp|date derniere action|"
		    "date last action|=startdate|date lancement|date started|temps total|"
		    "total time|=interviewtime|user agent|heure debut|start time|"
		    "heure derniere modification|last modified time|=brouillon|=draft"},
	{.kinds = PEOPLE,
	 .field = {"organisation", N_("Organisation")},
	 .phrases = "structure|structure organisme|organisme|organisation|organization|"
		    "employeur|etablissement|collectivite|institution|societe|entreprise|"
		    "association|company|affiliation|raison sociale|nom structure|"
		    "nom organisme|nom organisation|organisme structure"},
	{.kinds = PEOPLE, .field = {"role", N_("Role")}, .phrases = "role|=statut|statut personne"},
	{.kinds = PEOPLE,
	 .field = {"last_contact", N_("Last contact")},
	 .phrases = "dernier contact|last contact",
	 .cells = CELLS_DATE},
	{.kinds = PEOPLE | ORGANISATIONS | EVENTS,
	 .field = {"notes", N_("Notes")},
	 .phrases = "note|notes|remarque|remarques|commentaire|commentaires|observation|"
		    "observations|comments"},
	{.kinds = ORGANISATIONS,
	 .field = {"name", N_("Name")},
	 .phrases = "=nom|=name|nom structure|nom organisme|nom organisation|raison sociale|"
		    "denomination|=structure|=organisme|=organisation|=association|"
		    "=organization|nom officiel"},
	{.kinds = ORGANISATIONS,
	 .field = {"short_name", N_("Short name")},
	 .phrases = "sigle|acronyme|nom court|nom abrege|short name|abreviation"},
	{.kinds = ORGANISATIONS,
	 .field = {"aliases", N_("Other names")},
	 .phrases = "alias|aliases|autre nom|autres noms|ancien nom|anciens noms|"
		    "other names"},
	{.kinds = ORGANISATIONS,
	 .field = {"family", N_("Family")},
	 .phrases = "famille|famille acteur|famille acteurs|family|type structure|"
		    "type organisme|=type|=categorie|categorie structure"},
	{.kinds = ORGANISATIONS,
	 .field = {"level", N_("Level")},
	 .phrases = "echelon|=niveau|level"},
	{.kinds = ORGANISATIONS,
	 .field = {"siren", N_("SIREN")},
	 .phrases = "siren|siret|numero siren|numero siret"},
	{.kinds = ORGANISATIONS,
	 .field = {"successor", N_("Successor")},
	 .phrases = "successeur|successor|=devenu|=devenue|remplace par"},
	{.kinds = ORGANISATIONS,
	 .field = {"territories", N_("Territories")},
	 .phrases = "territoire|territoires|territories|territory"},
	{.kinds = ORGANISATIONS | EVENTS,
	 .field = {"themes", N_("Themes")},
	 .phrases = "theme|themes|thematique|thematiques|=sujet|=sujets"},
	{.kinds = EVENTS,
	 .field = {"number", N_("Number")},
	 .phrases = "=number|=numero|numero evenement"},
	{.kinds = EVENTS,
	 .field = {"title", N_("Title")},
	 .phrases = "titre|intitule|title|=evenement|=event|=nom|nom evenement|"
		    "titre evenement|intitule evenement|=rencontre"},
	{.kinds = EVENTS,
	 .field = {"short_title", N_("Short title")},
	 .phrases = "titre court|short title|titre abrege"},
	{.kinds = EVENTS,
	 .field = {"kind", N_("Kind")},
	 .phrases = "=type|=kind|=nature|=categorie|=format|type evenement|type rencontre|"
		    "nature evenement"},
	{.kinds = EVENTS, .field = {"status", N_("Status")}, .phrases = "statut|=etat|status"},
	{.kinds = EVENTS,
	 .field = {"mode", N_("Mode")},
	 .phrases = "modalite|modalites|mode|presentiel distanciel"},
	{.kinds = EVENTS,
	 .field = {"weekday", N_("Weekday")},
	 .phrases = "=jour|jour semaine|weekday"},
	{.kinds = EVENTS,
	 .field = {"start_date", N_("First day")},
	 .phrases = "=date|=dates|date debut|start date|=debut|date evenement|jour debut|"
		    "premier jour|=du",
	 .cells = CELLS_DATE},
	{.kinds = EVENTS,
	 .field = {"end_date", N_("Last day")},
	 .phrases = "date fin|end date|=fin|dernier jour|=au",
	 .cells = CELLS_DATE},
	{.kinds = EVENTS,
	 .field = {"welcome_time", N_("Welcome")},
	 .phrases = "heure accueil|welcome time|=accueil"},
	{.kinds = EVENTS,
	 .field = {"start_time", N_("Start")},
	 .phrases = "heure debut|start time|horaire debut|=heure|debut heure"},
	{.kinds = EVENTS,
	 .field = {"end_time", N_("End")},
	 .phrases = "heure fin|end time|horaire fin|fin heure"},
	{.kinds = EVENTS,
	 .field = {"time_zone", N_("Time zone")},
	 .phrases = "fuseau|fuseau horaire|time zone"},
	{.kinds = EVENTS,
	 .field = {"venue", N_("Venue")},
	 .phrases = "lieu|venue|=salle|=site|nom lieu|lieu exact|=adresse|=place"},
	{.kinds = EVENTS,
	 .field = {"organiser", N_("Organiser")},
	 .phrases = "organisateur|organisateurs|organise par|organiser|organizer|=porteur|"
		    "structure organisatrice|=organisation"},
	{.kinds = EVENTS,
	 .field = {"partners", N_("Partners")},
	 .phrases = "partenaire|partenaires|partners|=partenariat|co organisateur|"
		    "co organisateurs"},
	{.kinds = EVENTS,
	 .field = {"audience", N_("Audience")},
	 .phrases = "public|publics|public vise|publics vises|audience|=cible"},
	{.kinds = EVENTS,
	 .field = {"objectives", N_("Objectives")},
	 .phrases = "objectif|objectifs|objectives"},
	{.kinds = EVENTS,
	 .field = {"programme_note", N_("Programme")},
	 .phrases = "programme|deroule|program|ordre jour|programme note"},
	{.kinds = EVENTS,
	 .field = {"attendance_note", N_("Attendance as published")},
	 .phrases = "participants|nombre participants|nb participants|frequentation|"
		    "=effectif|=attendance|nombre presents|attendance note"},
	{.kinds = EVENTS,
	 .field = {"counted_attendance", N_("Counted attendance")},
	 .phrases = "counted attendance|participants comptes"},
	{.kinds = EVENTS,
	 .field = {"estimated_attendance", N_("Estimated attendance")},
	 .phrases = "estimated attendance|participants estimes"},
	{.kinds = EVENTS, .field = {"fee", N_("Fee")}, .phrases = "tarif|tarifs|prix|=cout|fee"},
	{.kinds = EVENTS, .field = {"lunch", N_("Lunch")}, .phrases = "dejeuner|repas|lunch"},
	{.kinds = EVENTS,
	 .field = {"seat_limit", N_("Seats")},
	 .phrases = "jauge|=capacite|=places|nombre places|seat limit|capacity"},
	{.kinds = EVENTS,
	 .field = {"registration_deadline", N_("Registration deadline")},
	 .phrases = "date limite|date limite inscription|cloture inscription|"
		    "cloture inscriptions|registration deadline|limite inscription"},
	{.kinds = EVENTS, .field = {"cycle", N_("Cycle")}, .phrases = "cycle|=action"},
	{.kinds = EVENTS,
	 .field = {"online_link", N_("Online link")},
	 .phrases = "lien visio|lien connexion|lien visioconference|online link"},
	{.kinds = EVENTS,
	 .field = {"officer", N_("Officer")},
	 .phrases = "charge mission|chargee mission|=referent|=referente|officer"},
	{.kinds = EVENTS,
	 .field = {"publications", N_("Publications")},
	 .phrases = "traces publiees|traces|publication|publications|productions|"
		    "ressources publiees"},
	{.kinds = EVENTS,
	 .field = {"source", N_("Source")},
	 .phrases = "source|=url|=lien|=origine"},
};

const guint columns_n_words = G_N_ELEMENTS(columns_words);
