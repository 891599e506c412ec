-- Lets a saved search keep how its list is looked at (columns, order, groups), and gives saved searches an order of their own.
-- SPDX-License-Identifier: GPL-3.0-or-later
ALTER TABLE segment ADD COLUMN view TEXT NOT NULL DEFAULT '';
ALTER TABLE segment ADD COLUMN position INTEGER;
