// SPDX-License-Identifier: GPL-3.0-or-later
#include "small_file.h"

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
    refused({text("Mali"), text("photo=perhaps")}, 1, text("perhaps"));
    refused({text("Mali"), text("selling=agreed")}, 1, text("selling"));
    refused({text("photo=agreed")}, 2, text("say whose answers these are"));
    refused({text("Mali"), text("--date"), text("2020-01-01")}, 2, text("say what was answered"));
    refused({text("Mali"), text("photo=agreed"), text("--date"), text("soon")}, 1, text("soon"));
    refused({text("Mali"), text("photo=agreed"), text("--date"), text("2999-01-01")}, 1, text("still to come"));
    CHECK(file.run({text("person"), text("consent"), text("Mali")}).out.count(text("Not asked")) == 7);
}
