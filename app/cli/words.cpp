// SPDX-License-Identifier: GPL-3.0-or-later
// The lists of words that records choose from.
#include "verbs.h"

#include <deeds/word_lists.h>

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

namespace dtp::cli
{

namespace
{
struct Cli {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

constexpr const char* changes[] = {"--add", "--rename", "--merge", "--remove"};

void printLists(const Store& store, Output& output)
{
    QJsonArray all;
    std::vector<QStringList> rows;
    for (const WordList& list : wordLists()) {
        const auto count = static_cast<qint64>(store.vocabulary(list.name).terms().size());
        all.append(QJsonObject{{QStringLiteral("list"), list.name},
                               {QStringLiteral("title"), list.title},
                               {QStringLiteral("words"), count},
                               {QStringLiteral("open"), list.isOpen}});
        rows.push_back({list.name, QString::number(count), list.title});
    }
    output.json(all);
    output.table(rows);
}

Outcome printWords(const Store& store, const WordList& list, Output& output)
{
    DTP_TRY(words, wordsOf(store, list.name));
    QJsonArray all;
    std::vector<QStringList> rows;
    for (const WordUse& word : words) {
        all.append(QJsonObject{{QStringLiteral("code"), word.term.code},
                               {QStringLiteral("word"), word.term.label},
                               {QStringLiteral("spellings"), word.term.spellings},
                               {QStringLiteral("group"), word.term.group},
                               {QStringLiteral("records"), word.uses}});
        rows.push_back({word.term.label, QString::number(word.uses), word.term.group});
    }
    output.json(all);
    output.table(rows);
    return {};
}

// "OLD=NEW"
Result<std::pair<QString, QString>> pairOf(const QString& text)
{
    const qsizetype equals = text.indexOf(QLatin1Char('='));
    if (equals <= 0 || equals + 1 == text.size())
        return fail(Cli::tr("“%1” names no two words: write “ONE=OTHER”.").arg(text));
    return std::pair(text.left(equals).trimmed(), text.mid(equals + 1).trimmed());
}

Outcome change(Store& store, const Call& call, const WordList& list, Output& output)
{
    if (call.has("--add")) {
        DTP_CHECK(addWord(store, list.name, call.value("--add")));
        output.result(Cli::tr("Added “%1”.").arg(call.value("--add").simplified()), {});
    }
    if (call.has("--rename")) {
        DTP_TRY(names, pairOf(call.value("--rename")));
        DTP_TRY(word, wordCalled(store, list.name, names.first));
        DTP_CHECK(renameWord(store, word.id, names.second));
        output.result(Cli::tr("“%1” is called “%2” now.").arg(word.label, names.second), {});
    }
    if (call.has("--merge")) {
        DTP_TRY(names, pairOf(call.value("--merge")));
        DTP_TRY(word, wordCalled(store, list.name, names.first));
        DTP_TRY(into, wordCalled(store, list.name, names.second));
        DTP_TRY(records, mergeWords(store, word.id, into.id));
        output.result(Cli::tr("“%1” is “%2” now. Records that held it: %3.")
                          .arg(word.label, into.label, QLocale().toString(records)),
                      {{QStringLiteral("records"), records}});
    }
    if (call.has("--remove")) {
        DTP_TRY(word, wordCalled(store, list.name, call.value("--remove")));
        DTP_CHECK(removeWord(store, word.id));
        output.result(Cli::tr("Removed “%1”.").arg(word.label), {});
    }
    return {};
}

Outcome run(const Session& session, const Call& call, Output& output)
{
    const auto asked =
        std::count_if(std::begin(changes), std::end(changes), [&](const char* option) { return call.has(option); });
    if (asked > 1)
        return wrongUsage(Cli::tr("One thing at a time: each is a change that can be undone."));
    if (call.arguments.isEmpty() && asked > 0)
        return wrongUsage(Cli::tr("Say of which list: “words skills --add WORD”."));
    DTP_TRY(store, asked > 0 ? session.openToWrite(call) : session.openToRead(call));
    if (call.arguments.isEmpty()) {
        printLists(*store, output);
        return {};
    }
    const auto list = wordListCalled(call.arguments.front());
    if (!list)
        return wrongUsage(list.error().sentence);
    return asked > 0 ? change(*store, call, *list, output) : printWords(*store, *list, output);
}
} // namespace

Verb wordsVerb()
{
    return {"words",
            "[LIST]",
            QT_TRANSLATE_NOOP("Cli", "Show and change the lists of words that records choose from, such as skills."),
            QT_TRANSLATE_NOOP(
                "Cli",
                "Without LIST: the lists. A word that is called otherwise, or put together with another, is still "
                "found and\nimported by what it was called before; records that hold it are changed with it. Each is "
                "one change: “undo” takes\nit back. Of lists whose words mean something to the program, words can "
                "only be called otherwise."),
            {{"--add", "WORD", QT_TRANSLATE_NOOP("Cli", "a new word"), Option::Kind::Text},
             {"--rename", "WORD=NEW", QT_TRANSLATE_NOOP("Cli", "call a word otherwise"), Option::Kind::Text},
             {"--merge", "WORD=OTHER", QT_TRANSLATE_NOOP("Cli", "put a word together with another of the list"),
              Option::Kind::Text},
             {"--remove", "WORD", QT_TRANSLATE_NOOP("Cli", "remove a word that no record holds"), Option::Kind::Text}},
            0,
            1,
            false,
            nullptr,
            &run};
}

} // namespace dtp::cli
