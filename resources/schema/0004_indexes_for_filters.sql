-- Indexes that answer the filters and counts of very large files by themselves, without a look at the records.
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Each begins with what its predecessor had, and goes on with what filters ask for next.
DROP INDEX participation_by_person_id;
CREATE INDEX participation_by_person_id ON participation (person_id, edition_id);
DROP INDEX participation_by_edition_id;
CREATE INDEX participation_by_edition_id ON participation (edition_id, person_id);
DROP INDEX affiliation_by_person_id;
CREATE INDEX affiliation_by_person_id ON affiliation (person_id, from_date, to_date, organisation_id);
DROP INDEX affiliation_by_organisation_id;
CREATE INDEX affiliation_by_organisation_id ON affiliation (organisation_id, person_id, from_date, to_date);
DROP INDEX person_skill_by_person_id;
CREATE INDEX person_skill_by_person_id ON person_skill (person_id, skill, level, will_train, will_mentor, will_facilitate);
DROP INDEX person_issue_by_person_id;
CREATE INDEX person_issue_by_person_id ON person_issue (person_id, issue);
DROP INDEX person_language_by_person_id;
CREATE INDEX person_language_by_person_id ON person_language (person_id, language);
DROP INDEX contact_note_by_person_id;
CREATE INDEX contact_note_by_person_id ON contact_note (person_id, date, next_action_on);
DROP INDEX person_skill_by_skill;
CREATE INDEX person_skill_by_skill ON person_skill (skill, person_id, level, will_train, will_mentor, will_facilitate);

-- In which sector somebody works, and who agrees to what, is asked of everybody at once.
CREATE INDEX affiliation_by_sector ON affiliation (sector, person_id, from_date, to_date);
CREATE INDEX consent_by_purpose ON consent (purpose, person_id, answer, answered_on, expires_on);
