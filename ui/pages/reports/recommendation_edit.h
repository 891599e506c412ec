// SPDX-License-Identifier: GPL-3.0-or-later
// Recommendations written like a list: Enter begins the next one, Tab makes it a part of the one above. Each line
// keeps the record that it is.
#pragma once

#include <reporting/report_actions.h>
#include <ui/pages/reports/rich_text_edit.h>

namespace dtp
{

class RecommendationEdit : public RichTextEdit
{
    Q_OBJECT
public:
    explicit RecommendationEdit(QWidget* parent = nullptr);

    void setLines(const std::vector<Recommendation>& recommendations);
    std::vector<RecommendationLine> lines() const;
    Id<Recommendation> current() const; // of the line that the cursor is in; none: not yet saved
};

} // namespace dtp
