-- Photos and the newsletter are asked about apart from publicity.
-- SPDX-License-Identifier: GPL-3.0-or-later

UPDATE term
SET spellings = trim(replace(replace('|' || spellings || '|', '|Newsletter|', '|'), '|Photos|', '|'), '|')
WHERE vocabulary = 'consent_purposes' AND code = 'publicity';
-- Into a new file all words are written later. A word of the same code that somebody added stays as it is.
INSERT OR IGNORE INTO term (vocabulary, code, label, spellings, position)
SELECT 'consent_purposes', 'photo', 'Photos in which they can be recognised', 'Photo|Photos|Photographs|Pictures|Video',
    coalesce(max(position), 0) + 1
FROM term WHERE vocabulary = 'consent_purposes' GROUP BY vocabulary;
INSERT OR IGNORE INTO term (vocabulary, code, label, spellings, position)
SELECT 'consent_purposes', 'newsletter', 'Newsletter', 'Newsletters|Mailing list', coalesce(max(position), 0) + 1
FROM term WHERE vocabulary = 'consent_purposes' GROUP BY vocabulary;
