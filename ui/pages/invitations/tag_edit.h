// SPDX-License-Identifier: GPL-3.0-or-later
// Several words out of a list: chosen ones stand as chips that a click takes away.
#pragma once

#include <ui/widgets/choice_edit.h>

#include <QStringList>
#include <QWidget>

namespace dtp
{

class FlowLayout;

class TagEdit : public QWidget
{
    Q_OBJECT
public:
    TagEdit(std::vector<Choice> choices, const QString& name, QWidget* parent = nullptr);
    const QStringList& codes() const { return m_codes; }
    void setCodes(const QStringList& codes);

Q_SIGNALS:
    void changed();

private:
    void showChips();
    std::vector<Choice> m_choices;
    QStringList m_codes;
    QWidget* m_chipBox;
    FlowLayout* m_flow;
    ChoiceEdit* m_line;
};

} // namespace dtp
