// SPDX-License-Identifier: GPL-3.0-or-later
// A file of people is read, and its rows understood on as many threads as there are.
#include <import/import_text.h>
#include <import_people/import_plan.h>

#include <cells/consent_words.h>
#include <import/row_filler.h>
#include <import/sheet_frame.h>
#include <import_consents/consent_settling.h>
#include <import_consents/found_legends.h>
#include <meaning/codes.h>

#include <QFileInfo>
#include <QSemaphore>
#include <QThreadPool>

namespace dtp
{

namespace
{
constexpr size_t portion = PackedList<PersonDraft>::portion; // rows that one thread understands at a time

// Rows on their way through the threads that understand them; they come out in their order.
class Understanding
{
public:
    Understanding(const RowInterpreter& mapper, const ConsentSettling& settling, UnderstoodRows& rows)
        : m_rows(rows), m_mapper(mapper), m_settling(settling)
    {
        m_pool.setMaxThreadCount(std::max(1, QThread::idealThreadCount()));
        m_room.release(m_pool.maxThreadCount() * 3);
    }
    ~Understanding() { m_pool.waitForDone(); }
    Understanding(const Understanding&) = delete;
    Understanding& operator=(const Understanding&) = delete;

    void add(SheetRow row)
    {
        m_next.push_back(std::move(row));
        if (m_next.size() >= portion)
            send();
    }

    void finish()
    {
        send();
        m_pool.waitForDone();
        for (const auto& part : m_done) {
            m_rows.drafts.appendBlock(std::move(part->packed), part->keys.size());
            m_rows.keys.append(part->keys);
            std::move(part->rejected.begin(), part->rejected.end(), std::back_inserter(m_rows.rejected));
        }
    }

private:
    // Rows that were understood, packed, and what is looked at of all of them.
    struct Understood {
        QByteArray packed;
        AllRowKeys keys;
        std::vector<UnderstoodRows::Rejected> rejected;
    };

    void send()
    {
        if (m_next.empty())
            return;
        m_room.acquire(); // so that a quick reader does not run away from slow threads
        m_done.push_back(std::make_unique<Understood>());
        m_pool.start([this, rows = std::make_shared<std::vector<SheetRow>>(std::exchange(m_next, {})),
                      out = m_done.back().get()] {
            understand(*rows, *out);
            m_room.release();
        });
    }

    void understand(const std::vector<SheetRow>& rows, Understood& out) const
    {
        std::vector<PersonDraft> drafts;
        drafts.reserve(rows.size());
        for (const SheetRow& row : rows) {
            drafts.push_back(understood(row));
            const PersonDraft& draft = drafts.back();
            out.keys.add(draft);
            if (!draft.rejection.isEmpty())
                out.rejected.push_back({draft.cells, draft.rejection});
        }
        out.packed = PackedList<PersonDraft>::packed(drafts);
    }

    PersonDraft understood(const SheetRow& row) const
    {
        PersonDraft draft = m_settling.understood(m_mapper, row);
        if (legendsOfRow(row.cells).empty())
            return draft;
        draft.rejection = Import::tr("This row says what marks in the list mean: it is no person.");
        draft.warnings.clear(); // what it was not understood as
        draft.cells = row.cells;
        return draft;
    }

    UnderstoodRows& m_rows;
    const RowInterpreter& m_mapper;
    const ConsentSettling& m_settling;
    QThreadPool m_pool;
    QSemaphore m_room;
    std::vector<SheetRow> m_next;
    std::vector<std::unique_ptr<Understood>> m_done;
};

Result<> checkUsable(const ImportMapping& mapping, const QString& name)
{
    if (mapping.columns.empty())
        return fail(Import::tr("“%1” has no rows: there is nothing to import.").arg(name));
    static const QStringList names{QStringLiteral("full_name"), QStringLiteral("family_given"),
                                   QStringLiteral("given_name"), QStringLiteral("family_name"),
                                   QStringLiteral("own_script_name")};
    if (std::none_of(mapping.columns.begin(), mapping.columns.end(),
                     [](const ColumnMapping& column) { return names.contains(column.target); }))
        return fail(
            Import::tr("No column of “%1” is known to hold names. Say which one does, or give it the heading “Name”.")
                .arg(name));
    return {};
}
} // namespace

ImportFile::ImportFile() : d(std::make_unique<Private>()) {}
ImportFile::~ImportFile() = default;

QString ImportFile::name() const
{
    return d->name;
}

const ImportMapping& ImportFile::mapping() const
{
    return d->mapping;
}

QStringList ImportFile::remarks() const
{
    return d->remarks;
}

namespace
{
// One reading of the file, by the legends that are known before it; false where it found another one, by which the
// rows before it have to be read again.
class FileReading
{
public:
    FileReading(const ImportMapping& mapping, const ImportWords& words, FoundLegends& legends, UnderstoodRows& rows)
        : m_mapping(mapping), m_legends(legends), m_known(legends.texts().size()), m_interpreter(mapping, words),
          m_settling(mapping, words, legends.all()), m_understanding(m_interpreter, m_settling, rows),
          m_filler(mapping)
    {
    }

    Result<bool> read(SheetReader& reader, std::vector<SheetRow> sample, const Progress& progress)
    {
        for (SheetRow& row : sample)
            add(std::move(row));
        SheetRow row;
        for (qint64 count = 0;; ++count) {
            DTP_TRY(isThere, reader.next(row));
            if (!isThere)
                break;
            add(std::move(row));
            if (count % 500 == 0 && !goOn(progress, reader.done(), reader.total(), Import::tr("Reading rows")))
                return fail(Import::tr("Stopped. Nothing was changed."));
        }
        m_understanding.finish();
        return m_legends.texts().size() == m_known;
    }
    QStringList remarks() const
    {
        QStringList all{m_filler.remark()};
        if (!m_merged.isEmpty())
            all.append(
                Import::tr("A yes to what is asked for consent that is one cell over several rows counts for the "
                           "first of them alone; nobody agrees by it in rows %1%2.")
                    .arg(m_merged.join(QStringLiteral(", ")), m_moreMerged ? QStringLiteral(", …") : QString()));
        all.removeAll(QString());
        return all;
    }

private:
    void add(SheetRow row)
    {
        if (row.number <= m_mapping.headingRow || row.isBlank())
            return;
        m_legends.look(row);
        dropMerged(row);
        m_filler.fill(row);
        m_understanding.add(std::move(row));
    }

    // Nobody agrees by a cell that stands beside somebody else; a no counts for all whom it may mean.
    void dropMerged(SheetRow& row)
    {
        constexpr qsizetype mostRows = 30;
        bool isAny = false;
        for (const ColumnMapping& column : m_mapping.columns) {
            if (!row.merged.contains(column.column) || !column.target.startsWith(QLatin1String("consent.")))
                continue;
            QString& cell = row.cells[column.column];
            const auto reply = consentReply(cell, column.target.section(QLatin1Char('.'), 1));
            if (reply && codeOf<ConsentAnswer>(reply->answer) != ConsentAnswer::Agreed)
                continue;
            cell.clear();
            isAny = true;
        }
        if (isAny && m_merged.size() < mostRows)
            m_merged.append(QString::number(row.number));
        else
            m_moreMerged = m_moreMerged || isAny;
    }

    QStringList m_merged; // rows
    bool m_moreMerged = false;
    const ImportMapping& m_mapping;
    FoundLegends& m_legends;
    const qsizetype m_known;
    RowInterpreter m_interpreter;
    ConsentSettling m_settling;
    Understanding m_understanding;
    RowFiller m_filler;
};
} // namespace

Result<std::shared_ptr<const ImportFile>> ImportFile::read(const Store& store, const QString& path,
                                                           const SheetOptions& options,
                                                           const std::optional<ImportMapping>& mapping,
                                                           const Progress& progress)
{
    std::shared_ptr<ImportFile> file(new ImportFile);
    Private& d = *file->d;
    d.name = QFileInfo(path).fileName();
    DTP_TRY(reader, SheetReader::open(path, options, progress));
    d.remarks = reader->remarks();
    DTP_TRY(sample, sampleOf(*reader));
    const ImportWords words(store);
    d.mapping = mapping ? *mapping : recogniseMapping(sample, words);
    DTP_CHECK(checkUsable(d.mapping, d.name));
    d.remarks += mappingRemarks(d.mapping);
    for (const ColumnMapping& column : d.mapping.columns)
        d.headings.append(column.heading);
    FoundLegends legends(d.mapping);
    for (const SheetRow& row : sample)
        legends.look(row);
    DTP_CHECK(legends.lookAtOthers(*reader, path, options));
    for (bool isDone = false; !isDone;) {
        d.rows = UnderstoodRows();
        FileReading reading(d.mapping, words, legends, d.rows);
        DTP_TRY(isWhole, reading.read(*reader, std::move(sample), progress));
        isDone = isWhole;
        if (isDone) {
            d.remarks += reading.remarks();
            break;
        }
        DTP_TRY(again, SheetReader::open(path, options, progress));
        reader = std::move(again);
        DTP_TRY(first, sampleOf(*reader));
        sample = std::move(first);
    }
    d.legends = legends.texts();
    d.remarks += sheetRemarks(*reader);
    return std::shared_ptr<const ImportFile>(std::move(file));
}

} // namespace dtp
