-- The first layout: every kind of record, the history of changes and the settings of the file.
-- SPDX-License-Identifier: GPL-3.0-or-later

CREATE TABLE image (
    id INTEGER PRIMARY KEY,
    data BLOB NOT NULL,
    media_type TEXT NOT NULL DEFAULT '',
    description TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE organisation (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL DEFAULT '',
    short_name TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL DEFAULT '',
    country TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '',
    website TEXT NOT NULL DEFAULT '',
    email TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    notes TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    given_name TEXT NOT NULL DEFAULT '',
    family_name TEXT NOT NULL DEFAULT '',
    own_script_name TEXT NOT NULL DEFAULT '',
    pronouns TEXT NOT NULL DEFAULT '',
    gender TEXT NOT NULL DEFAULT '',
    birth_year INTEGER,
    country TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '',
    identity TEXT NOT NULL DEFAULT '',
    disability TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL DEFAULT '',
    safety_level TEXT NOT NULL DEFAULT '',
    safe_channel TEXT NOT NULL DEFAULT '',
    notes TEXT NOT NULL DEFAULT '',
    last_verified TEXT NOT NULL DEFAULT '',
    photo_id INTEGER REFERENCES image (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX person_by_photo_id ON person (photo_id) WHERE photo_id IS NOT NULL;

CREATE TABLE alternate_name (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    name TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX alternate_name_by_person_id ON alternate_name (person_id);

CREATE TABLE contact_point (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    kind TEXT NOT NULL DEFAULT '',
    value TEXT NOT NULL DEFAULT '',
    e164 TEXT NOT NULL DEFAULT '',
    preferred INTEGER NOT NULL DEFAULT 0,
    do_not_use INTEGER NOT NULL DEFAULT 0,
    note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX contact_point_by_person_id ON contact_point (person_id);

CREATE TABLE affiliation (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    organisation_id INTEGER NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
    role TEXT NOT NULL DEFAULT '',
    sector TEXT NOT NULL DEFAULT '',
    from_date TEXT NOT NULL DEFAULT '',
    to_date TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX affiliation_by_person_id ON affiliation (person_id);
CREATE INDEX affiliation_by_organisation_id ON affiliation (organisation_id);

CREATE TABLE person_issue (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    issue TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX person_issue_by_person_id ON person_issue (person_id);

CREATE TABLE person_skill (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    skill TEXT NOT NULL DEFAULT '',
    level TEXT NOT NULL DEFAULT '',
    evidence TEXT NOT NULL DEFAULT '',
    verified_by TEXT NOT NULL DEFAULT '',
    verified_on TEXT NOT NULL DEFAULT '',
    will_train INTEGER NOT NULL DEFAULT 0,
    will_mentor INTEGER NOT NULL DEFAULT 0,
    will_facilitate INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX person_skill_by_person_id ON person_skill (person_id);

CREATE TABLE person_language (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    language TEXT NOT NULL DEFAULT '',
    level TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX person_language_by_person_id ON person_language (person_id);

CREATE TABLE consent (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    purpose TEXT NOT NULL DEFAULT '',
    answer TEXT NOT NULL DEFAULT '',
    asked_by TEXT NOT NULL DEFAULT '',
    method TEXT NOT NULL DEFAULT '',
    answered_on TEXT NOT NULL DEFAULT '',
    expires_on TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX consent_by_person_id ON consent (person_id);

CREATE TABLE contact_note (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    date TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL DEFAULT '',
    next_action TEXT NOT NULL DEFAULT '',
    next_action_on TEXT NOT NULL DEFAULT '',
    by_whom TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX contact_note_by_person_id ON contact_note (person_id);

CREATE TABLE provenance (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    file TEXT NOT NULL DEFAULT '',
    row_number INTEGER,
    imported_at TEXT NOT NULL DEFAULT '',
    digest TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX provenance_by_digest ON provenance (digest) WHERE digest <> '';
CREATE INDEX provenance_by_person_id ON provenance (person_id);

CREATE TABLE program_series (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL DEFAULT '',
    short_name TEXT NOT NULL DEFAULT '',
    theme TEXT NOT NULL DEFAULT '',
    description TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE program_edition (
    id INTEGER PRIMARY KEY,
    series_id INTEGER REFERENCES program_series (id) ON DELETE SET NULL,
    title TEXT NOT NULL DEFAULT '',
    start_date TEXT NOT NULL DEFAULT '',
    end_date TEXT NOT NULL DEFAULT '',
    country TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '',
    language TEXT NOT NULL DEFAULT '',
    notes TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX program_edition_by_series_id ON program_edition (series_id) WHERE series_id IS NOT NULL;

CREATE TABLE program_partner (
    id INTEGER PRIMARY KEY,
    edition_id INTEGER NOT NULL REFERENCES program_edition (id) ON DELETE CASCADE,
    organisation_id INTEGER NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
    role TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX program_partner_by_edition_id ON program_partner (edition_id);
CREATE INDEX program_partner_by_organisation_id ON program_partner (organisation_id);

CREATE TABLE module (
    id INTEGER PRIMARY KEY,
    edition_id INTEGER NOT NULL REFERENCES program_edition (id) ON DELETE CASCADE,
    position INTEGER,
    title TEXT NOT NULL DEFAULT '',
    start_date TEXT NOT NULL DEFAULT '',
    end_date TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX module_by_edition_id ON module (edition_id);

CREATE TABLE participation (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    edition_id INTEGER NOT NULL REFERENCES program_edition (id) ON DELETE CASCADE,
    role TEXT NOT NULL DEFAULT '',
    outcome TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX participation_by_person_id ON participation (person_id);
CREATE INDEX participation_by_edition_id ON participation (edition_id);

CREATE TABLE network (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL DEFAULT '',
    country TEXT NOT NULL DEFAULT '',
    theme TEXT NOT NULL DEFAULT '',
    purpose TEXT NOT NULL DEFAULT '',
    channel TEXT NOT NULL DEFAULT '',
    channel_address TEXT NOT NULL DEFAULT '',
    partner_id INTEGER REFERENCES organisation (id) ON DELETE SET NULL,
    last_checked TEXT NOT NULL DEFAULT '',
    active INTEGER NOT NULL DEFAULT 0,
    notes TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX network_by_partner_id ON network (partner_id) WHERE partner_id IS NOT NULL;

CREATE TABLE membership (
    id INTEGER PRIMARY KEY,
    network_id INTEGER NOT NULL REFERENCES network (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    role TEXT NOT NULL DEFAULT '',
    from_date TEXT NOT NULL DEFAULT '',
    to_date TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX membership_by_network_id ON membership (network_id);
CREATE INDEX membership_by_person_id ON membership (person_id);

CREATE TABLE workshop (
    id INTEGER PRIMARY KEY,
    title TEXT NOT NULL DEFAULT '',
    start_date TEXT NOT NULL DEFAULT '',
    end_date TEXT NOT NULL DEFAULT '',
    country TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '',
    venue TEXT NOT NULL DEFAULT '',
    objectives TEXT NOT NULL DEFAULT '',
    selection TEXT NOT NULL DEFAULT '',
    capacity INTEGER,
    status TEXT NOT NULL DEFAULT '',
    budget REAL,
    currency TEXT NOT NULL DEFAULT '',
    notes TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE workshop_partner (
    id INTEGER PRIMARY KEY,
    workshop_id INTEGER NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
    organisation_id INTEGER NOT NULL REFERENCES organisation (id) ON DELETE CASCADE,
    role TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX workshop_partner_by_workshop_id ON workshop_partner (workshop_id);
CREATE INDEX workshop_partner_by_organisation_id ON workshop_partner (organisation_id);

CREATE TABLE workshop_target (
    id INTEGER PRIMARY KEY,
    workshop_id INTEGER NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
    dimension TEXT NOT NULL DEFAULT '',
    value TEXT NOT NULL DEFAULT '',
    minimum INTEGER,
    maximum INTEGER,
    is_percent INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX workshop_target_by_workshop_id ON workshop_target (workshop_id);

CREATE TABLE invitation (
    id INTEGER PRIMARY KEY,
    workshop_id INTEGER NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    state TEXT NOT NULL DEFAULT '',
    role TEXT NOT NULL DEFAULT '',
    reserve INTEGER NOT NULL DEFAULT 0,
    reason TEXT NOT NULL DEFAULT '',
    invited_on TEXT NOT NULL DEFAULT '',
    answered_on TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX invitation_by_workshop_id ON invitation (workshop_id);
CREATE INDEX invitation_by_person_id ON invitation (person_id);

CREATE TABLE session (
    id INTEGER PRIMARY KEY,
    workshop_id INTEGER NOT NULL REFERENCES workshop (id) ON DELETE CASCADE,
    title TEXT NOT NULL DEFAULT '',
    start_time TEXT NOT NULL DEFAULT '',
    end_time TEXT NOT NULL DEFAULT '',
    room TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL DEFAULT '',
    summary TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX session_by_workshop_id ON session (workshop_id);

CREATE TABLE facilitation (
    id INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    role TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX facilitation_by_session_id ON facilitation (session_id);
CREATE INDEX facilitation_by_person_id ON facilitation (person_id);

CREATE TABLE report (
    id INTEGER PRIMARY KEY,
    workshop_id INTEGER REFERENCES workshop (id) ON DELETE SET NULL,
    title TEXT NOT NULL DEFAULT '',
    subtitle TEXT NOT NULL DEFAULT '',
    date TEXT NOT NULL DEFAULT '',
    author TEXT NOT NULL DEFAULT '',
    language TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX report_by_workshop_id ON report (workshop_id) WHERE workshop_id IS NOT NULL;

CREATE TABLE report_section (
    id INTEGER PRIMARY KEY,
    report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    parent_id INTEGER REFERENCES report_section (id) ON DELETE CASCADE,
    position INTEGER,
    kind TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL DEFAULT '',
    body TEXT NOT NULL DEFAULT '',
    closing TEXT NOT NULL DEFAULT '',
    session_id INTEGER REFERENCES session (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX report_section_by_report_id ON report_section (report_id);
CREATE INDEX report_section_by_parent_id ON report_section (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX report_section_by_session_id ON report_section (session_id) WHERE session_id IS NOT NULL;

CREATE TABLE report_photo (
    id INTEGER PRIMARY KEY,
    section_id INTEGER NOT NULL REFERENCES report_section (id) ON DELETE CASCADE,
    image_id INTEGER NOT NULL REFERENCES image (id) ON DELETE CASCADE,
    position INTEGER,
    caption TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX report_photo_by_section_id ON report_photo (section_id);
CREATE INDEX report_photo_by_image_id ON report_photo (image_id);

CREATE TABLE capacity_gap (
    id INTEGER PRIMARY KEY,
    report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    category TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL DEFAULT '',
    region TEXT NOT NULL DEFAULT '',
    position INTEGER
) STRICT;
CREATE INDEX capacity_gap_by_report_id ON capacity_gap (report_id);

CREATE TABLE recommendation (
    id INTEGER PRIMARY KEY,
    report_id INTEGER REFERENCES report (id) ON DELETE SET NULL,
    workshop_id INTEGER REFERENCES workshop (id) ON DELETE SET NULL,
    section_id INTEGER REFERENCES report_section (id) ON DELETE SET NULL,
    position INTEGER,
    level INTEGER,
    text TEXT NOT NULL DEFAULT '',
    theme TEXT NOT NULL DEFAULT '',
    addressed_to TEXT NOT NULL DEFAULT '',
    owner TEXT NOT NULL DEFAULT '',
    due TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL DEFAULT '',
    evidence TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX recommendation_by_report_id ON recommendation (report_id) WHERE report_id IS NOT NULL;
CREATE INDEX recommendation_by_workshop_id ON recommendation (workshop_id) WHERE workshop_id IS NOT NULL;
CREATE INDEX recommendation_by_section_id ON recommendation (section_id) WHERE section_id IS NOT NULL;

CREATE TABLE task (
    id INTEGER PRIMARY KEY,
    title TEXT NOT NULL DEFAULT '',
    workshop_id INTEGER REFERENCES workshop (id) ON DELETE SET NULL,
    person_id INTEGER REFERENCES person (id) ON DELETE SET NULL,
    due TEXT NOT NULL DEFAULT '',
    assigned_to TEXT NOT NULL DEFAULT '',
    done INTEGER NOT NULL DEFAULT 0,
    note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX task_by_workshop_id ON task (workshop_id) WHERE workshop_id IS NOT NULL;
CREATE INDEX task_by_person_id ON task (person_id) WHERE person_id IS NOT NULL;

CREATE TABLE segment (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL DEFAULT '',
    query TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE term (
    id INTEGER PRIMARY KEY,
    vocabulary TEXT NOT NULL DEFAULT '',
    code TEXT NOT NULL DEFAULT '',
    label TEXT NOT NULL DEFAULT '',
    spellings TEXT NOT NULL DEFAULT '',
    group_name TEXT NOT NULL DEFAULT '',
    position INTEGER
) STRICT;

CREATE TABLE disclosure (
    id INTEGER PRIMARY KEY,
    at_time TEXT NOT NULL DEFAULT '',
    what TEXT NOT NULL DEFAULT '',
    audience TEXT NOT NULL DEFAULT '',
    file TEXT NOT NULL DEFAULT '',
    by_whom TEXT NOT NULL DEFAULT '',
    named INTEGER,
    counted INTEGER,
    left_out INTEGER,
    fields TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE disclosed_person (
    id INTEGER PRIMARY KEY,
    disclosure_id INTEGER NOT NULL REFERENCES disclosure (id) ON DELETE CASCADE,
    person_key INTEGER NOT NULL,
    named INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX disclosed_person_by_disclosure_id ON disclosed_person (disclosure_id);

-- What filters and the joining of imported rows look for.
CREATE INDEX person_by_country ON person (country);
CREATE INDEX person_issue_by_issue ON person_issue (issue, person_id);
CREATE INDEX person_skill_by_skill ON person_skill (skill, person_id);
CREATE INDEX person_language_by_language ON person_language (language, person_id);
CREATE INDEX contact_point_by_value ON contact_point (value COLLATE NOCASE);
CREATE INDEX contact_point_by_e164 ON contact_point (e164) WHERE e164 <> '';
CREATE UNIQUE INDEX term_by_code ON term (vocabulary, code);

-- Changes, newest last. changes is what the session extension recorded; state 0 done, 1 undone, 2 dropped.
CREATE TABLE change_set (
    id INTEGER PRIMARY KEY,
    at_time TEXT NOT NULL,
    author TEXT NOT NULL,
    sentence TEXT NOT NULL,
    state INTEGER NOT NULL DEFAULT 0,
    records INTEGER NOT NULL,
    is_bulk INTEGER NOT NULL DEFAULT 0,
    changes BLOB NOT NULL
) STRICT;
CREATE INDEX change_set_by_state ON change_set (state, id);

-- Which changes belong to the history of a record: those of itself (child 0) and of what it owns.
CREATE TABLE change_record (
    entity INTEGER NOT NULL,
    record_id INTEGER NOT NULL,
    change_id INTEGER NOT NULL,
    child_entity INTEGER NOT NULL,
    child_id INTEGER NOT NULL,
    PRIMARY KEY (entity, record_id, change_id, child_entity, child_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
