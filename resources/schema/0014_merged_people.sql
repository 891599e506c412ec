-- Keeps which records of people went into which, so that what left with them before is still found.
-- SPDX-License-Identifier: GPL-3.0-or-later

CREATE TABLE merged_person (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    former_key INTEGER NOT NULL,
    name TEXT NOT NULL DEFAULT '',
    merged_at TEXT NOT NULL DEFAULT '',
    by_whom TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX merged_person_by_person_id ON merged_person (person_id);
CREATE INDEX merged_person_by_former_key ON merged_person (former_key);
