// SPDX-License-Identifier: GPL-3.0-or-later
#include <sheets/list_cell.h>
#include <writers/vcard_writer.h>

#include <QCoreApplication>
#include <QHash>
#include <QIODevice>

namespace dtp
{

namespace
{
constexpr qsizetype longestLine = 75; // bytes, without the line break
constexpr qint64 cardsBetweenReports = 1000;

// RFC 6350, 3.4: backslash, comma, semicolon and line breaks within a value.
QString escaped(const QString& text)
{
    QString safe;
    safe.reserve(text.size() + 8);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t u = text.at(i).unicode();
        if (u == u'\r') {
            if (i + 1 < text.size() && text.at(i + 1) == u'\n')
                continue;
            safe += QLatin1String("\\n");
        } else if (u == u'\n') {
            safe += QLatin1String("\\n");
        } else if (u == u'\\' || u == u',' || u == u';') {
            safe += u'\\';
            safe += text.at(i);
        } else if (u >= 0x20 && u != 0x7F) {
            safe += text.at(i);
        } else if (u == u'\t') {
            safe += u' ';
        }
    }
    return safe;
}

// RFC 6350, 3.2: long lines go on behind a line break and a space, never within a sign.
void addLine(QByteArray& card, const QString& line)
{
    const QByteArray bytes = line.toUtf8();
    qsizetype from = 0;
    qsizetype room = longestLine;
    while (bytes.size() - from > room) {
        qsizetype to = from + room;
        while (to > from && (static_cast<uchar>(bytes.at(to)) & 0xC0) == 0x80)
            --to;
        card.append(bytes.constData() + from, to - from);
        card.append("\r\n ");
        from = to;
        room = longestLine - 1;
    }
    card.append(bytes.constData() + from, bytes.size() - from);
    card.append("\r\n");
}

class Card
{
public:
    explicit Card(const std::vector<TableColumn>& columns)
    {
        for (size_t i = 0; i < columns.size(); ++i)
            m_columnOf.insert(columns[i].key, i);
    }

    QByteArray of(const TableRow& row)
    {
        m_row = &row;
        m_card.clear();
        addLine(m_card, QStringLiteral("BEGIN:VCARD"));
        addLine(m_card, QStringLiteral("VERSION:4.0"));
        const QString given = cell("given_name");
        const QString family = cell("family_name");
        const QString own = cell("own_script_name");
        const QString full = QString(given + QLatin1Char(' ') + family).trimmed();
        addLine(m_card, QStringLiteral("FN:") + escaped(full.isEmpty() ? own : full));
        if (!full.isEmpty() && !own.isEmpty())
            addLine(m_card, QStringLiteral("FN:") + escaped(own));
        addLine(m_card, QStringLiteral("N:%1;%2;;;").arg(escaped(family), escaped(given)));
        each("NICKNAME:", "other_names");
        if (const QString gender = cell("gender"); !gender.isEmpty())
            addLine(m_card, QStringLiteral("GENDER:;") + escaped(gender));
        one("BDAY:", "birth_year");
        each("EMAIL:", "contact.email");
        phones();
        each("TEL;TYPE=text:", "contact.whatsapp");
        each("TEL;TYPE=text:", "contact.signal");
        each("TEL;TYPE=text:", "contact.telegram");
        each("URL:", "contact.website");
        address();
        each("ORG:", "organisation");
        each("TITLE:", "role");
        list("CATEGORIES:", "issues");
        one("NOTE:", "notes");
        addLine(m_card, QStringLiteral("END:VCARD"));
        return m_card;
    }

private:
    QString cell(const char* key) const
    {
        const auto column = m_columnOf.constFind(QLatin1String(key));
        return column == m_columnOf.constEnd() || *column >= m_row->cells.size() ? QString()
                                                                                 : m_row->cells[*column].text;
    }

    void one(const char* property, const char* key)
    {
        if (const QString text = cell(key); !text.isEmpty())
            addLine(m_card, QLatin1String(property) + escaped(text));
    }

    void each(const char* property, const char* key)
    {
        for (const QString& text : splitList(cell(key)))
            addLine(m_card, QLatin1String(property) + escaped(text));
    }

    void phones()
    {
        for (const QString& text : splitList(cell("contact.phone"))) {
            const QString fax = QStringLiteral(" (Fax)");
            const bool isFax = text.endsWith(fax);
            addLine(m_card, (isFax ? QLatin1String("TEL;TYPE=fax:") : QLatin1String("TEL;TYPE=voice:")) +
                                escaped(isFax ? text.chopped(fax.size()) : text));
        }
    }

    void list(const char* property, const char* key)
    {
        QStringList parts = splitList(cell(key));
        for (QString& part : parts)
            part = escaped(part);
        if (!parts.isEmpty())
            addLine(m_card, QLatin1String(property) + parts.join(QLatin1Char(',')));
    }

    void address()
    {
        const QString street = splitList(cell("contact.post")).value(0);
        const QString place = cell("place");
        const QString country = cell("country");
        if (!street.isEmpty() || !place.isEmpty() || !country.isEmpty())
            addLine(m_card, QStringLiteral("ADR:;;%1;%2;;;%3").arg(escaped(street), escaped(place), escaped(country)));
    }

    QHash<QString, size_t> m_columnOf;
    const TableRow* m_row = nullptr;
    QByteArray m_card;
};
} // namespace

Result<> writeVCards(DisclosedRows& rows, QIODevice& device, const Progress& progress)
{
    Card card(rows.columns());
    TableRow row;
    for (qint64 done = 0;; ++done) {
        if (done % cardsBetweenReports == 0 && !goOn(progress, done, 0))
            return fail(QCoreApplication::translate("Exchange", "Stopped. Nothing was written."));
        DTP_TRY(more, rows.next(row));
        if (!more)
            return {};
        const QByteArray bytes = card.of(row);
        if (device.write(bytes) != bytes.size()) {
            return fail(
                QCoreApplication::translate(
                    "Exchange", "The file could not be written to its end. See whether there is room on the disk."),
                device.errorString());
        }
    }
}

} // namespace dtp
