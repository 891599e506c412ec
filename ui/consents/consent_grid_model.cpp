// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/consents/consent_grid_model.h>

#include <meaning/codes.h>
#include <ui/models/discretion.h>

#include <QFont>
#include <algorithm>

namespace dtp
{

ConsentGridModel::ConsentGridModel(const Store& store, QObject* parent)
    : QAbstractTableModel(parent), m_store(store), m_today(store.environment().clock->today()),
      m_purposes(consentPurposes(store))
{
    whenSwitched(store, this, [this] {
        if (m_people.empty())
            return;
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        if (!isOfOne())
            Q_EMIT headerDataChanged(Qt::Vertical, 0, rowCount() - 1);
    });
}

Result<> ConsentGridModel::setPeople(const std::vector<qint64>& people)
{
    DTP_TRY(consents, consentsOf(m_store, people));
    DTP_TRY(requests, openRequests(m_store, people));
    beginResetModel();
    m_people = people;
    m_names.clear();
    m_now.clear();
    m_nowInLines.clear();
    m_isAgreement.clear();
    for (const qint64 person : people) {
        m_names.append(m_store.titleOf(Entity::Person, person));
        const std::vector<Consent> own = consents.value(person);
        for (const QString& purpose : m_purposes) {
            const Consent* counting = newestConsent(own, purpose);
            m_now.append(consentText(counting, m_today, requests.value(person)));
            m_nowInLines.append(consentLines(counting, m_today, requests.value(person)));
            m_isAgreement.push_back(counting && codeOf<ConsentAnswer>(counting->answer) == ConsentAnswer::Agreed);
        }
    }
    m_answers = QStringList(m_now.size(), QString());
    endResetModel();
    return {};
}

size_t ConsentGridModel::cellOf(const QModelIndex& index) const
{
    const int person = isOfOne() ? 0 : index.row();
    const int purpose = isOfOne() ? index.row() : index.column();
    return static_cast<size_t>(person) * static_cast<size_t>(m_purposes.size()) + static_cast<size_t>(purpose);
}

QString ConsentGridModel::purposeLabel(qsizetype purpose) const
{
    return m_store.vocabulary(QStringLiteral("consent_purposes")).labelOf(m_purposes.at(purpose));
}

QString ConsentGridModel::seenName(qsizetype person) const
{
    const qint64 key = m_people[static_cast<size_t>(person)];
    return isCovered(m_store, key) ? seenTitle(m_store, Entity::Person, key) : seen(m_store, m_names.at(person));
}

QString ConsentGridModel::nameOf(const QModelIndex& index) const
{
    const auto cell = static_cast<qsizetype>(cellOf(index));
    return tr("%1, %2", "a person, and what is agreed to")
        .arg(seenName(cell / m_purposes.size()), purposeLabel(cell % m_purposes.size()));
}

bool ConsentGridModel::answer(const QModelIndex& index, const QString& code)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    if (codeOf<ConsentAnswer>(code) == ConsentAnswer::Withdrawn && !m_isAgreement[cellOf(index)])
        return false;
    QString& own = m_answers[static_cast<qsizetype>(cellOf(index))];
    if (own == code)
        return true;
    own = code;
    Q_EMIT dataChanged(index.siblingAtColumn(0), index.siblingAtColumn(columnCount() - 1));
    Q_EMIT answered();
    return true;
}

bool ConsentGridModel::answer(Id<Person> person, const QString& purpose, const QString& code)
{
    const auto whose = std::find(m_people.begin(), m_people.end(), person.value);
    const auto column = static_cast<int>(m_purposes.indexOf(purpose));
    if (whose == m_people.end() || column < 0)
        return false;
    const auto row = static_cast<int>(whose - m_people.begin());
    return answer(isOfOne() ? index(column, New) : index(row, column), code);
}

std::vector<ConsentAnswers::Answer> ConsentGridModel::answers() const
{
    std::vector<ConsentAnswers::Answer> all;
    for (qsizetype cell = 0; cell < m_answers.size(); ++cell) {
        if (!m_answers.at(cell).isEmpty())
            all.push_back({Id<Person>{m_people[static_cast<size_t>(cell / m_purposes.size())]},
                           m_purposes.at(cell % m_purposes.size()), m_answers.at(cell)});
    }
    return all;
}

int ConsentGridModel::rowCount(const QModelIndex& parent) const
{
    if (parent.isValid() || m_people.empty())
        return 0;
    return static_cast<int>(isOfOne() ? m_purposes.size() : static_cast<qsizetype>(m_people.size()));
}

int ConsentGridModel::columnCount(const QModelIndex& parent) const
{
    if (parent.isValid() || m_people.empty())
        return 0;
    return isOfOne() ? 2 : static_cast<int>(m_purposes.size());
}

QVariant ConsentGridModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto cell = static_cast<qsizetype>(cellOf(index));
    const QString code = m_answers.at(cell);
    const QString now = m_now.at(cell);
    const QString label =
        code.isEmpty() ? QString() : m_store.vocabulary(QStringLiteral("consent_answers")).labelOf(code);
    const bool isNow = isOfOne() && index.column() == Now;
    switch (role) {
    case Qt::DisplayRole:
        if (isNow)
            return now;
        if (isOfOne())
            return label;
        // An arrow, so that what is new is not told by its weight alone.
        return label.isEmpty() ? m_nowInLines.at(cell) : QString(QStringLiteral("→ ") + label);
    case Qt::ToolTipRole:
        return QString(nameOf(index) + QStringLiteral(": ") + now).toHtmlEscaped();
    case Qt::AccessibleTextRole:
        return QString(nameOf(index) + QStringLiteral(": ") +
                       (isNow || label.isEmpty() ? now : tr("%1, new answer: %2").arg(now, label)));
    case Qt::FontRole: {
        QFont font;
        font.setBold(!isNow && !label.isEmpty());
        return font;
    }
    default:
        return {};
    }
}

QVariant ConsentGridModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (section < 0 || section >= (orientation == Qt::Horizontal ? columnCount() : rowCount()))
        return {};
    const bool isPurpose = isOfOne() == (orientation == Qt::Vertical);
    if (role == Qt::ToolTipRole && isPurpose)
        return purposeLabel(section).toHtmlEscaped();
    if (role != Qt::DisplayRole)
        return {};
    if (isPurpose)
        return purposeLabel(section);
    if (orientation == Qt::Vertical)
        return seenName(section);
    return section == Now ? tr("Now") : tr("New answer");
}

} // namespace dtp
