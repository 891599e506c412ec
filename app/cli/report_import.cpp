// SPDX-License-Identifier: GPL-3.0-or-later
#include "typed_value.h"
#include "verbs.h"

#include <reporting/text_import.h>

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace dtp::cli
{

namespace
{
constexpr qint64 longestReport = 50LL << 20;

struct Cli {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

Outcome run(const Session& session, const Call& call, Output& output)
{
    const QString path = call.arguments.front();
    const QFileInfo info(path);
    QFile file(path);
    if (!info.isFile() || !file.open(QIODevice::ReadOnly))
        return tl::unexpected<Failure>(
            Error{Cli::tr("“%1” is not there, or you may not read it.").arg(path), file.errorString()});
    if (file.size() > longestReport)
        return tl::unexpected<Failure>(
            Error{Cli::tr("“%1” is larger than 50 MB: that is no text of a report.").arg(path), QString()});
    const QByteArray bytes = file.readAll();
    DTP_TRY(store, session.openToWrite(call));
    const Field& titleField = *recordType<Report>().fieldNamed(QStringLiteral("title"));
    DTP_TRY(title, typedValue(*store, titleField, call.value("--title")));
    DTP_TRY(id, importReport(*store, bytes, title.toString(), info.fileName()));
    DTP_TRY(report, store->get(id));
    DTP_TRY(sections, store->count(Entity::ReportSection, Where("report_id", id)));
    DTP_TRY(recommendations, store->count(Entity::Recommendation, Where("report_id", id)));
    output.result(Cli::tr("Brought in “%1” with %2 and %3; its number is %4.")
                      .arg(report.title, Cli::tr("%n sections", nullptr, static_cast<int>(sections)),
                           Cli::tr("%n recommendations", nullptr, static_cast<int>(recommendations)),
                           QString::number(id.value)),
                  {{QStringLiteral("id"), jsonKey(id.value)},
                   {QStringLiteral("title"), report.title},
                   {QStringLiteral("sections"), sections},
                   {QStringLiteral("recommendations"), recommendations}});
    return {};
}
} // namespace

Verb reportImportVerb()
{
    return {"report import",
            "FILE",
            QT_TRANSLATE_NOOP("Cli", "Bring in a report that exists as plain text or Markdown."),
            QT_TRANSLATE_NOOP("Cli", "Headings become sections, lists stay lists, recommendations become records."),
            {{"--title", "T", QT_TRANSLATE_NOOP("Cli", "its title, where it is not to be taken from the text"),
              Option::Kind::Text}},
            1,
            1,
            false,
            nullptr,
            &run};
}

} // namespace dtp::cli
