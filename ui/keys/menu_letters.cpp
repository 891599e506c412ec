// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/keys/menu_letters.h>

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

// Where a letter that is free stands: at the beginning of a word, else within one; -1: none is free.
qsizetype placeOfFree(const QString& text, const QSet<QChar>& taken)
{
    const qsizetype end = text.contains(QLatin1Char('\t')) ? text.indexOf(QLatin1Char('\t')) : text.size();
    for (const bool atBeginning : {true, false}) {
        for (qsizetype i = 0; i < end; ++i) {
            const bool begins = i == 0 || !text.at(i - 1).isLetterOrNumber();
            if (text.at(i).isLetterOrNumber() && (begins || !atBeginning) && !taken.contains(text.at(i).toUpper()))
                return i;
        }
    }
    return -1;
}

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
    for (QAction* action : without) {
        const QString text = action->text();
        qsizetype place = placeOfFree(text, taken);
        if (place < 0) // in a long menu a letter goes from one of its entries to the next
            place = placeOfFree(text, {});
        if (place < 0)
            continue;
        taken.insert(text.at(place).toUpper());
        const QString with = QString(text).insert(place, QLatin1Char('&'));
        action->setProperty(own, text);
        action->setProperty(given, with);
        action->setText(with);
    }
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
