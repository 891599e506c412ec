// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail_world.h"

#include <base/utc.h>
#include <records/cases.h>
#include <records/reports.h>

#include <QDir>

using namespace dtp;
using namespace dtp::test;

namespace
{
QString s(const char* text)
{
    return QString::fromUtf8(text);
}
} // namespace

TEST_CASE("An e-mail draft keeps every name and text, and no name begins a header of its own", "[consent][exports]")
{
    MailDraft draft;
    draft.to.address = s("sok@example.org");
    draft.at = utcMoment(QDate(2026, 6, 1), QTime(9, 30));
    draft.subject = s("The Diplomacy Training Program — for អ្នកការពារសិទ្ធិមនុស្ស — asks: what may we show about you?");
    draft.text = s("Dear Sòk,\n\n") + QString(300, QLatin1Char('x')) + s("\n=3D  \n.\nសុខ តារា ") +
                 QString(90, QChar(0x17A2)) + s("\n");
    const auto [name, header] = GENERATE(table<const char*, const char*>(
        {{"Sok Dara", "\"Sok Dara\" <sok@example.org>"},
         {"O\"Brien, \\Ann", "\"O\\\"Brien, \\\\Ann\" <sok@example.org>"},
         {"Sok\r\nBcc: all@example.org", "\"Sok Bcc: all@example.org\" <sok@example.org>"},
         {"=?UTF-8?B?QmNj?=", "Bcc <sok@example.org>"},
         {"", "sok@example.org"},
         {"សុខ តារា និង ឈ្មោះ វែង ណាស់ ដែល មិន ចូល ក្នុង មួយ បន្ទាត់", "សុខ តារា និង ឈ្មោះ វែង ណាស់ ដែល មិន ចូល ក្នុង មួយ "
                                                            "បន្ទាត់ <sok@example.org>"},
         {"Ana 😀 Silva", "Ana 😀 Silva <sok@example.org>"}}));
    draft.to.name = s(name);
    const QByteArray bytes = mailBytes(draft);
    const ReadMail mail = read(bytes);
    CHECK(mail.headers.size() == 7);
    CHECK(mail.header("X-Unsent") == s("1"));
    CHECK(mail.header("MIME-Version") == s("1.0"));
    CHECK(mail.header("Content-Type") == s("text/plain; charset=utf-8"));
    CHECK(mail.header("Content-Transfer-Encoding") == s("quoted-printable"));
    CHECK(mail.header("Date") == s("01 Jun 2026 09:30:00 +0000"));
    CHECK(mail.header("Subject") == draft.subject);
    CHECK(mail.text == draft.text + s("\n"));
    if (draft.to.name.startsWith(s("=?"))) // is not read as what it is not
        CHECK(bytes.contains(QByteArray("To: =?UTF-8?B?" + draft.to.name.toUtf8().toBase64() + "?=")));
    else
        CHECK(mail.header("To") == s(header));
}

TEST_CASE("Asking for consent by e-mail makes a draft for each person alone", "[consent][exports]")
{
    World world;
    const Person sok = world.person("Sok", "Dara/../x", "sok@example.org");
    const Person nok = world.person("Nok", "ณก", "old@example.org");
    world.contact(nok, "nok@münchen.example", true);
    ExportCall call;
    call.records = std::vector{sok.id.value, nok.id.value};
    call.answers.insert(s("until"), s("2026-06-20"));
    const auto preview = previewExport(*world.store, world.asked("consent-mail"), call, Audience::Public);
    REQUIRE_OK(preview);
    CHECK(preview->rows == 2);
    CHECK(preview->leftOut == QString());
    const QString folder = world.path(s("drafts"));
    const auto summary = writeExport(*world.store, world.asked("consent-mail"), call, folder, Audience::Public);
    REQUIRE_OK(summary);
    CHECK(summary->named == QSet<qint64>{sok.id.value, nok.id.value});
    CHECK(QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name) ==
          QStringList{s("001 Sok Dara x.eml"), s("002 Nok ณก.eml")});
    CHECK(QFile::permissions(folder) == (QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadUser |
                                         QFile::WriteUser | QFile::ExeUser));
    const QString first = QDir(folder).filePath(s("001 Sok Dara x.eml"));
    CHECK((QFile::permissions(first) & (QFile::ReadGroup | QFile::ReadOther)) == 0);
    const ReadMail mail = read(contentOf(first));
    CHECK(mail.header("To") == s("\"Sok Dara/../x\" <sok@example.org>"));
    CHECK(mail.header("Subject") == s("Diplomacy Training Program asks: What may we show about you?"));
    CHECK(mail.text.startsWith(s("Dear Sok Dara/../x,\n\nDiplomacy Training Program keeps your name")));
    CHECK(mail.text.count(s(": yes / no\n")) == 7);
    CHECK(mail.text.contains(s("- show photos in which I can be recognised: yes / no\n")));
    CHECK(mail.text.contains(s("Please answer by 20 June 2026.")));
    CHECK(mail.text.contains(s("You can take back any of this at any time")));
    CHECK(mail.text.trimmed().endsWith(s("\n\nWith kind regards,\nDiplomacy Training Program")));
    CHECK_FALSE(mail.text.contains(s("Nok")));
    const ReadMail other = read(contentOf(QDir(folder).filePath(s("002 Nok ณก.eml"))));
    CHECK(other.header("To") == s("Nok ณก <nok@xn--mnchen-3ya.example>"));
    // One entry in the ledger, with both in it.
    const auto entries = world.store->find<Disclosure>();
    REQUIRE_OK(entries);
    REQUIRE(entries->size() == 1);
    CHECK(entries->front().file == s("drafts"));
    CHECK(entries->front().what == s("Consent e-mails"));
    CHECK(entries->front().named == 2);
    // One purpose alone; and nothing is written over.
    call.answers.insert(s("purpose"), s("newsletter"));
    CHECK(writeExport(*world.store, world.asked("consent-mail"), call, folder, Audience::Internal).error().sentence ==
          s("“drafts” was not written: there is something of that name already. Choose another name for the folder."));
    CHECK(writeExport(*world.store, world.asked("consent-mail"), call, world.path(s("drafts.zip")), Audience::Internal)
              .error()
              .sentence == s("“drafts.zip” was not written: it is to be a folder, whose name has no ending."));
    const QString second = world.path(s("newsletter"));
    REQUIRE_OK(writeExport(*world.store, world.asked("consent-mail"), call, second, Audience::Internal));
    const ReadMail one = read(contentOf(QDir(second).filePath(s("001 Sok Dara x.eml"))));
    CHECK(one.text.count(s(": yes / no\n")) == 1);
    CHECK(one.text.contains(s("- send me its newsletter: yes / no\n")));
    CHECK(world.store->count(Entity::Disclosure).value() == 2);
}

TEST_CASE("Nobody is written to who must not be, and it is said who was left out", "[consent][exports]")
{
    World world;
    const Person sok = world.person("Sok", "Dara", "sok@example.org");
    Person dead = world.person("Ana", "Silva", "ana@example.org");
    world.change(dead, &Person::status, "deceased");
    Person atRisk = world.person("Mali", "Chai", "mali@example.org");
    world.change(atRisk, &Person::safetyLevel, "at_risk");
    Person unknownWord = world.person("Lea", "Vaa", "lea@example.org");
    world.change(unknownWord, &Person::safetyLevel, "no contact");
    Person channel = world.person("Tui", "Moa", "tui@example.org");
    world.change(channel, &Person::safeChannel, "Signal, evenings");
    const Person inCase = world.person("Rosa", "Tan", "rosa@example.org");
    RiskCase open;
    open.person = inCase.id;
    open.opened = QDate(2026, 5, 1);
    addRecords(*world.store, open);
    const Person barred = world.person("Nok", "Suwan", "");
    world.contact(barred, "nok@example.org", true, true);
    const Person none = world.person("Jon", "Lee", "");
    const Person two = world.person("Eva", "Two", "eva@example.org, boss@example.org");
    const Person injected = world.person("Bob", "Inj", "bob@example.org\r\nBcc: all@example.org");
    ExportCall call;
    const QString left =
        s("No e-mail for: Nok Suwan, Jon Lee (no address that may be used); Eva Two, Bob Inj (an address "
          "that is not one of one mailbox); Ana Silva (deceased); 4 people who are at risk or are "
          "reached by a safe channel: reach them in that way.");
    call.records = std::vector<qint64>{};
    for (const Person& one : {sok, dead, atRisk, unknownWord, channel, inCase, barred, none, two, injected})
        call.records->push_back(one.id.value);
    const auto preview = previewExport(*world.store, world.asked("consent-mail"), call, Audience::Internal);
    REQUIRE_OK(preview);
    CHECK(preview->rows == 1);
    CHECK(preview->leftOut == left);
    CHECK(preview->problem == QString());
    const QString folder = world.path(s("drafts"));
    const auto summary = writeExport(*world.store, world.asked("consent-mail"), call, folder, Audience::Internal);
    REQUIRE_OK(summary);
    CHECK(summary->named == QSet<qint64>{sok.id.value});
    CHECK(QDir(folder).entryList(QDir::Files) == QStringList{s("001 Sok Dara.eml")});
    // With nobody left, nothing is written and it is said why.
    call.records = std::vector{dead.id.value};
    CHECK(previewExport(*world.store, world.asked("consent-mail"), call, Audience::Internal)->problem ==
          s("There is nobody to write to."));
    CHECK(writeExport(*world.store, world.asked("consent-mail"), call, world.path(s("none")), Audience::Internal)
              .error()
              .sentence == s("There is nobody to write to. No e-mail for: Ana Silva (deceased)."));
    CHECK_FALSE(QFile::exists(world.path(s("none"))));
    CHECK(world.store->count(Entity::Disclosure).value() == 1);
}
