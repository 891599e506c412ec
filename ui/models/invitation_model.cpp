// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/models/invitation_model.h>

#include <meaning/codes.h>
#include <meaning/invitations.h>
#include <standards/countries.h>
#include <ui/models/discretion.h>

#include <QCollator>

namespace dtp
{

namespace
{
// Who declined or accepted stands in reserve no more, whatever was planned before.
bool isInReserve(const Invitation& invitation)
{
    return invitation.reserve && stageOf(invitation.state) == InvitationStage::Considered;
}
} // namespace

InvitationModel::InvitationModel(Store& store, QObject* parent) : QAbstractTableModel(parent), m_store(store)
{
    whenSwitched(store, this, [this] {
        if (!m_shown.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    });
}

Result<> InvitationModel::setWorkshop(Id<Workshop> workshop)
{
    m_workshop = workshop;
    m_filter = {};
    return reload();
}

Result<> InvitationModel::reload()
{
    std::vector<Row> rows;
    QMap<QString, int> counts;
    int reserves = 0;
    if (m_workshop) {
        DTP_TRY(invitations, m_store.find<Invitation>(Where("workshop_id", m_workshop)));
        const Vocabulary& states = m_store.vocabulary(QStringLiteral("invitation_states"));
        const Vocabulary roles = m_store.vocabulary(QStringLiteral("participation_roles"));
        QHash<QString, int> order;
        for (const VocabularyTerm& term : states.terms())
            order.insert(term.code, static_cast<int>(order.size()));
        for (Invitation& invitation : invitations) {
            DTP_TRY(person, m_store.get(invitation.person));
            const bool isReserve = isInReserve(invitation);
            reserves += isReserve;
            counts[invitation.state] += !isReserve;
            Row row{invitation,
                    fullName(person),
                    person.ownScriptName,
                    countryName(person.country),
                    states.labelOf(invitation.state),
                    roles.labelOf(invitation.role),
                    order.value(invitation.state, 99)};
            rows.push_back(std::move(row));
        }
    }
    beginResetModel();
    m_all = std::move(rows);
    m_counts = std::move(counts);
    m_reserves = reserves;
    arrange();
    endResetModel();
    return {};
}

void InvitationModel::setFilter(const InvitationFilter& filter)
{
    if (m_filter == filter)
        return;
    beginResetModel();
    m_filter = filter;
    arrange();
    endResetModel();
}

void InvitationModel::sort(int column, Qt::SortOrder order)
{
    beginResetModel();
    m_sortColumn = column;
    m_sortOrder = order;
    arrange();
    endResetModel();
}

void InvitationModel::arrange()
{
    m_shown.clear();
    for (size_t i = 0; i < m_all.size(); ++i) {
        const Invitation& invitation = m_all[i].invitation;
        const bool isReserve = isInReserve(invitation);
        const bool fits = m_filter.onlyReserves
                              ? isReserve
                              : m_filter.state.isEmpty() || (invitation.state == m_filter.state && !isReserve);
        if (fits)
            m_shown.push_back(i);
    }
    const QCollator collator;
    const auto compared = [&](const Row& a, const Row& b) {
        if (m_sortColumn == StateColumn && a.stateOrder != b.stateOrder)
            return a.stateOrder < b.stateOrder ? -1 : 1;
        const int first = collator.compare(cell(a, m_sortColumn), cell(b, m_sortColumn));
        return first != 0 || m_sortColumn == PersonColumn ? first : collator.compare(a.name, b.name);
    };
    std::stable_sort(m_shown.begin(), m_shown.end(), [&](size_t left, size_t right) {
        const int order = compared(m_all[left], m_all[right]);
        return m_sortOrder == Qt::AscendingOrder ? order < 0 : order > 0;
    });
}

Id<Invitation> InvitationModel::invitationAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_all[m_shown[static_cast<size_t>(row)]].invitation.id : Id<Invitation>();
}

Id<Person> InvitationModel::personAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_all[m_shown[static_cast<size_t>(row)]].invitation.person : Id<Person>();
}

QString InvitationModel::nameAt(int row) const
{
    return row >= 0 && row < rowCount() ? shown(m_all[m_shown[static_cast<size_t>(row)]], PersonColumn) : QString();
}

int InvitationModel::rowOf(Id<Invitation> invitation) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (invitationAt(row) == invitation)
            return row;
    }
    return -1;
}

std::vector<Id<Invitation>> InvitationModel::withState(const QString& state) const
{
    std::vector<Id<Invitation>> all;
    for (const Row& row : m_all) {
        if (row.invitation.state == state && !isInReserve(row.invitation))
            all.push_back(row.invitation.id);
    }
    return all;
}

bool InvitationModel::hasOtherRoles() const
{
    return std::any_of(m_all.begin(), m_all.end(), [](const Row& row) {
        return codeOf<ParticipationRole>(row.invitation.role) != ParticipationRole::Participant;
    });
}

int InvitationModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QString InvitationModel::cell(const Row& row, int column) const
{
    switch (column) {
    case PersonColumn:
        return row.name;
    case CountryColumn:
        return row.country;
    case StateColumn:
        return row.state;
    case RoleColumn:
        return row.role;
    case ReasonColumn: {
        QStringList parts{row.invitation.note, row.invitation.reason};
        parts.removeAll(QString());
        return parts.join(QStringLiteral(" · ")).simplified();
    }
    default:
        return {};
    }
}

QString InvitationModel::shown(const Row& row, int column) const
{
    const QString text = cell(row, column);
    if (!isCovered(m_store, row.invitation.person.value))
        return seen(m_store, text);
    if (column == PersonColumn)
        return seenTitle(m_store, Entity::Person, row.invitation.person.value);
    return column == ReasonColumn && !text.isEmpty() ? hiddenText() : text;
}

// The person's tells all, for a narrow list hides columns.
QString InvitationModel::tipOf(const Row& row, int column) const
{
    if (column != PersonColumn)
        return shown(row, column);
    QStringList parts;
    for (const int part : {PersonColumn, RoleColumn, ReasonColumn})
        parts.append(shown(row, part));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QVariant InvitationModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row& row = m_all[m_shown[static_cast<size_t>(index.row())]];
    switch (role) {
    case Qt::DisplayRole:
        return shown(row, index.column());
    case Qt::ToolTipRole:
        return tipOf(row, index.column()).toHtmlEscaped();
    case Qt::AccessibleTextRole:
        return index.column() == StateColumn && isInReserve(row.invitation) ? tr("%1, in reserve").arg(row.state)
                                                                            : shown(row, index.column());
    case StateRole:
        return row.invitation.state;
    case ReserveRole:
        return isInReserve(row.invitation);
    case NativeNameRole:
        return isCovered(m_store, row.invitation.person.value) ? QString() : row.nativeName;
    default:
        return {};
    }
}

QVariant InvitationModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case PersonColumn:
        return tr("Person");
    case CountryColumn:
        return tr("Country");
    case StateColumn:
        return tr("State");
    case RoleColumn:
        return tr("Takes part as");
    case ReasonColumn:
        return tr("Why on the list");
    default:
        return {};
    }
}

} // namespace dtp
