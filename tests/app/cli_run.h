// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the program as its user does and keeps what it said.
#pragma once

#include <support/catch.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <functional>

namespace dtp::test
{

struct CliRun {
    int code = -1;
    QString out;
    QString err;

    QJsonDocument json() const
    {
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(out.toUtf8(), &error);
        INFO(out.toStdString() << err.toStdString());
        REQUIRE(error.error == QJsonParseError::NoError);
        return document;
    }
    bool isOneSentence() const
    {
        return err.trimmed().size() > 10 && err.count(QLatin1Char('\n')) == 1 && out.isEmpty();
    }
};

// How the program is run when not as usual; inChild is done in its process before it starts.
struct CliSetting {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    std::function<void()> inChild = {};
    QString program = QStringLiteral(DTP_CLI);
    QByteArray input = {}; // on its standard input
};

// What the program says where the system cannot refuse the network, and whether that is the case in this build.
inline QString noRefusal()
{
    return QStringLiteral("This system could not be asked to refuse network connections. The program makes none by "
                          "itself.\n");
}
constexpr bool isPortable = DTP_IS_PORTABLE;

inline CliRun cli(const QStringList& arguments, const CliSetting& setting = {})
{
    QProcess process;
    process.setProcessEnvironment(setting.environment);
    if (setting.inChild)
        process.setChildProcessModifier(setting.inChild);
    process.start(setting.program, arguments);
    if (!setting.input.isEmpty()) {
        REQUIRE(process.waitForStarted());
        process.write(setting.input);
        process.closeWriteChannel();
    }
    REQUIRE(process.waitForFinished(240000));
    REQUIRE(process.exitStatus() == QProcess::NormalExit);
    CliRun run{process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
               QString::fromUtf8(process.readAllStandardError())};
    // Built for no system in particular, the program begins with this; all else is the same.
    if (isPortable && setting.program != QStringLiteral(DTP_CLI_PORTABLE) && run.err.startsWith(noRefusal()))
        run.err.remove(0, noRefusal().size());
    return run;
}

inline QString text(const char* utf8)
{
    return QString::fromUtf8(utf8);
}

inline QByteArray contentOfFile(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
}

} // namespace dtp::test
