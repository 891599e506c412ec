// SPDX-License-Identifier: GPL-3.0-or-later
#include "small_file.h"

#include <QDir>
#include <QFile>

using namespace dtp;
using namespace dtp::test;

TEST_CASE("The consents of people are entered and shown purpose by purpose", "[cli][consent]")
{
    const ClosedFile file;
    const CliRun done =
        file.run({text("person"), text("consent"), text("Mali"), text("directory=agreed"), text("photo=no"),
                  text("--date"), text("2020-11-20"), text("--method"), text("e-mail")});
    CHECK(done.err == QString());
    CHECK(done.out == text("Entered 2 answers about consent of Mali Chai.\n"));
    const QJsonObject states = file.json({text("person"), text("consent"), text("Mali")})
                                   .json()
                                   .array()
                                   .first()
                                   .toObject()
                                   .value(text("consents"))
                                   .toObject();
    CHECK(states.value(text("directory")).toString() == text("agreed"));
    CHECK(states.value(text("photo")).toString() == text("refused"));
    CHECK(states.value(text("newsletter")).toString() == text("not asked"));
    const QString shown = file.run({text("person"), text("consent"), text("Mali")}).out;
    CHECK(shown.startsWith(text("Mali Chai:\n")));
    CHECK(shown.contains(text("Agreed, 20 Nov 2020")));
    CHECK(shown.contains(text("Refused, 20 Nov 2020")));
    CHECK(file.run({text("undo")}).code == 0);
    CHECK(file.run({text("person"), text("consent"), text("Mali")}).out.count(text("Not asked")) == 7);
}

TEST_CASE("Undoing a refusal says whose agreement counts again", "[cli][consent]")
{
    const ClosedFile file;
    const auto answer = [&](const char* words, const char* day) {
        return file.run({text("person"), text("consent"), text("Mali"), text(words), text("--date"), text(day)}).code;
    };
    const QString told = text("1 person counts as agreeing again who did not any more: Mali Chai (Publicity). If they "
                              "still do not agree, enter that again.\n");
    CHECK(answer("publicity=agreed", "2020-11-20") == 0);
    CHECK(answer("publicity=withdrawn", "2021-11-20") == 0);
    CHECK(file.run({text("undo"), text("--only"), text("1")}).out.endsWith(told));
    CHECK(file.run({text("undo")}).out.contains(text("Undone: Take back:"))); // the withdrawal counts again
    const QString undone = file.run({text("undo")}).out;
    CHECK(undone.endsWith(told));
    CHECK(file.run({text("redo")}).code == 0);
    CHECK(file.json({text("undo")}).json().object().value(text("people_agreeing_again")).toInt() == 1);
    CHECK(file.json({text("undo")}).json().object().value(text("people_agreeing_again")).toInt() == 0);
}

TEST_CASE("Doing an agreement again that follows a refusal says whose agreement counts again", "[cli][consent]")
{
    const ClosedFile file;
    const auto answer = [&](const char* words, const char* day) {
        return file.run({text("person"), text("consent"), text("Mali"), text(words), text("--date"), text(day)}).code;
    };
    CHECK(answer("publicity=refused", "2020-11-20") == 0);
    CHECK(answer("publicity=agreed", "2021-11-20") == 0);
    CHECK(file.run({text("undo")}).code == 0);
    CHECK(file.run({text("redo")})
              .out.endsWith(text("1 person counts as agreeing again who did not any more: Mali "
                                 "Chai (Publicity). If they still do not agree, enter that "
                                 "again.\n")));
}

TEST_CASE("Answers about consent that are not understood say why and change nothing", "[cli][consent]")
{
    const ClosedFile file;
    const auto refused = [&](const QStringList& words, int code, const QString& part) {
        const CliRun run = file.run(QStringList{text("person"), text("consent")} + words);
        CHECK(run.code == code);
        CAPTURE(run.err.toStdString());
        CHECK(run.err.contains(part));
    };
    refused({text("Mali"), text("photo=")}, 2, text("“photo=” is not understood"));
    refused({text("Mali"), text("photo=perhaps")}, 1, text("Write one of: agreed, refused, withdrawn."));
    refused({text("Mali"), text("selling=agreed")}, 1, text("Write one of: directory, contact_details, "));
    refused({text("photo=agreed")}, 2, text("say whose answers these are"));
    refused({text("Mali"), text("--date"), text("2020-01-01")}, 2, text("say what was answered"));
    refused({text("Mali"), text("photo=agreed"), text("--date"), text("soon")}, 1, text("soon"));
    refused({text("Mali"), text("photo=agreed"), text("--date"), text("2999-01-01")}, 1, text("still to come"));
    refused({text("Mali"), text("photo=agreed"), text("--method"), QString(100'000, u'x')}, 1,
            text("“How” is 100,000 signs long: write at most 1,000."));
    refused({text("Mali"), text("photo=agreed"), text("--asked-by"), QString(1'001, u'x')}, 1, text("signs long"));
    CHECK(file.run({text("person"), text("consent"), text("Mali")}).out.count(text("Not asked")) == 7);
}

TEST_CASE("How consent was asked for is kept without control characters", "[cli][consent]")
{
    const ClosedFile file;
    CHECK(file.run({text("person"), text("consent"), text("Mali"), text("photo=agreed"), text("--method"),
                    text("signed\x1b[2J\nform"), text("--asked-by"), text("Ana\x07")})
              .code == 0);
    FixedClock clock{utcMoment(QDate(2026, 6, 1), QTime(9, 0))};
    Environment environment;
    environment.clock = &clock;
    const auto store = Store::open(file.database(), environment, OpenMode::ReadOnly);
    REQUIRE_OK(store);
    const auto consents = (*store)->find<Consent>();
    REQUIRE_OK(consents);
    REQUIRE(consents->size() == 1);
    for (const QString& kept : {consents->front().method, consents->front().askedBy}) {
        CHECK_FALSE(kept.isEmpty());
        CHECK(std::none_of(kept.begin(), kept.end(), [](QChar c) { return c.category() == QChar::Other_Control; }));
    }
}

TEST_CASE("People are asked for consent by e-mail, waited for, and answer by a spreadsheet", "[cli][consent]")
{
    const ClosedFile file;
    const auto import = [&](const char* name, const char* rows) {
        QFile sheet(file.path(name));
        REQUIRE(sheet.open(QIODevice::WriteOnly));
        sheet.write(rows);
        sheet.close();
        const CliRun run = file.run({text("import"), text("people"), file.path(name)});
        CHECK(run.code == 0);
        return run.out;
    };
    import("addresses.csv", "Name,Email\nNok Suwan,nok@example.org\n");
    const QStringList ask{text("do"),   text("ask-for-consent"), text("people"), text("Nok Suwan"),
                          text("Mali"), text("kind=email")};
    const CliRun past = file.run(ask + QStringList{text("next_action_on=2001-01-01")});
    CHECK(past.code == 1);
    CHECK(past.err.contains(text("1 Jan 2001 is past")));
    CHECK(file.run(ask).out ==
          text("Noted that you asked Nok Suwan for consent. No e-mail for: Mali Chai (no address that "
               "may be used).\n"));
    CHECK(file.run({text("person"), text("consent"), text("Nok Suwan")}).out.count(text("no answer yet")) == 7);
    CHECK(file.json({text("person"), text("consent"), text("Nok Suwan")})
              .json()
              .array()
              .first()
              .toObject()
              .value(text("waiting"))
              .toBool());
    const QStringList mail{text("export"),  text("consent-mail"),        file.path("drafts"),
                           text("--query"), text("consent_waiting:any"), text("--audience"),
                           text("public")};
    const CliRun made = file.run(mail);
    CHECK(made.err == QString());
    CHECK(made.out.contains(text("1 person: 1 named")));
    CHECK_FALSE(made.out.contains(text("Mali"))); // who was not asked
    CHECK(QDir(file.path("drafts")).entryList(QDir::Files) == QStringList{text("001 Nok Suwan.eml")});
    CHECK(file.run(mail).err.contains(text("there is something of that name already")));
    import("answers.csv", "Name,Email,Newsletter,Photo consent\nNok Suwan,nok@example.org,Yes,No\n");
    CHECK(file.json({text("search"), text("consent_waiting:any")}).json().array().isEmpty());
    // An agreement that comes in a file does not take a refusal back, which is said.
    const QString late = import("late.csv", "Name,Email,Photo consent\nNok Suwan,nok@example.org,Yes\n");
    CHECK(late.contains(text("1 agreement in the file does not count")));
}
