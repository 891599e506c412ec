-- Keeps the change set of a very large change in parts.
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What a change of very many records did first, in order from 1; its end is in change_set.changes. So no more than one
-- part has to be held in memory, to write it or to undo it.
CREATE TABLE change_part (
    change_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    changes BLOB NOT NULL,
    PRIMARY KEY (change_id, number)
) STRICT;
