-- Keeps what was decided about the names in the text of a report, together with the text that they stand in.
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Texts and names as digests: nobody who is erased stays here.
CREATE TABLE name_decision (
    report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    text_key TEXT NOT NULL,
    name_key TEXT NOT NULL,
    decision TEXT NOT NULL CHECK (decision IN ('keep', 'replace', 'withhold')),
    replacement TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (report_id, text_key, name_key)
) STRICT;
