// SPDX-License-Identifier: GPL-3.0-or-later
#include <import/heading_words.h>

#include <cells/heading_form.h>
#include <cells/safety_words.h>
#include <cells/word_sets.h>
#include <import/import_mapping.h>

#include <base/text.h>

#include <QHash>
#include <QRegularExpression>

namespace dtp
{

namespace
{
using L1 = QLatin1String;

QString keyOf(const QString& text)
{
    static const QRegularExpression plural(QStringLiteral("\\((s|es|ies)\\)"),
                                           QRegularExpression::CaseInsensitiveOption);
    QString plain = foldText(spelledOut(text));
    plain.replace(plural, QString());
    if (plain == L1("#") || plain == QStringLiteral("№"))
        return plain;
    return wordsOf(plain.replace(QLatin1Char('_'), QLatin1Char(' '))).join(QLatin1Char(' '));
}

const QHash<QString, QString>& targetsByHeading()
{
    static const QHash<QString, QString> all = [] {
        QHash<QString, QString> hash;
        for (const ImportTarget& target : importTargets()) {
            for (const QString& heading : target.headings) {
                if (const QString key = keyOf(heading); !hash.contains(key))
                    hash.insert(key, target.key);
            }
        }
        // The program's own words for its columns, in the language of the user.
        for (const ImportTarget& target : importTargets()) {
            if (const QString key = keyOf(target.label()); !hash.contains(key))
                hash.insert(key, target.key);
        }
        hash.insert(QStringLiteral("title"), QStringLiteral("notes"));
        hash.insert(QStringLiteral("salutation"), QStringLiteral("notes"));
        hash.insert(QStringLiteral("honorific"), QStringLiteral("notes"));
        return hash;
    }();
    return all;
}

const WordSet& aboutOthers()
{
    static const WordSet words =
        wordSet("emergency kin supervisor spouse guardian parent father mother husband wife referee reference "
                "referees references manager boss assistant passport visa birth visited director nominator nominated "
                "recommended recommender relative relatives friend child children son daughter brother sister "
                "dependant dependants dependent beneficiary interviewer recruiter witness doctor physician leader "
                "coordinator donor funder interpreter");
    return words;
}

bool isAboutOthers(const QStringList& words)
{
    return hasAny(words, aboutOthers());
}

// Words that say nothing about what is in the column.
bool isFiller(const QString& word)
{
    static const WordSet fillers = wordSet("participant participants alumni alumnus alumna applicant your the please "
                                           "s current primary main preferred personal work office business private "
                                           "secondary alternative alternate official of a an dtp best new list all");
    bool isNumber = false;
    word.toInt(&isNumber);
    return isNumber || fillers.contains(word);
}
} // namespace

QString foldedHeading(const QString& heading)
{
    return keyOf(heading);
}

QString tellingWords(const QString& folded)
{
    QStringList telling = folded.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    telling.erase(std::remove_if(telling.begin(), telling.end(), &isFiller), telling.end());
    return telling.join(QLatin1Char(' '));
}

QString headingKey(const QString& heading)
{
    static const QRegularExpression bracketAtEnd(QStringLiteral("\\s*[(\\[][^)\\]]*[)\\]]\\s*[*:]*\\s*$"));
    const QString key = keyOf(heading);
    if (targetsByHeading().contains(key))
        return key;
    const QString shorter = keyOf(QString(heading).remove(bracketAtEnd));
    return shorter.isEmpty() ? key : shorter;
}

QString targetOfKey(const QString& key)
{
    return targetsByHeading().value(key);
}

bool isAboutSomebodyElse(const QString& key)
{
    return isAboutOthers(key.split(QLatin1Char(' '), Qt::SkipEmptyParts));
}

bool mayGoByContent(const QString& heading)
{
    const QStringList words = headingKey(heading).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return words.size() <= 2 && !isAboutOthers(words) && !words.contains(L1("no")) && !words.contains(L1("not"));
}

bool isOfDanger(const QString& heading)
{
    return targetOfHeading(heading) == L1("safety_level") || speaksOfDanger(wordsOf(foldText(heading)));
}

QString reasonHeading()
{
    return QStringLiteral("Why this row was set aside");
}

bool isReasonHeading(const QString& heading)
{
    return foldText(heading) == foldText(reasonHeading());
}

} // namespace dtp
