// SPDX-License-Identifier: GPL-3.0-or-later
// A person's whole history on one page, and who the person is at a glance.
#pragma once

#include <records/people.h>
#include <ui/models/record_layout.h>

namespace dtp
{

RecordLayout personLayout();

// "Alumna since 1998": by gender, from the first program attended; empty when there is none.
QString alumniText(const Store& store, const Person& person);
// Safety stays covered for everybody alike, so that nobody can be picked out over a shoulder.
std::vector<BadgeText> personBadges(const Store& store, const Person& person);

} // namespace dtp
