-- Indexes for what is asked of everybody at once: a part of a role's name, and who is ready to train, mentor or facilitate.
-- SPDX-License-Identifier: GPL-3.0-or-later

CREATE INDEX affiliation_by_role ON affiliation (role, person_id, from_date, to_date);
CREATE INDEX person_skill_will_train ON person_skill (person_id) WHERE will_train = 1;
CREATE INDEX person_skill_will_mentor ON person_skill (person_id) WHERE will_mentor = 1;
CREATE INDEX person_skill_will_facilitate ON person_skill (person_id) WHERE will_facilitate = 1;
