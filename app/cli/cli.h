// SPDX-License-Identifier: GPL-3.0-or-later
// The frame of the command line: what a verb is, what was typed, what is printed.
#pragma once

#include <base/clock.h>
#include <base/id.h>
#include <base/result.h>
#include <storage/store.h>

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <memory>
#include <optional>
#include <vector>

namespace dtp::cli
{

constexpr int exitFailed = 1; // refused or failed
constexpr int exitWrongUsage = 2;

// Why a verb did not do what was asked, and the exit code that says so.
struct Failure {
    Error error;
    int code = exitFailed;

    Failure(Error e) : error(std::move(e)) {} // so that DTP_TRY works in verbs
    Failure(Error e, int exitCode) : error(std::move(e)), code(exitCode) {}
};
using Outcome = tl::expected<void, Failure>;

tl::unexpected<Failure> wrongUsage(const QString& sentence);

// An option of a verb; checked before the verb runs.
struct Option {
    const char* name;  // "--limit"
    const char* value; // how help calls its value, "N"; empty: the option is a flag
    const char* help;
    enum class Kind {
        Flag,
        Text,
        Count,
        Choice
    } kind = Kind::Flag; // choice: one of value, which is "skip|fill|update"
};

// What was typed after the name of the program, understood.
struct Call {
    QString database;
    bool json = false;
    std::optional<int> passphraseFd; // where the passphrase of an encrypted database is read from
    QString keyFile;                 // or the file that it stands in
    QStringList arguments;           // of the verb
    QHash<QString, QString> options;

    bool has(const char* option) const { return options.contains(QLatin1String(option)); }
    QString value(const char* option, const QString& otherwise = {}) const
    {
        return options.value(QLatin1String(option), otherwise);
    }
    qint64 number(const char* option, qint64 otherwise) const;
};

// What a verb prints on standard output: JSON or readable text, all at the end.
class Output
{
public:
    explicit Output(bool json) : m_json(json) {}
    bool isJson() const { return m_json; }
    void json(const QJsonObject& object);
    void json(const QJsonArray& array);
    void line(const QString& text); // plain output only
    // Plain output only: columns that line up.
    void table(const std::vector<QStringList>& rows);
    // A sentence for people, or the object for programs.
    void result(const QString& sentence, const QJsonObject& object);
    const QByteArray& bytes() const { return m_bytes; }

private:
    bool m_json;
    QByteArray m_bytes;
};

// Where the verbs run: the clock, the keys and who is at the keyboard.
class Session
{
public:
    Session();
    const Environment& environment() const { return m_environment; }
    Result<std::unique_ptr<Store>> openToRead(const Call& call) const;
    Result<std::unique_ptr<Store>> openToWrite(const Call& call) const;
    // What could not be read where words were asked for: then what was printed is not the whole answer.
    const std::optional<Error>& unread() const { return m_unread; }
    // Waits until the files that were opened have been looked through: then nothing of a damaged one is printed.
    Result<> soundness() const;

private:
    SystemClock m_clock;
    IdMaker m_ids{m_clock};
    Result<std::unique_ptr<Store>> watched(std::unique_ptr<Store> store) const;
    Environment m_environment;
    mutable std::optional<Error> m_unread;
    mutable std::vector<std::shared_future<Result<>>> m_opened; // their soundness
};

struct Verb {
    const char* name;      // "import people"
    const char* arguments; // "FILE"
    const char* summary;   // one line
    const char* more;      // further lines of its help; may be empty
    std::vector<Option> options;
    int leastArguments;
    int mostArguments;                    // -1: any number
    bool takesDashes;                     // "-country:KH" is an argument and no option
    bool (*needsFonts)(const Call& call); // whether it paints text; nullptr: never
    Outcome (*run)(const Session& session, const Call& call, Output& output);
    bool unlocks = true; // an encrypted database is unlocked before it runs
    // In the place of more: lines that are worked out, which takes too long for each start.
    const char* (*moreMade)() = nullptr;
};

// A key as JSON says it. A string: readers in JavaScript and jq keep 53 bits of a number, and a key has 63.
QJsonValue jsonKey(qint64 key);

// Runs what was typed; gives the exit code.
int runCommandLine(const QStringList& typed);

} // namespace dtp::cli
