// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli.h"

#include <base/text.h>

#include <QJsonDocument>

namespace dtp::cli
{

namespace
{
constexpr qsizetype widestColumn = 60;

// What a terminal would obey is data here, and is not passed on.
QString harmless(const QString& text)
{
    QString clean = withoutControls(text);
    return clean.replace(QLatin1Char('\n'), QLatin1Char(' ')).replace(QLatin1Char('\t'), QLatin1Char(' '));
}
} // namespace

QJsonValue jsonKey(qint64 key)
{
    return QString::number(key);
}

void Output::json(const QJsonObject& object)
{
    if (m_json)
        m_bytes += QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

void Output::json(const QJsonArray& array)
{
    if (m_json)
        m_bytes += QJsonDocument(array).toJson(QJsonDocument::Compact) + '\n';
}

void Output::line(const QString& text)
{
    if (!m_json)
        m_bytes += harmless(text).toUtf8() + '\n';
}

void Output::table(const std::vector<QStringList>& rows)
{
    std::vector<qsizetype> widths;
    for (const QStringList& row : rows) {
        widths.resize(std::max(widths.size(), static_cast<size_t>(row.size())));
        for (qsizetype i = 0; i < row.size(); ++i) {
            qsizetype& width = widths[static_cast<size_t>(i)];
            width = std::min(widestColumn, std::max(width, harmless(row.at(i)).size()));
        }
    }
    for (const QStringList& row : rows) {
        QString text;
        for (qsizetype i = 0; i < row.size(); ++i)
            text += harmless(row.at(i)).leftJustified(i + 1 < row.size() ? widths[static_cast<size_t>(i)] + 2 : 0);
        line(text.trimmed());
    }
}

void Output::result(const QString& sentence, const QJsonObject& object)
{
    json(object);
    line(sentence);
}

} // namespace dtp::cli
