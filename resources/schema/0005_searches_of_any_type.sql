-- Lets a search be kept on the list of any type of record; those before were of people.
-- SPDX-License-Identifier: GPL-3.0-or-later
ALTER TABLE segment ADD COLUMN record_type TEXT NOT NULL DEFAULT 'person';
