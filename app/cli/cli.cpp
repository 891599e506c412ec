// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli.h"

#include "help.h"
#include "passphrases.h"
#include "verbs.h"

#include <base/english_plurals.h>
#include <platform/platform.h>

#include <QCoreApplication>
#include <QGuiApplication>
#include <QLocale>
#include <cstdio>
#include <cstring>

namespace dtp::cli
{

namespace
{
struct Cli {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

// What was typed, with the verb that it asks for.
struct Parsed {
    Call call;
    const Verb* verb = nullptr;
};
using Parsing = tl::expected<Parsed, Failure>;

bool looksLikeOption(const QString& word, bool takesDashes)
{
    return takesDashes ? word.startsWith(QLatin1String("--")) : word.size() > 1 && word.startsWith(QLatin1Char('-'));
}

const Option* optionNamed(const Verb& verb, const QString& name)
{
    for (const Option& option : verb.options) {
        if (name == QLatin1String(option.name))
            return &option;
    }
    return nullptr;
}

Outcome checkValue(const Option& option, const QString& value)
{
    const QString name = QLatin1String(option.name);
    if (option.kind == Option::Kind::Count) {
        bool isNumber = false;
        const qint64 number = value.toLongLong(&isNumber);
        if (!isNumber || number < 0)
            return wrongUsage(Cli::tr("%1 needs a number, not “%2”.").arg(name, value));
    }
    if (option.kind == Option::Kind::Choice) {
        const QStringList choices = QString::fromLatin1(option.value).split(QLatin1Char('|'));
        if (!choices.contains(value))
            return wrongUsage(
                Cli::tr("%1 is one of %2, not “%3”.").arg(name, choices.join(QStringLiteral(", ")), value));
    }
    if (option.kind == Option::Kind::Text && value.isEmpty())
        return wrongUsage(Cli::tr("%1 needs a value.").arg(name));
    return {};
}

// --json, --passphrase-fd N and --key-file F stand anywhere: true when words.at(at) is one of them, and at is then its
// last word.
tl::expected<bool, Failure> readCommonOption(const QStringList& words, qsizetype& at, Call& call)
{
    if (words.at(at) == QLatin1String("--json")) {
        call.json = true;
        return true;
    }
    const QString name = words.at(at).section(QLatin1Char('='), 0, 0);
    const bool isFd = name == QLatin1String("--passphrase-fd");
    if (!isFd && name != QLatin1String("--key-file"))
        return false;
    const bool isTogether = words.at(at).contains(QLatin1Char('='));
    if (!isTogether && at + 1 == words.size())
        return wrongUsage(Cli::tr("%1 needs a value.").arg(name));
    const QString value = isTogether ? words.at(at).section(QLatin1Char('='), 1) : words.at(++at);
    if (!isFd) {
        call.keyFile = value;
    } else {
        bool isNumber = false;
        call.passphraseFd = value.toInt(&isNumber);
        if (!isNumber || *call.passphraseFd < 0)
            return wrongUsage(Cli::tr("%1 needs the number of an open file, not “%2”.").arg(name, value));
    }
    if (!call.keyFile.isEmpty() && call.passphraseFd)
        return wrongUsage(Cli::tr("Give either --passphrase-fd or --key-file."));
    return true;
}

// The rest of the words, by what the verb knows.
Outcome readArguments(const QStringList& words, const Verb& verb, Call& call)
{
    for (qsizetype i = 0; i < words.size(); ++i) {
        const auto common = readCommonOption(words, i, call);
        if (!common)
            return tl::unexpected<Failure>(common.error());
        if (*common)
            continue;
        const QString& word = words.at(i);
        if (!looksLikeOption(word, verb.takesDashes)) {
            call.arguments.append(word);
            continue;
        }
        const qsizetype equals = word.indexOf(QLatin1Char('='));
        const QString name = equals < 0 ? word : word.left(equals);
        const Option* const option = optionNamed(verb, name);
        if (!option)
            return wrongUsage(Cli::tr("“%1” knows no option “%2”.").arg(QLatin1String(verb.name), name));
        // The first would be lost without a word: of names to withhold, say.
        if (option->kind != Option::Kind::Flag && call.options.contains(name))
            return wrongUsage(Cli::tr("%1 is said twice: say it once, with commas between several.").arg(name));
        QString value;
        if (option->kind == Option::Kind::Flag && equals >= 0)
            return wrongUsage(Cli::tr("%1 takes no value.").arg(name));
        if (option->kind != Option::Kind::Flag) {
            if (equals < 0 && i + 1 == words.size())
                return wrongUsage(Cli::tr("%1 needs a value.").arg(name));
            value = equals < 0 ? words.at(++i) : word.mid(equals + 1);
            if (const Outcome good = checkValue(*option, value); !good)
                return good;
        }
        call.options.insert(name, value);
    }
    if (call.arguments.size() < verb.leastArguments)
        return wrongUsage(Cli::tr("“%1” needs %2.").arg(QLatin1String(verb.name), QLatin1String(verb.arguments)));
    if (verb.mostArguments >= 0 && call.arguments.size() > verb.mostArguments)
        return wrongUsage(Cli::tr("“%1” does not know what to do with “%2”.")
                              .arg(QLatin1String(verb.name), call.arguments.at(verb.mostArguments)));
    return {};
}

Parsing parse(const QStringList& typed)
{
    Parsed parsed;
    qsizetype at = 0;
    for (; at < typed.size(); ++at) {
        const auto common = readCommonOption(typed, at, parsed.call);
        if (!common)
            return tl::unexpected<Failure>(common.error());
        if (*common)
            continue;
        if (!parsed.call.database.isEmpty())
            break;
        if (looksLikeOption(typed.at(at), false))
            return wrongUsage(Cli::tr("There is no option “%1” before the database.").arg(typed.at(at)));
        if (typed.at(at).isEmpty())
            return wrongUsage(Cli::tr("The name of the database is empty."));
        parsed.call.database = typed.at(at);
    }
    if (parsed.call.database.isEmpty())
        return wrongUsage(Cli::tr("Which database, and what to do with it?"));
    if (at == typed.size())
        return wrongUsage(Cli::tr("What to do with “%1”?").arg(parsed.call.database));
    qsizetype used = 0;
    parsed.verb = verbAt(typed, at, used);
    if (!parsed.verb)
        return wrongUsage(Cli::tr("There is no verb “%1”.")
                              .arg(typed.mid(at, isFirstOfTwo(typed.at(at)) ? 2 : 1).join(QLatin1Char(' '))));
    if (const Outcome read = readArguments(typed.mid(at + used), *parsed.verb, parsed.call); !read)
        return tl::unexpected<Failure>(read.error());
    return parsed;
}

void writeTo(FILE* stream, const QByteArray& bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stream);
}

// One sentence is all that goes to standard error; what libraries grumble does not, neither through Qt nor, as libpng
// of a damaged picture, past it.
std::FILE* ownErrors = stderr;

bool isVerbose()
{
    return qEnvironmentVariableIsSet("DTP_VERBOSE");
}

void swallowMessage(QtMsgType type, const QMessageLogContext&, const QString& message)
{
    if (type == QtFatalMsg || isVerbose())
        writeTo(ownErrors, message.toLocal8Bit() + '\n');
}

// A damaged database has two ways out; that which is named was looked at.
QString wayOut(const Error& error, const QString& database)
{
    if (database.isEmpty() || !Store::isDamage(error))
        return {};
    if (const QString backup = Store::newestBackup(database); !backup.isEmpty())
        return Cli::tr(" The newest backup that can be read is “%1”: “restore” puts it in place.").arg(backup);
    const bool isOurs = error.detail.startsWith(QLatin1String("SQLite ")) &&
                        !error.detail.startsWith(QLatin1String("SQLite 26")); // else perhaps not, or it is empty
    if (!isOurs)
        return {};
    return Cli::tr(" There is no backup beside it that can be read; “salvage” saves what can be read of it as a new "
                   "database.");
}

int complain(const Failure& failure, const QString& database = {})
{
    QString text = failure.error.sentence.simplified() + wayOut(failure.error, database);
    if (failure.code == exitWrongUsage)
        text += Cli::tr(" See dtp-secretariat-cli --help.");
    Output plain(false);
    plain.line(text);
    writeTo(ownErrors, plain.bytes());
    std::fflush(ownErrors);
    return failure.code;
}

// What was printed must have arrived: "stats > /dev/full" has failed.
int print(const QByteArray& bytes)
{
    writeTo(stdout, bytes);
    if (std::fflush(stdout) != 0 || std::ferror(stdout))
        return complain(
            Failure({Cli::tr("The output could not be written."), QString::fromLocal8Bit(std::strerror(errno))}));
    return 0;
}

std::unique_ptr<QCoreApplication> makeApplication(bool needsFonts)
{
    // Names of files and texts are UTF-8 whatever the environment says.
    if (!platform::isUtf8Environment())
        qputenv("LC_ALL", "C.UTF-8");
    if (!isVerbose())
        ownErrors = platform::quietLibraries();
    qInstallMessageHandler(&swallowMessage);
    static int argc = 1;
    static char name[] = "dtp-secretariat-cli";
    static char* argv[] = {name, nullptr};
    if (!needsFonts)
        return std::make_unique<QCoreApplication>(argc, argv);
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QGuiApplication>(argc, argv);
}

Outcome run(const Parsed& parsed, const Session& session, Output& output)
{
    if (parsed.verb->unlocks)
        DTP_CHECK(unlockFor(parsed.call, parsed.call.database));
    return parsed.verb->run(session, parsed.call, output);
}
} // namespace

tl::unexpected<Failure> wrongUsage(const QString& sentence)
{
    return tl::unexpected<Failure>(Failure({sentence, QString()}, exitWrongUsage));
}

qint64 Call::number(const char* option, qint64 otherwise) const
{
    return has(option) ? value(option).toLongLong() : otherwise;
}

int runCommandLine(const QStringList& typed)
{
    if (typed.contains(QLatin1String("--help")) || typed.contains(QLatin1String("-h")))
        return print(helpFor(typed).toUtf8());
    if (typed == QStringList{QStringLiteral("--version")})
        return print(QByteArrayLiteral("dtp-secretariat-cli " DTP_VERSION "\n"));
    const Parsing parsed = parse(typed);
    if (!parsed)
        return complain(parsed.error());
    const auto application = makeApplication(parsed->verb->needsFonts && parsed->verb->needsFonts(parsed->call));
    installEnglishPlurals(*application);
    if (const QString notice = platform::networkNotice(); !notice.isEmpty())
        writeTo(ownErrors, notice.toUtf8() + '\n');
    const Session session;
    Output output(parsed->call.json);
    const Outcome done = run(*parsed, session, output);
    const QString& database = parsed->call.database;
    if (const Result<> sound = session.soundness(); !sound)
        return complain(Failure(sound.error()), database);
    const int printed = print(output.bytes());
    if (done && session.unread())
        return complain(Failure(*session.unread()), database);
    return done ? printed : complain(done.error(), database);
}

} // namespace dtp::cli
