-- Who can be recognised on a picture of a report, or that nobody can: before it leaves, they are asked.
-- SPDX-License-Identifier: GPL-3.0-or-later

ALTER TABLE report_photo ADD COLUMN nobody_recognisable INTEGER NOT NULL DEFAULT 0;

-- Of somebody who is no longer in the file the row stays, without a person: nobody agreed for them.
CREATE TABLE photo_person (
    id INTEGER PRIMARY KEY,
    photo_id INTEGER NOT NULL REFERENCES report_photo (id) ON DELETE CASCADE,
    person_id INTEGER REFERENCES person (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX photo_person_by_photo_id ON photo_person (photo_id);
CREATE INDEX photo_person_by_person_id ON photo_person (person_id) WHERE person_id IS NOT NULL;
