// SPDX-License-Identifier: GPL-3.0-or-later
#include "export_lists.h"

#include <privacy/threshold.h>

#include <QCoreApplication>

namespace dtp::cli
{

Option audienceOption(const char* help)
{
    static const QByteArray codes = audienceCodes().join(QLatin1Char('|')).toLatin1();
    return {"--audience", codes.constData(),
            help ? help : "for whom it is (default internal); decides who is named and what is shown",
            Option::Kind::Choice};
}

Audience audienceOf(const Call& call)
{
    return audienceFromCode(call.value("--audience")).value_or(Audience::Internal);
}

Option recipientOption()
{
    return {
        "--given-to", "WHOM",
        QT_TRANSLATE_NOOP("Cli", "to whom it is given: “River Fund”; kept in the ledger, so that it can be recalled"),
        Option::Kind::Text};
}

Option thresholdOption()
{
    return {
        "--threshold", "N",
        QT_TRANSLATE_NOOP("Cli", "show outsiders no count of fewer than N people; N is at least what “settings” says"),
        Option::Kind::Count};
}

Result<int> thresholdOf(const Store& store, const Call& call)
{
    if (!call.has("--threshold"))
        return 0;
    return askedSmallCell(store, call.value("--threshold"));
}

void printDisclosure(const QString& file, const DisclosureSummary& summary, Output& output, QJsonObject more)
{
    more[QStringLiteral("file")] = file;
    more[QStringLiteral("audience")] = audienceCode(summary.audience);
    more[QStringLiteral("named")] = summary.named.size();
    more[QStringLiteral("counted")] = summary.counted.size();
    more[QStringLiteral("left_out")] = summary.leftOut.size();
    more[QStringLiteral("pictured")] = summary.pictured.size();
    more[QStringLiteral("pictures_left_out")] = summary.refusedPictures + summary.unknownPictures;
    output.result(QCoreApplication::translate("Cli", "Wrote “%1”. For: %2. %3")
                      .arg(file, audienceName(summary.audience), summary.sentence()),
                  more);
}

} // namespace dtp::cli
