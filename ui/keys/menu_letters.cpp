// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/keys/menu_letters.h>

#include <QHash>
#include <QKeySequence>
#include <QMenu>
#include <QSet>

namespace dtp
{

namespace
{
constexpr const char* isWatched = "has-letters";
constexpr const char* given = "text-with-letter"; // of an action: as it stands in the menu
constexpr const char* own = "text-of-its-own";

bool needsLetter(const QAction& action)
{
    return action.isVisible() && !action.isSeparator() && !action.text().isEmpty();
}

// Where a letter may stand: first the beginnings of words, then within one.
std::vector<qsizetype> placesIn(const QString& text)
{
    const qsizetype end = text.contains(QLatin1Char('\t')) ? text.indexOf(QLatin1Char('\t')) : text.size();
    std::vector<qsizetype> beginnings;
    std::vector<qsizetype> within;
    for (qsizetype i = 0; i < end; ++i) {
        if (text.at(i).isLetterOrNumber())
            (i == 0 || !text.at(i - 1).isLetterOrNumber() ? beginnings : within).push_back(i);
    }
    beginnings.insert(beginnings.end(), within.begin(), within.end());
    return beginnings;
}

// Shares letters out among entries, each to one alone. Where none of an entry's own is free, the one who holds one of
// them takes another if it can: so as many as possible have one.
class Letters
{
public:
    explicit Letters(QSet<QChar> taken) : m_taken(std::move(taken)) {}
    void add(QAction* action)
    {
        const size_t entry = m_entries.size();
        m_entries.push_back({action, placesIn(action->text())});
        QSet<QChar> tried;
        if (!takeFree(entry))
            takeFromOther(entry, tried);
    }
    void write() const
    {
        for (const Entry& entry : m_entries) {
            if (entry.place < 0) // a letter that stands twice chooses nothing
                continue;
            const QString text = entry.action->text();
            const QString with = QString(text).insert(entry.place, QLatin1Char('&'));
            entry.action->setProperty(own, text);
            entry.action->setProperty(given, with);
            entry.action->setText(with);
        }
    }

private:
    struct Entry {
        QAction* action;
        std::vector<qsizetype> places;
        qsizetype place = -1; // of its letter
    };
    QChar letterAt(size_t entry, qsizetype place) const { return m_entries[entry].action->text().at(place).toUpper(); }
    void give(size_t entry, qsizetype place)
    {
        m_entries[entry].place = place;
        m_holders.insert(letterAt(entry, place), entry);
    }
    bool takeFree(size_t entry)
    {
        for (const qsizetype place : m_entries[entry].places) {
            const QChar letter = letterAt(entry, place);
            if (m_taken.contains(letter) || m_holders.contains(letter))
                continue;
            give(entry, place);
            return true;
        }
        return false;
    }
    bool takeFromOther(size_t entry, QSet<QChar>& tried)
    {
        for (const qsizetype place : m_entries[entry].places) {
            const QChar letter = letterAt(entry, place);
            if (m_taken.contains(letter) || tried.contains(letter))
                continue;
            tried.insert(letter);
            const size_t holder = m_holders.value(letter);
            if (!takeFree(holder) && !takeFromOther(holder, tried))
                continue;
            give(entry, place);
            return true;
        }
        return false;
    }

    QSet<QChar> m_taken; // by entries that have a letter of their own
    QHash<QChar, size_t> m_holders;
    std::vector<Entry> m_entries;
};

void addLetters(const QMenu& menu)
{
    QSet<QChar> taken;
    std::vector<QAction*> without;
    for (QAction* action : menu.actions()) {
        if (!needsLetter(*action))
            continue;
        const QKeySequence key = QKeySequence::mnemonic(action->text());
        if (key.isEmpty())
            without.push_back(action);
        else
            taken.insert(QChar(key[0].key()).toUpper());
    }
    Letters letters(taken);
    for (QAction* action : without)
        letters.add(action);
    letters.write();
}

// Elsewhere the same action has its own words.
void takeLetters(const QMenu& menu)
{
    for (QAction* action : menu.actions()) {
        if (action->property(given).isValid() && action->text() == action->property(given).toString())
            action->setText(action->property(own).toString());
        action->setProperty(given, QVariant());
    }
}
} // namespace

void giveLetters(QMenu& menu)
{
    if (menu.property(isWatched).toBool())
        return;
    menu.setProperty(isWatched, true);
    QObject::connect(&menu, &QMenu::aboutToShow, &menu, [&menu] {
        takeLetters(menu); // of what it showed before
        addLetters(menu);
    });
    QObject::connect(&menu, &QMenu::aboutToHide, &menu, [&menu] { takeLetters(menu); });
}

} // namespace dtp
