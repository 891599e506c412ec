-- The history names the tables of records, so that a new type of record cannot shift what is remembered of others.
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Numbers of this file's own for the names of tables, so that change_record stays small. Those of the first layout are
-- what the program counted its types of record by when that was written.
CREATE TABLE record_table (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO record_table (id, name) VALUES
    (1, 'image'),
    (2, 'organisation'),
    (3, 'person'),
    (4, 'alternate_name'),
    (5, 'contact_point'),
    (6, 'affiliation'),
    (7, 'person_issue'),
    (8, 'person_skill'),
    (9, 'person_language'),
    (10, 'consent'),
    (11, 'contact_note'),
    (12, 'provenance'),
    (13, 'program_series'),
    (14, 'program_edition'),
    (15, 'program_partner'),
    (16, 'module'),
    (17, 'participation'),
    (18, 'network'),
    (19, 'membership'),
    (20, 'workshop'),
    (21, 'workshop_partner'),
    (22, 'workshop_target'),
    (23, 'invitation'),
    (24, 'session'),
    (25, 'facilitation'),
    (26, 'report'),
    (27, 'report_section'),
    (28, 'report_photo'),
    (29, 'capacity_gap'),
    (30, 'recommendation'),
    (31, 'task'),
    (32, 'segment'),
    (33, 'term'),
    (34, 'disclosure'),
    (35, 'disclosed_person');

ALTER TABLE change_record RENAME COLUMN entity TO table_id;
ALTER TABLE change_record RENAME COLUMN child_entity TO child_table_id; -- 0: no child
