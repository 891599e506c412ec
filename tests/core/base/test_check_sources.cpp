// SPDX-License-Identifier: GPL-3.0-or-later
// What scripts/check-sources finds, in a tree of one file.
#include <support/catch.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>

namespace
{
struct Checked {
    int code = 0;
    QString said;
};

Checked check(const char* what, const QString& path, const QString& source)
{
    const QTemporaryDir tree;
    REQUIRE(tree.isValid());
    const QString script = tree.filePath(QStringLiteral("scripts/check-sources"));
    REQUIRE(QDir(tree.path()).mkpath(QStringLiteral("scripts")));
    REQUIRE(QFile::copy(QStringLiteral(DTP_SOURCES "/scripts/check-sources"), script));
    const QString placed = tree.filePath(path);
    REQUIRE(QDir().mkpath(QFileInfo(placed).path()));
    QFile file(placed);
    REQUIRE(file.open(QFile::WriteOnly));
    file.write(source.toUtf8());
    file.close();
    QProcess run;
    run.setProcessChannelMode(QProcess::MergedChannels);
    run.start(QStringLiteral("bash"), {script, QLatin1String(what), path});
    REQUIRE(run.waitForFinished(30'000));
    return {run.exitCode(), QString::fromUtf8(run.readAll())};
}
} // namespace

TEST_CASE("a test for one kind of field fails wherever it stands, but in core/records", "[check-sources]")
{
    for (const char* line : {"if (field.kind == FieldKind::Text)", "return FieldKind::Blob != kind;",
                             "case FieldKind::Flag:", "for (FieldKind kind : {FieldKind::Text, FieldKind::Url})",
                             "using K = FieldKind;", "using enum FieldKind;", "kind == static_cast<FieldKind>(3)"}) {
        const QString source = QString::fromLatin1(line) + QLatin1Char('\n');
        INFO(line);
        const Checked found = check("kinds", QStringLiteral("ui/records/form.cpp"), source);
        CHECK(found.code == 1);
        CHECK(found.said.startsWith(QStringLiteral("ui/records/form.cpp:1: ") + source));
        CHECK(check("kinds", QStringLiteral("core/records/kinds.cpp"), source).code == 0);
    }
    for (const char* line : {"{FieldKind::Text, &compareText}, {FieldKind::Url, &compareText},",
                             "const Editor& editorOf(FieldKind kind);", "traitsOf(field).isReference()"}) {
        INFO(line);
        CHECK(check("kinds", QStringLiteral("ui/records/form.cpp"), QString::fromLatin1(line)).code == 0);
    }
}

TEST_CASE("a test that sleeps fails, but where it looks for something in a loop", "[check-sources]")
{
    const QString path = QStringLiteral("tests/ui/test_a.cpp");
    for (const char* lines : {"QTest::qWait(20);", "while (!isDone)\n    QTest::qWait(20);", "QTest::qSleep(20);",
                              "QThread::msleep(20);", "while (!isDone)\n    look();\nQThread::usleep(20);",
                              "if (!isDone)\n    ::sleep(1);", "std::this_thread::sleep_for(20ms);"}) {
        INFO(lines);
        const Checked found = check("waits", path, QString::fromLatin1(lines) + QLatin1Char('\n'));
        CHECK(found.code == 1);
        CHECK(found.said.startsWith(path + QLatin1Char(':')));
    }
    for (const char* lines :
         {"while (!isDone)\n    QThread::msleep(5);",
          "while (!isDone) {\n    if (isLate())\n        return;\n    QThread::usleep(100);\n}",
          "CHECK(QTest::qWaitFor([&] { return isDone; }));", "mayEnd = true; // not by sleep(1)"}) {
        INFO(lines);
        CHECK(check("waits", path, QString::fromLatin1(lines)).code == 0);
    }
}
