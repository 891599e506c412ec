-- Keeps to whom a copy was given, so that it can be asked back there.
-- SPDX-License-Identifier: GPL-3.0-or-later
ALTER TABLE disclosure ADD COLUMN recipient TEXT NOT NULL DEFAULT '';
