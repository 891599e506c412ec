// SPDX-License-Identifier: GPL-3.0-or-later
// Columns beside agreements that speak of agreeing, of secrecy or of mail without saying what for.
#include "consent_helpers.h"

#include <support/catch.h>

using namespace dtp;
using namespace dtp::test;

namespace
{
struct Read {
    QString agreed; // purposes
    QString told;
};
Read readBeside(const char* heading, const char* answer)
{
    FreshStore store;
    const SheetFiles files;
    const ImportPlan plan = import(
        *store,
        files.write(
            QStringLiteral("r.csv"),
            QByteArray(
                "Name,Country,E-mail,Agrees to publicity,Agrees to be named to funders,Agrees to the newsletter,\"") +
                heading + "\"\nAlma Borges,Fiji,a@example.org,Yes,Yes,Yes,\"" + answer + "\"\n"));
    QStringList agreed;
    const Person alma = personCalled(*store, QStringLiteral("Alma"), QStringLiteral("Borges"));
    for (const Consent& consent : ofPerson<Consent>(*store, alma.id)) {
        if (consent.answer == QStringLiteral("agreed"))
            agreed.append(consent.purpose);
    }
    agreed.sort();
    return {agreed.join(QLatin1Char(' ')),
            plan.rows()[0].warnings.join(QString()) + plan.counts().consentRemarks.join(QString())};
}
} // namespace

TEST_CASE("Beside a column that says that nothing is agreed no agreement counts, and that is told",
          "[import][consent][beside]")
{
    const auto [heading, answer] = GENERATE(table<const char*, const char*>({{"Opt-in", "no"},
                                                                             {"Opted in?", "No"},
                                                                             {"Opt in", "pending"},
                                                                             {"Opt out", "yes"},
                                                                             {"Opt-out", "x"},
                                                                             {"Opted out on", "2019-05-03"},
                                                                             {"Consent form", "not signed"},
                                                                             {"Consent form", "no"},
                                                                             {"Consent form", "not received"},
                                                                             {"Consent form", "missing"},
                                                                             {"Consent form received", "No"},
                                                                             {"Consent", "pending"},
                                                                             {"Consent status", "unclear"},
                                                                             {"Form signed", "no"},
                                                                             {"Release form signed", "No"},
                                                                             {"Signed form", "not yet"},
                                                                             {"Signature", "refused"},
                                                                             {"Unsubscribed", "yes"},
                                                                             {"Unsubscribed on", "2019-05-03"},
                                                                             {"Unsubscribe", "x"},
                                                                             {"Keep anonymous", "yes"},
                                                                             {"Sensitive", "yes"},
                                                                             {"Safe to publish", "No"},
                                                                             {"Confidentiality", "high"},
                                                                             {"Confidentiality level", "strict"},
                                                                             {"Confidentiality", "Yes"},
                                                                             {"Confidential", "yes"},
                                                                             {"Confidential?", "x"},
                                                                             {"Confidential", "very"},
                                                                             {"GDPR", "no"},
                                                                             {"GDPR consent", "not given"},
                                                                             {"GDPR form", "pending"}}));
    INFO(heading << ": " << answer);
    const Read read = readBeside(heading, answer);
    CHECK((read.agreed.isEmpty() || read.agreed == QStringLiteral("newsletter")));
    CHECK(read.told.contains(QString::fromUtf8(answer)));
}

TEST_CASE("Beside a column that says that it is agreed, or says nothing, agreements count as before",
          "[import][consent][beside]")
{
    const auto [heading, answer] = GENERATE(table<const char*, const char*>({{"Consent form", "signed"},
                                                                             {"Consent form", "signed 3 May 2019"},
                                                                             {"Consent form", "yes"},
                                                                             {"Consent form", "on file"},
                                                                             {"Consent form", "received"},
                                                                             {"Consent form", ""},
                                                                             {"Consent form", "2019-05-03"},
                                                                             {"Form signed", "yes"},
                                                                             {"Form signed", "3 May 2019"},
                                                                             {"Application form signed", "no"},
                                                                             {"Opt-in", "yes"},
                                                                             {"Opt in", "x"},
                                                                             {"Opt out", "no"},
                                                                             {"Opt out", ""},
                                                                             {"Confidential", "no"},
                                                                             {"Confidential", ""},
                                                                             {"Confidentiality", "low"},
                                                                             {"Confidentiality", "none"},
                                                                             {"Confidentiality", "normal"},
                                                                             {"Confidentiality agreement", "signed"},
                                                                             {"GDPR", "yes"},
                                                                             {"GDPR", "OK"},
                                                                             {"Unsubscribed", "no"},
                                                                             {"Unsubscribed", ""},
                                                                             {"Signature", ""},
                                                                             {"Optional tour", "no"}}));
    INFO(heading << ": " << answer);
    CHECK(readBeside(heading, answer).agreed == QStringLiteral("funders newsletter publicity"));
}
