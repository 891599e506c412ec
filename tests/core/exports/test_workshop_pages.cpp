// SPDX-License-Identifier: GPL-3.0-or-later
// Agenda and sign-in sheet as they stand on paper, measured by a program that shares nothing with the writer.
#include <support/add_records.h>
#include <support/catch.h>
#include <support/fresh_store.h>

#include <exports/export_catalogue.h>
#include <records/workshops.h>

#include <QProcess>
#include <QRegularExpression>

using namespace dtp;
using namespace dtp::test;

namespace
{
constexpr double edge = 64; // points from the edge of the paper

struct Word {
    int page = 0;
    double left = 0;
    double top = 0;
    double height = 0;
    QString text;
};

// A workshop of two days, with two who come and a session that one of them leads.
struct Meeting : FreshStore {
    Meeting()
    {
        Workshop record;
        record.title = QStringLiteral("Alumni meeting");
        record.start = QDate(2026, 9, 14);
        record.end = QDate(2026, 9, 15);
        record.country = QStringLiteral("TH");
        addRecords(*store, record);
        workshop = record.id;
        for (const char* given : {"Asha", "Bina"}) {
            Invitation coming;
            coming.workshop = workshop;
            coming.person = addPerson(*store, QString::fromLatin1(given), QStringLiteral("Rai")).id;
            coming.state = QStringLiteral("accepted");
            addRecords(*store, coming);
            leader = coming.person;
        }
        Session session;
        session.workshop = workshop;
        session.title = QStringLiteral("Opening");
        session.start = QDateTime(QDate(2026, 9, 14), QTime(9, 0));
        session.end = QDateTime(QDate(2026, 9, 14), QTime(10, 0));
        addRecords(*store, session);
        added(*store, Facilitation{{}, session.id, leader, QStringLiteral("facilitator")});
    }

    std::vector<Word> words(const char* what)
    {
        ExportCall call;
        call.answers.insert(QStringLiteral("workshop"), workshop.value);
        const QString file = path(QStringLiteral("pages.pdf"));
        REQUIRE_OK(writeExport(*store, *exportableOf(QLatin1String(what)), call, file, Audience::Internal));
        QProcess process;
        process.start(QStringLiteral("pdftotext"), {QStringLiteral("-bbox"), file, QStringLiteral("-")});
        REQUIRE(process.waitForFinished());
        static const QRegularExpression one(
            QStringLiteral("<page|<word xMin=\"([0-9.]+)\" yMin=\"([0-9.]+)\" xMax=\"[0-9.]+\" "
                           "yMax=\"([0-9.]+)\">([^<]*)</word>"));
        std::vector<Word> all;
        int page = -1;
        for (auto it = one.globalMatch(QString::fromUtf8(process.readAllStandardOutput())); it.hasNext();) {
            const auto match = it.next();
            if (match.captured(0) == QLatin1String("<page"))
                ++page;
            else
                all.push_back({page, match.captured(1).toDouble(), match.captured(2).toDouble(),
                               match.captured(3).toDouble() - match.captured(2).toDouble(), match.captured(4)});
        }
        return all;
    }

    Id<Workshop> workshop;
    Id<Person> leader;
};

Word wordIn(const std::vector<Word>& words, const char* text, int page = 0)
{
    const QString wanted = QString::fromUtf8(text);
    const auto found =
        std::find_if(words.begin(), words.end(), [&](const Word& w) { return w.page == page && w.text == wanted; });
    INFO(text);
    REQUIRE(found != words.end());
    return *found;
}
} // namespace

TEST_CASE("A sign-in sheet has room to sign, and lines for those who are not on the list", "[workshop pages]")
{
    Meeting meeting;
    const std::vector<Word> words = meeting.words("sign-in-sheet");
    const Word first = wordIn(words, "Asha");
    const Word second = wordIn(words, "Bina");
    CHECK(second.top - first.top > 34); // 12 millimetres
    CHECK(wordIn(words, "4").top - wordIn(words, "3").top > 34);
    CHECK(wordIn(words, "7").top > wordIn(words, "6").top);
    CHECK(wordIn(words, "Tuesday", 1).page == 1); // a sheet a day
    // Heads and table begin at one edge.
    CHECK(std::abs(wordIn(words, "Alumni").left - edge) < 2);
    CHECK(std::abs(wordIn(words, "Monday").left - edge) < 2);
    for (const Word& word : words)
        CHECK(word.left > edge - 1);
}

TEST_CASE("A printed agenda names all of its days, and who leads in the row of the session", "[workshop pages]")
{
    Meeting meeting;
    const std::vector<Word> words = meeting.words("agenda");
    CHECK(wordIn(words, "14–15").top < wordIn(words, "Monday").top);
    const Word session = wordIn(words, "Opening");
    const Word led = wordIn(words, "Led");
    CHECK(led.left == session.left);
    CHECK(led.top - session.top < 14); // the next line of one row, whose rows stand further apart
    CHECK(wordIn(words, "09:00–10:00").top == session.top);
}

TEST_CASE("The days of an agenda and of a sign-in sheet look smaller than its title", "[workshop pages]")
{
    Meeting meeting;
    for (const char* what : {"agenda", "sign-in-sheet"}) {
        INFO(what);
        const std::vector<Word> words = meeting.words(what);
        const Word title = wordIn(words, "Alumni");
        const Word day = wordIn(words, "Monday");
        CHECK(day.height < 0.75 * title.height);
        CHECK(day.height > wordIn(words, "Bina").height); // and larger than the rows below
    }
}
