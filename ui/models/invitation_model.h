// SPDX-License-Identifier: GPL-3.0-or-later
// The people on the list of a workshop: a row each, few enough to be held.
#pragma once

#include <records/workshops.h>
#include <storage/store.h>

#include <QAbstractTableModel>
#include <QMap>
#include <vector>

namespace dtp
{

// What the list is narrowed to.
struct InvitationFilter {
    QString state; // empty: every state
    bool onlyReserves = false;
    bool operator==(const InvitationFilter&) const = default;
};

class InvitationModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { PersonColumn, CountryColumn, StateColumn, RoleColumn, ReasonColumn, ColumnCount };
    enum Role { StateRole = Qt::UserRole + 1, ReserveRole, NativeNameRole };

    explicit InvitationModel(Store& store, QObject* parent = nullptr);

    Result<> setWorkshop(Id<Workshop> workshop);
    Result<> reload();
    void setFilter(const InvitationFilter& filter);
    const InvitationFilter& filter() const { return m_filter; }

    Id<Invitation> invitationAt(int row) const;
    Id<Person> personAt(int row) const;
    QString nameAt(int row) const;
    int rowOf(Id<Invitation> invitation) const;                        // -1 when it is not shown
    std::vector<Id<Invitation>> withState(const QString& state) const; // shown or not, reserves not
    // How many stand in each state, reserves apart.
    const QMap<QString, int>& counts() const { return m_counts; }
    int reserves() const { return m_reserves; }
    bool hasOtherRoles() const; // than participants
    int total() const { return static_cast<int>(m_all.size()); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(ColumnCount); }
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    struct Row {
        Invitation invitation;
        QString name;
        QString nativeName;
        QString country;
        QString state;
        QString role;
        int stateOrder = 0;
    };
    QString cell(const Row& row, int column) const;
    QString shown(const Row& row, int column) const; // what of the cell may be seen
    QString tipOf(const Row& row, int column) const;
    void arrange(); // filters and sorts

    Store& m_store;
    Id<Workshop> m_workshop;
    std::vector<Row> m_all;
    std::vector<size_t> m_shown;
    InvitationFilter m_filter;
    QMap<QString, int> m_counts;
    int m_reserves = 0;
    int m_sortColumn = PersonColumn;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace dtp
