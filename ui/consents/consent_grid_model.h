// SPDX-License-Identifier: GPL-3.0-or-later
// What people agree to as a grid, and the new answers put into it. Of one person purposes stand below each other with
// what holds now and the new answer; of several people stand below each other, with a column a purpose.
#pragma once

#include <deeds/consent_grid.h>

#include <QAbstractTableModel>

namespace dtp
{

class ConsentGridModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit ConsentGridModel(const Store& store, QObject* parent = nullptr);

    Result<> setPeople(const std::vector<qint64>& people);
    // Puts a new answer into a cell; empty: none. Cells that say what holds now take it for their row.
    // False, with nothing changed, where the answer cannot be: what was never agreed to is not withdrawn.
    bool answer(const QModelIndex& index, const QString& code);
    bool answer(Id<Person> person, const QString& purpose, const QString& code); // the same by whose cell it is
    std::vector<ConsentAnswers::Answer> answers() const;
    bool isOfOne() const { return m_people.size() == 1; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void answered();

private:
    enum Column { Now, New };
    size_t cellOf(const QModelIndex& index) const;
    QString nameOf(const QModelIndex& index) const; // of the cell: whose, and what for
    QString purposeLabel(qsizetype purpose) const;

    const Store& m_store;
    QDate m_today;
    QStringList m_purposes;
    std::vector<qint64> m_people;
    QString seenName(qsizetype person) const;
    QStringList m_names;
    QStringList m_now;               // person by person, a text a purpose
    QStringList m_nowInLines;        // the same for a cell of many
    std::vector<bool> m_isAgreement; // whether what counts is, or was, an agreement
    QStringList m_answers;           // codes in the same order; empty: none
};

} // namespace dtp
