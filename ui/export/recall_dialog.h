// SPDX-License-Identifier: GPL-3.0-or-later
// What left with a person, and asking for it back: the copies, a letter and a task for each recipient.
#pragma once

#include <privacy/recall.h>
#include <ui/widgets/app_context.h>

#include <QDialog>

namespace dtp
{

class RecallDialog : public QDialog
{
    Q_OBJECT
public:
    RecallDialog(AppContext& context, Id<Person> person, std::vector<LeftCopy> copies, QWidget* parent = nullptr);
    // Whether it asks just that already.
    bool isAbout(Id<Person> person, const std::vector<LeftCopy>& copies) const;

private:
    void build();
    QWidget* makeList();
    void follow();
    void writeLetters();

    AppContext& m_context;
    Id<Person> m_person;
    std::vector<LeftCopy> m_copies;
};

// Looks through what left, and shows it.
void askRecall(AppContext& context, QWidget* parent, Id<Person> person);

} // namespace dtp
