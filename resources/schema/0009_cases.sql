-- Cases of people at risk, and their log.
-- SPDX-License-Identifier: GPL-3.0-or-later

CREATE TABLE risk_case (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    opened_on TEXT NOT NULL DEFAULT '',
    level TEXT NOT NULL DEFAULT '',
    responsible TEXT NOT NULL DEFAULT '',
    next_review TEXT NOT NULL DEFAULT '',
    what_happened TEXT NOT NULL DEFAULT '',
    safe_channel TEXT NOT NULL DEFAULT '',
    partners TEXT NOT NULL DEFAULT '',
    outcome TEXT NOT NULL DEFAULT '',
    closed_on TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX risk_case_by_person_id ON risk_case (person_id);

CREATE TABLE case_entry (
    id INTEGER PRIMARY KEY,
    case_id INTEGER NOT NULL REFERENCES risk_case (id) ON DELETE CASCADE,
    date TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL DEFAULT '',
    support TEXT NOT NULL DEFAULT '',
    amount REAL,
    currency TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    by_whom TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX case_entry_by_case_id ON case_entry (case_id);

-- The words of these, for files that have words already; a new file gets all of them when it is made. The keys are far
-- below those that the program makes.
INSERT INTO term (id, vocabulary, code, label, spellings, group_name, position)
SELECT column1, column2, column3, column4, column5, '', column6 FROM (VALUES
    (8001, 'case_levels', 'watch', 'To be watched', 'Watch|Low|Early warning', 1),
    (8002, 'case_levels', 'serious', 'Serious', 'Medium|Moderate', 2),
    (8003, 'case_levels', 'acute', 'Acute', 'High|Urgent|Emergency|Critical', 3),
    (8004, 'case_entry_kinds', 'note', 'Note', 'Log|Remark', 1),
    (8005, 'case_entry_kinds', 'support_asked', 'Support asked for', 'Asked|Requested|Request', 2),
    (8006, 'case_entry_kinds', 'support_given', 'Support given', 'Given|Granted|Grant', 3),
    (8007, 'support_kinds', 'emergency_grant', 'Emergency grant', 'Grant|Money|Emergency funds', 1),
    (8008, 'support_kinds', 'relocation', 'Relocation', 'Moving|Temporary shelter|Shelter', 2),
    (8009, 'support_kinds', 'legal', 'Legal', 'Lawyer|Legal help|Legal aid', 3),
    (8010, 'support_kinds', 'medical', 'Medical', 'Doctor|Health', 4),
    (8011, 'support_kinds', 'psychosocial', 'Psychosocial', 'Counselling|Psychological', 5),
    (8012, 'support_kinds', 'equipment', 'Equipment', 'Phone|Computer|Devices', 6),
    (8013, 'support_kinds', 'advocacy', 'Advocacy', 'Appeal|Statement|Urgent action', 7))
WHERE EXISTS (SELECT 1 FROM term);
