// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/export/export_words.h>

#include <QCoreApplication>
#include <QRegularExpression>

namespace dtp
{

namespace
{
struct Export {
    Q_DECLARE_TR_FUNCTIONS(Export)
};

QString counted(const Exportable& what, qint64 count)
{
    if (what.entity() == Entity::None)
        return count == 1 ? Export::tr("1 row") : Export::tr("%L1 rows").arg(count);
    const RecordType& type = recordType(what.entity());
    return Export::tr("%L1 %2", "number, type of record")
        .arg(count)
        .arg(count == 1 ? type.singularText() : type.pluralText());
}
} // namespace

QString previewSentence(const Exportable& what, const ExportPreview& preview)
{
    QStringList said;
    if (!preview.problem.isEmpty())
        said.append(preview.problem);
    else if (preview.rows < 0)
        said.append(preview.summary.sentence());
    else if (const QString parts = what.partsText(preview.rows); !parts.isEmpty())
        said.append(preview.rows == 1 ? Export::tr("%1 will be made, for one person.").arg(parts)
                                      : Export::tr("%1 will be made, one for each person.").arg(parts));
    else if (const QString done = what.doneWithText(preview.rows); !done.isEmpty())
        said.append(done);
    else if (preview.withheld == 0)
        said.append(preview.rows == 1 ? Export::tr("%1 will be in the file.").arg(counted(what, preview.rows))
                                      : Export::tr("All %1 will be in the file.").arg(counted(what, preview.rows)));
    else
        said.append(
            Export::tr("Of %1, %L2 will be in the file; %L3 will not: those whom they are about have not agreed, "
                       "or are at risk.")
                .arg(counted(what, preview.rows + preview.withheld))
                .arg(preview.rows)
                .arg(preview.withheld));
    if (preview.problem.isEmpty() && !preview.summary.withheld.empty())
        said.append(Export::tr("Withheld for “%1”: %2.")
                        .arg(audienceName(preview.summary.audience),
                             titlesOf(preview.summary.withheld).join(QStringLiteral(", "))));
    if (!preview.leftOut.isEmpty())
        said.append(preview.leftOut);
    return said.join(QLatin1Char('\n'));
}

QString exportButtonText(const Exportable& what, const ExportPreview& preview)
{
    if (!preview.problem.isEmpty() || preview.rows < 0)
        return Export::tr("Export");
    if (!what.deedText().isEmpty())
        return what.deedText();
    if (const QString parts = what.partsText(preview.rows); !parts.isEmpty())
        return Export::tr("Make %1", "such as 3 forms").arg(parts);
    return Export::tr("Export %1").arg(counted(what, preview.rows));
}

QString suggestedFileName(const Store& store, const Exportable& what, const ExportCall& call, Audience audience,
                          const QString& ending)
{
    static const QRegularExpression refused(QStringLiteral("[\\\\/:*?\"<>|\\x00-\\x1f]+"));
    const QString title = traitsOf(audience).isGated() ? what.title() : what.nameOf(store, call);
    const QString name = QString(title).replace(refused, QStringLiteral(" ")).simplified().left(80);
    if (!ending.isEmpty())
        return name + QLatin1Char('.') + ending;
    // A folder is not written over: each day has its own.
    return name + QLatin1Char(' ') + store.environment().clock->today().toString(Qt::ISODate);
}

QString fileKind(const QString& format, const QString& ending)
{
    return format + (ending.isEmpty() ? QStringLiteral(" (*)") : QStringLiteral(" (*.") + ending + QLatin1Char(')'));
}

} // namespace dtp
