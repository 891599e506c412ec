// SPDX-License-Identifier: GPL-3.0-or-later
// What a balanced list is for a workshop: a line for each target.
#pragma once

#include <ui/widgets/app_context.h>
#include <workshops/balance.h>

#include <QDialog>
#include <QVariantList>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace dtp
{

class ChoiceEdit;

class TargetRow : public QWidget
{
    Q_OBJECT
public:
    TargetRow(const Store& store, const WorkshopTarget& target, int places, QWidget* parent);
    WorkshopTarget target() const;
    QString problem() const; // empty when it may be kept
    void focusFirst();

Q_SIGNALS:
    void changed();
    void removeAsked();

private:
    void fillValues();
    void explain();
    QLineEdit* numberEdit(std::optional<int> number, const QString& name, const char* objectName);

    const Store& m_store;
    WorkshopTarget m_target;
    int m_places;
    QComboBox* m_dimension;
    ChoiceEdit* m_value;
    QLineEdit* m_minimum;
    QLineEdit* m_maximum;
    QCheckBox* m_percent;
    QLabel* m_meaning;
};

class TargetsDialog : public QDialog
{
    Q_OBJECT
    Q_PROPERTY(QVariantList typed READ typed WRITE putBack) // see ui/forms/form_state.h
public:
    TargetsDialog(AppContext& context, Id<Workshop> workshop, QWidget* parent = nullptr);
    void addRow(const WorkshopTarget& target);
    QVariantList typed() const;
    void putBack(const QVariantList& typed);

public Q_SLOTS:
    void accept() override; // saves, or says what is wrong and stays

private:
    void build();
    void addQuick(QLayout* row, const QString& words, const WorkshopTarget& target);
    void updateWords();

    AppContext& m_context;
    Id<Workshop> m_workshop;
    int m_places = 0;
    std::vector<TargetRow*> m_rows;
    QVBoxLayout* m_list;
    QLabel* m_none;
    QLabel* m_problem;
    QPushButton* m_save;
};

} // namespace dtp
