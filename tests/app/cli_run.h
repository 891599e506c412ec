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
    bool isOneSentence() const { return err.trimmed().size() > 10 && err.count(QLatin1Char('\n')) == 1 && out.isEmpty(); }
};

inline CliRun cli(const QStringList& arguments, const QProcessEnvironment& environment = QProcessEnvironment::systemEnvironment())
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(DTP_CLI), arguments);
    REQUIRE(process.waitForFinished(240000));
    REQUIRE(process.exitStatus() == QProcess::NormalExit);
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
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
