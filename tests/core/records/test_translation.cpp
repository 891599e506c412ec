// SPDX-License-Identifier: GPL-3.0-or-later
// Translators get every text for people: what scripts/translate finds is compared with the sources and the tables.
#include <records/record_type.h>
#include <standards/countries.h>
#include <support/catch.h>

#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QXmlStreamReader>

using namespace dtp;

namespace
{
using Message = QPair<QString, QString>; // context, source

QSet<Message> messagesOf(const QString& path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    QSet<Message> messages;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name"))
            context = xml.readElementText();
        else if (xml.name() == QLatin1String("source"))
            messages.insert(
                {context, xml.readElementText(QXmlStreamReader::IncludeChildElements)}); // tabs are elements
    }
    REQUIRE_FALSE(xml.hasError());
    return messages;
}

struct Found {
    bool isThere = false;
    QSet<Message> messages;
    QString warnings;
};

// What lupdate finds in our sources, once for all tests.
const Found& found()
{
    static const Found all = [] {
        Found result;
        QTemporaryDir folder;
        const QString ts = folder.filePath(QStringLiteral("all.ts"));
        QProcess script;
        script.start(QStringLiteral(DTP_SOURCES "/scripts/translate"), {ts});
        REQUIRE(script.waitForFinished(120000));
        result.isThere = script.exitCode() != 77;
        result.warnings = QString::fromUtf8(script.readAllStandardError());
        if (result.isThere)
            result.messages = messagesOf(ts);
        return result;
    }();
    return all;
}

// The text of "one" "two" as the compiler reads it.
QString literalText(const QString& literals)
{
    static const QRegularExpression literal(QStringLiteral("\"((?:[^\"\\\\]|\\\\.)*)\""));
    QString text;
    for (auto match = literal.globalMatch(literals); match.hasNext();)
        text += match.next().captured(1);
    return text.replace(QLatin1String("\\\""), QLatin1String("\""))
        .replace(QLatin1String("\\n"), QLatin1String("\n"))
        .replace(QLatin1String("\\t"), QLatin1String("\t"))
        .replace(QLatin1String("\\\\"), QLatin1String("\\"));
}

// Texts that a source gives to tr(), translate() or a NOOP macro; the context is empty where its class decides.
std::vector<Message> spokenIn(const QString& source)
{
    static const QString literals = QStringLiteral("((?:\"(?:[^\"\\\\]|\\\\.)*\"\\s*)+)");
    static const QRegularExpression named(QStringLiteral("(?:translate|QT_TRANSLATE_N?_?NOOP)\\(\\s*\"(\\w+)\",\\s*") +
                                          literals);
    static const QRegularExpression classes(QStringLiteral("\\b(?:tr|say)\\(\\s*") + literals);
    std::vector<Message> spoken;
    for (auto match = named.globalMatch(source); match.hasNext();) {
        const auto one = match.next();
        spoken.emplace_back(one.captured(1), literalText(one.captured(2)));
    }
    for (auto match = classes.globalMatch(source); match.hasNext();)
        spoken.emplace_back(QString(), literalText(match.next().captured(1)));
    return spoken;
}
} // namespace

TEST_CASE("lupdate finds every text that the sources say to people", "[translation]")
{
    if (!found().isThere)
        SKIP_TEST("needs lupdate, which scripts/setup installs");
    QSet<QString> texts;
    for (const Message& message : found().messages)
        texts.insert(message.second);
    int count = 0;
    QStringList lost;
    for (const char* folder : {"core", "ui", "app"}) {
        QDirIterator files(QStringLiteral(DTP_SOURCES "/") + QLatin1String(folder),
                           {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            REQUIRE(file.open(QIODevice::ReadOnly));
            for (const Message& spoken : spokenIn(QString::fromUtf8(file.readAll()))) {
                ++count;
                const bool isFound =
                    spoken.first.isEmpty() ? texts.contains(spoken.second) : found().messages.contains(spoken);
                const bool isText =
                    std::any_of(spoken.second.begin(), spoken.second.end(), [](QChar c) { return c.isLetter(); });
                if (!isFound && isText)
                    lost.append(file.fileName() + QStringLiteral(": ") + spoken.second);
            }
        }
    }
    CHECK(lost == QStringList());
    CHECK(count > 1300); // the search itself finds them
    CHECK(found().messages.size() > 1600);
}

TEST_CASE("texts are found in the context in which the program asks for them", "[translation]")
{
    if (!found().isThere)
        SKIP_TEST("needs lupdate, which scripts/setup installs");
    // "Class 'dtp::X' lacks Q_OBJECT macro": its tr() is that of another class.
    CHECK(found().warnings.trimmed() == QString());
    for (const Message& message : found().messages) {
        INFO(message.second.toStdString());
        CHECK(message.first != QStringLiteral("dtp"));
        CHECK(message.first != QString());
    }
    // Whose plural forms English has already.
    const auto plurals = messagesOf(QStringLiteral(DTP_SOURCES "/resources/translations/english.ts"));
    QStringList lost;
    for (const Message& message : plurals - found().messages)
        lost.append(message.first + QStringLiteral(": ") + message.second);
    CHECK(lost == QStringList());
}

TEST_CASE("labels of field tables, targets of import and keys of search are found", "[translation]")
{
    if (!found().isThere)
        SKIP_TEST("needs lupdate, which scripts/setup installs");
    const auto isFound = [](const char* context, const QString& text) {
        return text.isEmpty() || found().messages.contains({QLatin1String(context), text});
    };
    int labels = 0;
    for (const RecordType& type : allRecordTypes()) {
        CHECK(isFound("Fields", QString::fromUtf8(type.singular)));
        CHECK(isFound("Fields", QString::fromUtf8(type.plural)));
        for (const Field& field : type.fields) {
            INFO(type.table << "." << field.name);
            ++labels;
            CHECK(isFound("Fields", QString::fromUtf8(field.label)));
            CHECK(isFound("Fields", QString::fromUtf8(field.group)));
            CHECK(isFound("Fields", QString::fromUtf8(field.hint)));
        }
    }
    CHECK(labels > 200);
    for (const Country& country : countries())
        CHECK(isFound("Countries", country.name));
    CHECK(found().messages.contains({QStringLiteral("ImportTargets"), QStringLiteral("Full name")}));
    CHECK(found().messages.contains({QStringLiteral("Search"), QStringLiteral("Agreed to be shown to")}));
}
