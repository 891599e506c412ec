// SPDX-License-Identifier: GPL-3.0-or-later
#include "small_file.h"

using namespace dtp;
using namespace dtp::test;

TEST_CASE("A deed is done to people who are named, as one change", "[cli][deeds]")
{
    const ClosedFile file;
    const CliRun invited = file.run({text("do"), text("invite"), text("people"), text("Dara Sok"), text("Mali Chai"),
                                     text("workshop=Planning meeting"), text("state=invited")});
    CHECK(invited.code == 0);
    CHECK(invited.out == text("Put 2 people on the list of “Planning meeting”.\n"));
    CHECK(file.json({text("history")}).json().array().size() == 5);
    CHECK(file.run({text("do"), text("set"), text("people"), text("Mali"), text("place=Chiang Mai")}).out ==
          text("Set “Place” of Mali Chai to “Chiang Mai”.\n"));
    CHECK(file.run({text("do"), text("set"), text("people"), text("Mali"), text("place=")}).out ==
          text("Emptied “Place” of Mali Chai.\n"));
    CHECK(file.run({text("do"), text("remove"), text("people"), text("Mali")}).out ==
          text("Deleted person “Mali Chai”.\n"));
    CHECK(file.run({text("undo")}).code == 0);
    CHECK(file.json({text("search"), text("mali")}).json().array().size() == 1);
}

TEST_CASE("A deed that cannot be done says why and changes nothing", "[cli][deeds]")
{
    const ClosedFile file;
    const auto refused = [&](const QStringList& words, int code, const QString& sentence) {
        const CliRun run = file.run(QStringList{text("do")} + words);
        CHECK(run.code == code);
        CHECK(run.err.startsWith(sentence));
    };
    refused({text("dance"), text("people"), text("Mali")}, 2, text("There is no deed “dance”."));
    refused({text("remove"), text("ghosts"), text("Mali")}, 2, text("“ghosts” is not a kind of record."));
    refused({text("invite"), text("people"), text("Mali")}, 1, text("“Workshop” is missing."));
    refused({text("invite"), text("organisations"), text("workshop=Planning meeting")}, 1,
            text("This cannot be done with organisations."));
    refused({text("set"), text("people"), text("Mali"), text("birth_year=soon")}, 1, QString());
    // One value of one field: the others would be dropped without a word.
    refused({text("set"), text("people"), text("Mali"), text("place=Pai"), text("country=TH")}, 2,
            text("“country=TH” is one too many"));
    refused({text("log-contact"), text("people"), text("Mali"), text("text=a"), text("text=b")}, 2,
            text("“text=b” is one too many"));
    // What is misspelt is not taken for a record alone.
    refused(
        {text("set"), text("people"), text("Mali"), text("plaice=Pai")}, 2,
        text(
            "“plaice=Pai” is neither told to this deed nor a record. Nothing was changed. It is told: given_name=…,"));
    refused({text("log-contact"), text("people"), text("Mali")}, 1, text("“What was said” is missing."));
    // What can be written is said: all of few words, and the nearest of many.
    refused({text("record-consent"), text("people"), text("Mali"), text("purpose=photo"), text("answer=maybe")}, 1,
            text("“maybe” is none of the words for “Answer”. Write one of: agreed, refused, withdrawn."));
    refused({text("add-skill"), text("people"), text("Mali"), text("skill=treatyy")}, 1,
            text("“treatyy” is none of the words for “Skill”. Some of the 42: un_treaty_bodies, "));
    refused({text("open-case"), text("people"), text("Mali"), text("opened_on=2999-01-01")}, 1, text("1 Jan 2999"));
    CHECK(file.json({text("history")}).json().array().size() == 4);
}

TEST_CASE("Consents, skills and tasks are worked on by deeds", "[cli][deeds]")
{
    const ClosedFile file;
    const auto done = [&](const QStringList& words) { return file.run(QStringList{text("do")} + words).out; };
    CHECK(done({text("record-consent"), text("people"), text("Mali"), text("Dara Sok"), text("purpose=funders"),
                text("answer=agreed"), text("method=form")}) ==
          text("Entered a consent of 2 people: Funder reports by name.\n"));
    CHECK(file.json({text("search"), text("consent:funders")}).json().array().size() == 2);
    CHECK(done({text("make-task"), text("people"), text("Mali"), text("title=Ask for a photo")}) ==
          text("Made the task “Ask for a photo” for Mali Chai.\n"));
    CHECK(done({text("finish"), text("tasks"), text("Ask for a photo")}) == text("Finished “Ask for a photo”.\n"));
}
