-- Keeps what was decided about names with any text that leaves, and not with the texts of reports alone.
-- SPDX-License-Identifier: GPL-3.0-or-later

-- A decision hangs on the text and the name. Those of earlier layouts were made for one report, and stay so.
CREATE TABLE name_decision_of_any_text (
    report_id INTEGER REFERENCES report (id) ON DELETE CASCADE,
    text_key TEXT NOT NULL,
    name_key TEXT NOT NULL,
    decision TEXT NOT NULL CHECK (decision IN ('keep', 'replace', 'withhold')),
    replacement TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO name_decision_of_any_text (report_id, text_key, name_key, decision, replacement)
    SELECT report_id, text_key, name_key, decision, replacement FROM name_decision;
DROP TABLE name_decision;
ALTER TABLE name_decision_of_any_text RENAME TO name_decision;
CREATE UNIQUE INDEX name_decision_by_text ON name_decision (ifnull(report_id, 0), text_key, name_key);
