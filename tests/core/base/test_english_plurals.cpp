// SPDX-License-Identifier: GPL-3.0-or-later
#include <support/catch.h>

#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

namespace
{
QString read(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString say(const char* context, const char* text, int n)
{
    return QCoreApplication::translate(context, text, nullptr, n);
}
} // namespace

TEST_CASE("A sentence with a number is English for one and for many", "[plural]")
{
    CHECK(say("dtp::InvitationsTab", "%n were there already.", 1) == QStringLiteral("1 was there already."));
    CHECK(say("dtp::InvitationsTab", "%n were there already.", 2) == QStringLiteral("2 were there already."));
    CHECK(say("dtp::TaskDialog", "About %n minutes left", 1) == QStringLiteral("About 1 minute left"));
    CHECK(say("dtp::TaskDialog", "About %n minutes left", 2) == QStringLiteral("About 2 minutes left"));
    CHECK(say("Proposal", "%n left out because they are at risk.", 1) ==
          QStringLiteral("1 left out for being at risk."));
    CHECK(say("Proposal", "%n left out because they are at risk.", 2) ==
          QStringLiteral("2 left out because they are at risk."));
    CHECK(say("WorkshopActions", "%n people", 1) == QStringLiteral("1 person"));
    CHECK(say("dtp::InvitationsTab", "Propose %Ln people…", 3412) == QString::fromUtf8("Propose 3,412 people…"));
}

TEST_CASE("Every sentence with a number in the sources has its English for one and for many", "[plural]")
{
    const QString root = QStringLiteral(DTP_SOURCES);
    const QString known = read(root + QStringLiteral("/resources/translations/english.ts"));
    REQUIRE_FALSE(known.isEmpty());
    static const QRegularExpression sentence(QStringLiteral("\"([^\"\\n]*%L?n(?![a-z])[^\"\\n]*)\""));
    int found = 0;
    for (const char* folder : {"/ui", "/core", "/app"}) {
        QDirIterator files(root + QLatin1String(folder), {QStringLiteral("*.cpp")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            const QString source = read(path);
            for (auto matches = sentence.globalMatch(source); matches.hasNext(); ++found) {
                const QString text = matches.next().captured(1);
                INFO(path.toStdString() << ": " << text.toStdString());
                CHECK(known.contains(
                    QString(QStringLiteral("<source>") + text.toHtmlEscaped() + QStringLiteral("</source>"))));
            }
        }
    }
    CHECK(found >= 25);
}
