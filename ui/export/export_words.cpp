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
    return said.join(QLatin1Char('\n'));
}

QString exportButtonText(const Exportable& what, const ExportPreview& preview)
{
    if (!preview.problem.isEmpty() || preview.rows < 0)
        return Export::tr("Export");
    if (!what.goesTo().isEmpty())
        return preview.rows == 1 ? Export::tr("Make 1 form") : Export::tr("Make %L1 forms").arg(preview.rows);
    return Export::tr("Export %1").arg(counted(what, preview.rows));
}

QString suggestedFileName(const Store& store, const Exportable& what, const ExportCall& call, Audience audience)
{
    static const QRegularExpression refused(QStringLiteral("[\\\\/:*?\"<>|\\x00-\\x1f]+"));
    const QString title = traitsOf(audience).isGated() ? what.title() : what.nameOf(store, call);
    return QString(title).replace(refused, QStringLiteral(" ")).simplified().left(80);
}

} // namespace dtp
