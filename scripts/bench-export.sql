-- SPDX-License-Identifier: GPL-3.0-or-later
-- What scripts/bench compares the export of people with: the same columns by the sqlite3 shell.
.mode csv
.headers on
.once shell.csv
SELECT given_name, family_name, own_script_name, pronouns, gender, birth_year, country, place, identity, disability, status, safety_level, safe_channel, notes, last_verified,
 (SELECT group_concat(name, '; ') FROM alternate_name WHERE person_id = person.id),
 (SELECT group_concat(value, '; ') FROM contact_point WHERE person_id = person.id AND kind = 'email'),
 (SELECT group_concat(value, '; ') FROM contact_point WHERE person_id = person.id AND kind = 'phone'),
 (SELECT group_concat(value, '; ') FROM contact_point WHERE person_id = person.id AND kind = 'whatsapp'),
 (SELECT group_concat(o.name, '; ') FROM affiliation a JOIN organisation o ON o.id = a.organisation_id WHERE a.person_id = person.id),
 (SELECT group_concat(role, '; ') FROM affiliation WHERE person_id = person.id),
 (SELECT group_concat(sector, '; ') FROM affiliation WHERE person_id = person.id),
 (SELECT group_concat(t.label, '; ') FROM person_issue i JOIN term t ON t.vocabulary = 'issues' AND t.code = i.issue WHERE i.person_id = person.id),
 (SELECT group_concat(t.label, '; ') FROM person_skill i JOIN term t ON t.vocabulary = 'skills' AND t.code = i.skill WHERE i.person_id = person.id),
 (SELECT group_concat(t.label, '; ') FROM person_language i JOIN term t ON t.vocabulary = 'languages' AND t.code = i.language WHERE i.person_id = person.id),
 (SELECT group_concat(e.title, '; ') FROM participation a JOIN program_edition e ON e.id = a.edition_id WHERE a.person_id = person.id),
 (SELECT group_concat(n.name, '; ') FROM membership m JOIN network n ON n.id = m.network_id WHERE m.person_id = person.id)
FROM person JOIN (SELECT person_id, sort_key FROM person_key) k ON k.person_id = person.id ORDER BY k.sort_key;
