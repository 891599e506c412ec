// SPDX-License-Identifier: GPL-3.0-or-later
#include "help.h"

#include "verbs.h"

#include <QCoreApplication>

namespace dtp::cli
{

namespace
{
QString said(const char* text)
{
    return QCoreApplication::translate("Cli", text);
}

QString usageOf(const Verb& verb)
{
    QString usage = QLatin1String(verb.name);
    if (*verb.arguments)
        usage += QLatin1Char(' ') + QLatin1String(verb.arguments);
    for (const Option& option : verb.options) {
        usage += QStringLiteral(" [") + QLatin1String(option.name);
        if (*option.value)
            usage += QLatin1Char(' ') + QLatin1String(option.value);
        usage += QLatin1Char(']');
    }
    return usage;
}

QString helpForAll()
{
    QString help = said(QT_TRANSLATE_NOOP("Cli", "Usage: dtp-secretariat-cli [--json] DATABASE VERB …\n\nVerbs:\n"));
    for (const Verb& verb : verbs())
        help += QStringLiteral("  %1\n      %2\n").arg(usageOf(verb), said(verb.summary));
    help += said(QT_TRANSLATE_NOOP(
        "Cli",
        "\nOptions for all:\n"
        "  --json     print one JSON object or array\n"
        "  --help     say what a verb does: dtp-secretariat-cli DATABASE VERB --help\n"
        "  --version  print the version\n"
        "  --passphrase-fd N  read the passphrase of an encrypted database from the open file N, to its first line's "
        "end\n"
        "  --key-file FILE    read it from a file that only you can read\n"
        "                     Without either it is asked for on the terminal, and not shown.\n\n"
        "Exit code: 0 done, 1 refused or failed (one sentence on standard error), 2 wrong usage.\n"));
    return help;
}

QString helpForVerb(const Verb& verb)
{
    QString help = said(QT_TRANSLATE_NOOP("Cli", "Usage: dtp-secretariat-cli [--json] DATABASE %1\n\n%2\n"))
                       .arg(usageOf(verb), said(verb.summary));
    if (const char* more = verb.moreMade ? verb.moreMade() : verb.more; *more)
        help += QLatin1Char('\n') + said(more) + QLatin1Char('\n');
    if (!verb.options.empty())
        help += said(QT_TRANSLATE_NOOP("Cli", "\nOptions:\n"));
    for (const Option& option : verb.options) {
        const QString name =
            QString(QLatin1String(option.name) + QLatin1Char(' ') + QLatin1String(option.value)).trimmed();
        help += QStringLiteral("  %1\n      %2\n").arg(name, said(option.help));
    }
    return help;
}
} // namespace

const Verb* verbAt(const QStringList& words, qsizetype at, qsizetype& used)
{
    for (const Verb& verb : verbs()) {
        const QStringList name = QString::fromLatin1(verb.name).split(QLatin1Char(' '));
        if (words.mid(at, name.size()) == name) {
            used = name.size();
            return &verb;
        }
    }
    return nullptr;
}

bool isFirstOfTwo(const QString& word)
{
    for (const Verb& verb : verbs()) {
        if (QString::fromLatin1(verb.name).startsWith(word + QLatin1Char(' ')))
            return true;
    }
    return false;
}

QString helpFor(const QStringList& words)
{
    QStringList plain = words;
    plain.removeIf([](const QString& word) { return word.startsWith(QLatin1Char('-')); });
    // With or without the database before it: "report import" is no verb “import” on a database called “report”.
    const Verb* best = nullptr;
    qsizetype most = 0;
    for (const qsizetype at : {qsizetype(1), qsizetype(0)}) {
        qsizetype used = 0;
        if (const Verb* const verb = verbAt(plain, at, used); verb && used > most) {
            best = verb;
            most = used;
        }
    }
    if (best)
        return helpForVerb(*best);
    return helpForAll();
}

} // namespace dtp::cli
