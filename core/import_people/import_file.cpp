// SPDX-License-Identifier: GPL-3.0-or-later
// A file of people is read, and its rows understood on as many threads as there are.
#include <import/import_text.h>
#include <import_people/import_plan.h>

#include <import/row_filler.h>

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
    Understanding(const RowInterpreter& mapper, UnderstoodRows& rows) : m_rows(rows), m_mapper(mapper)
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
            drafts.push_back(m_mapper.map(row));
            const PersonDraft& draft = drafts.back();
            out.keys.add(draft);
            if (!draft.rejection.isEmpty())
                out.rejected.push_back({draft.cells, draft.rejection});
        }
        out.packed = PackedList<PersonDraft>::packed(drafts);
    }

    UnderstoodRows& m_rows;
    const RowInterpreter& m_mapper;
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
    const RowInterpreter mapper(d.mapping, words);
    Understanding understanding(mapper, d.rows);
    RowFiller filler(d.mapping);
    const auto add = [&](SheetRow row) {
        if (row.number <= d.mapping.headingRow || row.isBlank())
            return;
        filler.fill(row);
        understanding.add(std::move(row));
    };
    for (SheetRow& row : sample)
        add(std::move(row));
    SheetRow row;
    for (qint64 count = 0;; ++count) {
        DTP_TRY(isThere, reader->next(row));
        if (!isThere)
            break;
        add(std::move(row));
        if (count % 500 == 0 && !goOn(progress, reader->done(), reader->total(), Import::tr("Reading rows")))
            return fail(Import::tr("Stopped. Nothing was changed."));
    }
    understanding.finish();
    if (const QString filled = filler.remark(); !filled.isEmpty())
        d.remarks.append(filled);
    d.remarks += sheetRemarks(*reader);
    return std::shared_ptr<const ImportFile>(std::move(file));
}

} // namespace dtp
