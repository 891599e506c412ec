// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/pages/invitations/invitation_table.h>

#include <ui/pages/invitations/state_chips.h>
#include <ui/widgets/theme.h>

#include <QDragEnterEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMimeData>

namespace dtp
{

namespace
{
struct StateKey {
    int key;
    const char* state;
};

// What a column needs to be read.
constexpr int PersonWidth = 168;
constexpr int CountryWidth = 116;
constexpr int RoleWidth = 104;
constexpr int ReasonWidth = 144;
constexpr int NativeNameWidth = 260; // a name with the other one beside it

constexpr StateKey stateKeys[] = {
    {Qt::Key_C, "considered"}, {Qt::Key_I, "invited"}, {Qt::Key_R, "reminded"}, {Qt::Key_A, "accepted"},
    {Qt::Key_D, "declined"},   {Qt::Key_U, "unable"},  {Qt::Key_T, "attended"},
};
} // namespace

int keyOfState(const QString& state)
{
    for (const StateKey& entry : stateKeys) {
        if (state == QLatin1String(entry.state))
            return entry.key;
    }
    return 0;
}

InvitationTable::InvitationTable(QWidget* parent) : QTableView(parent)
{
    makeList(*this);
    setAcceptDrops(true);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setItemDelegate(new InvitationDelegate(this));
    setAccessibleName(tr("People on the list of this workshop"));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(34);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setFont(themeFont(font(), TextSize::Small));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // see fitColumns()
    horizontalHeader()->setSectionsClickable(true);
    horizontalHeader()->setSortIndicatorShown(true);
    horizontalHeader()->setSortIndicator(InvitationModel::PersonColumn, Qt::AscendingOrder);
    connect(this, &QTableView::doubleClicked, this,
            [this](const QModelIndex& index) { Q_EMIT personOpened(m_invitations->personAt(index.row())); });
}

void InvitationTable::setInvitations(InvitationModel* model)
{
    m_invitations = model;
    setModel(model);
    fitColumns();
    connect(model, &QAbstractItemModel::modelReset, this, &InvitationTable::fitColumns);
    connect(horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, [this](int column, Qt::SortOrder order) {
        const auto kept = selected();
        m_invitations->sort(column, order);
        select(kept);
    });
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &InvitationTable::selectionSettled);
}

int InvitationTable::widestState() const
{
    int widest = fontMetrics().horizontalAdvance(tr("Unable to attend"));
    for (int row = 0; row < m_invitations->rowCount(); ++row)
        widest = std::max(widest, fontMetrics().horizontalAdvance(
                                      m_invitations->index(row, InvitationModel::StateColumn).data().toString()));
    return widest + 36; // the pill and the air around it
}

void InvitationTable::fitColumns()
{
    if (!m_invitations)
        return;
    int room = viewport()->width() - PersonWidth - CountryWidth - widestState();
    const auto grant = [&room, this](int column, bool wanted, int width) {
        const bool shown = wanted && room >= width;
        setColumnHidden(column, !shown);
        room -= shown ? width : 0;
        return shown;
    };
    const bool hasRole = grant(InvitationModel::RoleColumn, m_invitations->hasOtherRoles(), RoleWidth);
    const bool hasReason = grant(InvitationModel::ReasonColumn, true, ReasonWidth);
    room = std::max(room, 0);
    const int toPerson = hasReason ? std::min(room / 2, NativeNameWidth - PersonWidth) : room;
    setColumnWidth(InvitationModel::PersonColumn, PersonWidth + toPerson);
    setColumnWidth(InvitationModel::CountryColumn, CountryWidth);
    setColumnWidth(InvitationModel::StateColumn, widestState());
    if (hasRole)
        setColumnWidth(InvitationModel::RoleColumn, RoleWidth);
    if (hasReason)
        setColumnWidth(InvitationModel::ReasonColumn, ReasonWidth + room - toPerson);
}

void InvitationTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

std::vector<Id<Invitation>> InvitationTable::selected() const
{
    std::vector<Id<Invitation>> all;
    if (!selectionModel())
        return all;
    for (const QModelIndex& index : selectionModel()->selectedRows())
        all.push_back(m_invitations->invitationAt(index.row()));
    return all;
}

void InvitationTable::select(const std::vector<Id<Invitation>>& invitations)
{
    QItemSelection selection;
    QModelIndex first;
    for (const Id<Invitation> invitation : invitations) {
        const int row = m_invitations->rowOf(invitation);
        if (row < 0)
            continue;
        const QModelIndex index = m_invitations->index(row, 0);
        selection.select(index, index);
        if (!first.isValid())
            first = index;
    }
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    if (first.isValid())
        selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
    Q_EMIT selectionSettled();
}

void InvitationTable::keyPressEvent(QKeyEvent* event)
{
    const bool plain = !(event->modifiers() & ~Qt::KeypadModifier);
    if (plain && selectionModel() && selectionModel()->hasSelection()) {
        for (const StateKey& entry : stateKeys) {
            if (event->key() == entry.key) {
                Q_EMIT stateAsked(QLatin1String(entry.state));
                return;
            }
        }
        if (event->key() == Qt::Key_Delete) {
            Q_EMIT removeAsked();
            return;
        }
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
            Q_EMIT personOpened(m_invitations->personAt(currentIndex().row()));
            return;
        }
    }
    QTableView::keyPressEvent(event);
}

void InvitationTable::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasFormat(QLatin1String(PersonIdsMime)))
        event->acceptProposedAction();
}

void InvitationTable::dragMoveEvent(QDragMoveEvent* event)
{
    if (event->mimeData()->hasFormat(QLatin1String(PersonIdsMime)))
        event->acceptProposedAction();
}

void InvitationTable::dropEvent(QDropEvent* event)
{
    const auto people = peopleIn(*event->mimeData());
    if (people.empty())
        return;
    event->acceptProposedAction();
    Q_EMIT peopleDropped(people);
}

} // namespace dtp
