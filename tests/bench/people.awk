# A form service's export of N registrations (awk -v n=100000 -f people.awk): names of all kinds,
# 2,000 organisations, one row in fifty typed again in capitals without an address, one shared
# address in five hundred. The same rows on every machine: the random numbers are its own.

function random(limit)
{
	seed = (seed * 16807) % 2147483647
	return seed % limit
}

function quoted(cell)
{
	gsub(/"/, "\"\"", cell)
	return cell ~ /[",\n]/ ? "\"" cell "\"" : cell
}

# One in ten from the list, the others made of three sounds: as many namesakes as in a real list.
function surname(   name)
{
	if (random(10) == 0)
		return last[1 + random(lasts)]
	name = sound[1 + random(sounds)] sound[1 + random(sounds)] sound[1 + random(sounds)]
	return toupper(substr(name, 1, 1)) substr(name, 2)
}

BEGIN {
	seed = 20261015
	if (n == "")
		n = 100000
	lasts = split("Élan Bosc Nguyễn Œuvrard Lefèvre Martin Dupont Puech Delannoy Vidal Roux Fabre " \
		"Kaczyński O'Brien N'Diaye Boîteux Châtelain Égat Duilhac Cazes Müller Öztürk Cros " \
		"Rouquette Viguier Delmas Benaïssa García Martínez Saint-Exupéry", last, " ")
	firsts = split("Zoé Inès Łukasz Björn François Françoise Aïcha Mohamed Awa Léa Ève Élodie " \
		"Jean-Baptiste Marie-Hélène Fatima-Zohra Loïc Hugo Noé Maëlle Thomas Nadia Karim Océane " \
		"Sébastien Clémence Gaëtan", first, " ")
	jobs = split("Cheffe de projet|Délégué du préfet|Conseillère citoyenne|Médiateur|Directrice|" \
		"Chargé de mission|Adjointe au maire|Bénévole|Juriste|Formateur", job, "|")
	bodies = split("Ville de|Mairie de|CCAS de|Centre social de|Association d'habitants de|" \
		"Conseil citoyen de|Régie de quartier de|Mission locale de", body, "|")
	parts = split("mont ville roche val fort saint bel puy lac bourg pont clos mas", part, " ")
	sounds = split("ba be bé bo bar ber ca co cha char da de dé du dou fa fé fer ga go gui la le lé lou ma mé mi " \
		"mar na no nau pa pe per ra ré ri ro sa sé si tou ta té tier va vi ver vau", sound, " ")
	print "Horodateur,Adresse e-mail,Nom,Prénom,Fonction,Structure,Commune,Département,Téléphone,Déjeuner,Remarques"
	for (i = 1; i <= n; i++) {
		l = surname()
		if (random(12) == 0)
			l = l "-" surname()
		if (random(15) == 0)
			l = "de " l
		f = first[1 + random(firsts)]
		town = part[1 + random(parts)] part[1 + random(parts)]
		o = body[1 + random(bodies)] " " toupper(substr(town, 1, 1)) substr(town, 2)
		mail = "p" i "@" town ".example"
		stamp = sprintf("%02d/%02d/2026 %02d:%02d:%02d", 1 + random(28), 1 + random(9), random(24), random(60), random(60))
		job_now = job[1 + random(jobs)]
		department = 1 + random(19)
		phone = random(3) == 0 ? "" : sprintf("06 %02d %02d %02d %02d", random(100), random(100), random(100), random(100))
		lunch = random(2) == 0 ? "Oui" : "non"
		remarks = random(10) == 0 ? "J'arriverai à 10h, merci" : ""
		if (i % 50 == 0 && kept_last != "") { # typed again
			l = toupper(kept_last)
			f = kept_first
			o = kept_body
			mail = ""
			job_now = kept_job; department = kept_department; phone = ""; lunch = ""; remarks = ""; town = ""
		} else if (i % 500 == 1) {
			mail = "secretariat@" town ".example"
		}
		kept_last = l; kept_first = f; kept_body = o; kept_job = job_now; kept_department = department
		print stamp "," mail "," quoted(l) "," quoted(f) "," quoted(job_now) "," quoted(o) "," town "," department "," phone "," lunch "," quoted(remarks)
	}
}
