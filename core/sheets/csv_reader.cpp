// SPDX-License-Identifier: GPL-3.0-or-later
#include <sheets/csv_reader.h>

#include <sheets/formula.h>
#include <sheets/quote_mender.h>
#include <sheets/text_encoding.h>

#include <QCoreApplication>
#include <csv.h>
#include <deque>
#include <map>

namespace dtp
{

namespace
{
struct Sheets {
    Q_DECLARE_TR_FUNCTIONS(Sheets)
};

int noSpace(unsigned char)
{
    return 0;
}

// libcsv with its rows collected. strict: any quotation mark out of place is an error. Otherwise it is text, and
// spaces around quoted cells are dropped.
class Parser
{
public:
    enum class Keep { Rows, CountOnly };

    Parser(char delimiter, bool strict, Keep keep = Keep::Rows) : m_delimiter(delimiter), m_keep(keep)
    {
        const int options = CSV_STRICT_FINI | CSV_REPALL_NL | (strict ? CSV_STRICT : 0);
        csv_init(&m_parser, static_cast<unsigned char>(options));
        csv_set_delim(&m_parser, static_cast<unsigned char>(delimiter));
        csv_set_blk_size(&m_parser, 65536); // it grows by this much: 128 bytes at a time is slow for a long cell
        if (strict)
            csv_set_space_func(&m_parser, &noSpace);
    }
    ~Parser() { csv_free(&m_parser); }
    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;

    bool parse(const QByteArray& text)
    {
        const auto size = static_cast<size_t>(text.size());
        return csv_parse(&m_parser, text.constData(), size, &onCell, &onRow, this) == size &&
               csv_get_buffer_size(&m_parser) < static_cast<size_t>(SheetLimits::cellCharacters) * 4;
    }
    bool finish()
    {
        // A quoted cell without end is wrong in any mode, but libcsv says so in the strict one only.
        csv_set_opts(&m_parser, static_cast<unsigned char>(csv_get_opts(&m_parser) | CSV_STRICT));
        return csv_fini(&m_parser, &onCell, &onRow, this) == 0;
    }
    bool isMalformed() { return csv_error(&m_parser) == CSV_EPARSE; }

    std::deque<std::vector<QByteArray>> rows;
    qint64 seen = 0; // rows that are finished

    // Of what was only counted: how many cells a row of this file has, and the first row with a cell that holds rows
    // of as many; 0: none.
    qsizetype width() const;
    qint64 rowThatHoldsRows() const
    {
        const auto found = m_holdsRows.find(width());
        return found == m_holdsRows.end() ? 0 : found->second;
    }

private:
    static void onCell(void* bytes, size_t size, void* self)
    {
        auto* parser = static_cast<Parser*>(self);
        parser->m_isInRow = true;
        ++parser->m_cells;
        const auto* text = static_cast<const char*>(bytes);
        if (parser->m_keep == Keep::Rows)
            parser->m_row.emplace_back(text, static_cast<qsizetype>(size));
        else if (std::find_if(text, text + size, [](char c) { return c == '\n' || c == '\r'; }) != text + size)
            parser->m_ofLines.emplace_back(parser->m_cells, QByteArray(text, static_cast<qsizetype>(size)));
    }
    void countRow()
    {
        for (const auto& [place, text] : m_ofLines) {
            const qsizetype width =
                cellsOfRowsWithin(text.constData(), text.size(), m_delimiter, place - 1, m_cells - place);
            if (width > 0 && m_holdsRows.size() < 100)
                m_holdsRows.emplace(width, seen);
        }
        m_ofLines.clear();
        ++m_widths[std::exchange(m_cells, 0)];
    }
    static void onRow(int terminator, void* self)
    {
        auto* parser = static_cast<Parser*>(self);
        // Every CR and LF is told, so that blank rows count; the LF of CR LF is none.
        const bool secondHalf = terminator == CSV_LF && parser->m_last == CSV_CR && !parser->m_isInRow;
        parser->m_last = terminator;
        if (secondHalf)
            return;
        ++parser->seen;
        parser->m_isInRow = false;
        parser->countRow();
        if (parser->m_keep == Keep::Rows)
            parser->rows.push_back(std::exchange(parser->m_row, {}));
    }

    csv_parser m_parser{};
    std::vector<QByteArray> m_row;
    std::vector<std::pair<qsizetype, QByteArray>> m_ofLines; // cells of several lines of this row, with their places
    std::map<qsizetype, qint64> m_holdsRows;                 // by the cells of those, the first row with such a cell
    std::map<qsizetype, qint64> m_widths;                    // how many rows have so many cells
    qsizetype m_cells = 0;                                   // of this row
    const char m_delimiter;
    const Keep m_keep;
    bool m_isInRow = false;
    int m_last = 0;
};

// That of most rows; of several the greatest, which is that of the headings where nearly all is within a cell.
qsizetype Parser::width() const
{
    qsizetype best = 0;
    qint64 most = 0;
    for (const auto& [cells, count] : m_widths) {
        if (cells > 1 && count >= most) {
            best = cells;
            most = count;
        }
    }
    return best;
}

// How well a delimiter fits: the share of rows that it cuts into equally many cells (two or more), and how many those
// are.
std::pair<double, qsizetype> fitOf(char delimiter, const QByteArray& text)
{
    Parser parser(delimiter, false);
    parser.parse(text);
    if (text.size() < 60'000) // all of it, probably
        parser.finish();
    std::map<size_t, int> counts;
    int rows = 0;
    for (const auto& row : parser.rows) {
        if (row.empty() || (row.size() == 1 && row.front().isEmpty()))
            continue;
        ++rows;
        if (row.size() > 1)
            ++counts[row.size()];
    }
    const auto most = std::max_element(counts.begin(), counts.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    if (rows == 0 || most == counts.end())
        return {0.0, 0};
    return {static_cast<double>(most->second) / rows, static_cast<qsizetype>(most->first)};
}

// Excel writes "sep=;" in the first line to say which delimiter follows.
char declaredDelimiter(const QByteArray& text)
{
    if (text.size() > 5 && text.left(4).toLower() == "sep=" && (text.at(5) == '\r' || text.at(5) == '\n'))
        return text.at(4);
    return 0;
}

class CsvReader final : public SheetReader
{
public:
    explicit CsvReader(const QString& path) : m_file(path) {}

    Result<> prepare(const SheetOptions& options, const Progress& progress);
    Result<bool> next(SheetRow& row) override;

    SheetFormat format() const override { return SheetFormat::Csv; }
    std::vector<SheetInfo> sheets() const override { return {SheetInfo{QString(), false, m_rows}}; }
    QString sheet() const override { return {}; }
    QString encoding() const override { return m_encoding; }
    QChar delimiter() const override { return QLatin1Char(m_delimiter); }
    QStringList remarks() const override { return m_remarks; }
    qint64 done() const override { return m_number; }
    qint64 total() const override { return m_rows; }

private:
    Result<> chooseDelimiter(const SheetOptions& options);
    Result<bool> readThrough(bool strict, const Progress& progress);
    Result<> mend(const Progress& progress);
    Result<> startReading();

    QFile m_file;
    QString m_encoding;
    char m_delimiter = ',';
    bool m_isDeclared = false; // the first row only names the delimiter
    bool m_isStrict = true;
    qsizetype m_width = 0;   // cells of a row
    qint64 m_swallowing = 0; // the row with a cell that holds further rows; 0: none
    QStringList m_remarks;
    qint64 m_rows = 0;
    qint64 m_number = 0;
    std::unique_ptr<TextPieces> m_text;
    std::unique_ptr<Parser> m_parser;
    std::unique_ptr<QuoteMender> m_mender;
    bool m_isFinished = false;
};

Result<> CsvReader::prepare(const SheetOptions& options, const Progress& progress)
{
    if (!m_file.open(QIODevice::ReadOnly))
        return fail(Sheets::tr("The file “%1” could not be opened. Is it still there, and may you read it?")
                        .arg(m_file.fileName()),
                    m_file.errorString());
    if (m_file.size() > SheetLimits::csvBytes)
        return fail(
            Sheets::tr("The file is larger than 1 GB: too large for a list of people. Split it into smaller ones."));
    DTP_TRY(encoding, encodingOf(m_file, progress));
    m_encoding = options.encoding.isEmpty() ? encoding : options.encoding;
    if (options.encoding.isEmpty() && !encoding.startsWith(QLatin1String("UTF-")))
        m_remarks.append(
            Sheets::tr("The file is no Unicode text. It was read as %1: look at the names, and choose another "
                       "encoding if they are wrong.")
                .arg(encoding));
    if (options.encoding.isEmpty() && encoding == QLatin1String("UTF-7"))
        m_remarks.append(Sheets::tr("The file is in UTF-7, an encoding of old mail programs, and was read so: look at "
                                    "the names, and choose another encoding if they are wrong."));
    DTP_CHECK(chooseDelimiter(options));
    DTP_TRY(isGood, readThrough(true, progress));
    if (!isGood || m_swallowing > 0)
        DTP_CHECK(mend(progress));
    return startReading();
}

Result<> CsvReader::mend(const Progress& progress)
{
    const qint64 swallowing = m_swallowing;
    const qint64 row = m_rows + 1;
    DTP_TRY(isReadable, readThrough(false, progress));
    if (!isReadable)
        return fail(
            Sheets::tr("The file ends within a quoted cell: it was cut off, or a quotation mark is missing. Save "
                       "it again and try once more."));
    m_isStrict = false;
    m_remarks.append(swallowing > 0
                         ? Sheets::tr("Row %1 begins a quoted cell that runs over rows behind it: a quotation mark is "
                                      "missing or one too many. They were read as rows; look at them.")
                               .arg(swallowing)
                         : Sheets::tr("Row %1 holds a stray quotation mark; it was read as text.").arg(row));
    return {};
}

Result<> CsvReader::chooseDelimiter(const SheetOptions& options)
{
    DTP_TRY(text, TextPieces::open(m_file, m_encoding));
    DTP_TRY(piece, text->next());
    const QByteArray head = piece.left(64 * 1024); // enough to see the pattern
    const char declared = declaredDelimiter(head);
    m_isDeclared = declared != 0;
    if (!options.delimiter.isNull())
        m_delimiter = options.delimiter.toLatin1();
    else
        m_delimiter = m_isDeclared ? declared : sniffDelimiter(head);
    return {};
}

// Counts the rows. False when quotation marks are out of place.
Result<bool> CsvReader::readThrough(bool strict, const Progress& progress)
{
    DTP_TRY(text, TextPieces::open(m_file, m_encoding));
    Parser parser(m_delimiter, strict, Parser::Keep::CountOnly);
    QuoteMender mender(m_delimiter, m_width);
    m_rows = 0;
    bool isGood = true;
    bool isAtEnd = false;
    while (isGood && !isAtEnd) {
        DTP_TRY(piece, text->next());
        isAtEnd = piece.isEmpty();
        if (!strict)
            piece = mender.mended(piece);
        if (piece.isEmpty())
            continue;
        if (piece.contains('\0'))
            return fail(
                Sheets::tr("The file holds zero bytes: it is no text, or its encoding is not the chosen one."));
        isGood = parser.parse(piece);
        m_rows = parser.seen;
        if (!isGood && !parser.isMalformed())
            return fail(
                Sheets::tr("Row %1 holds a cell of more than a million characters: probably a quotation mark is "
                           "missing. Mend it and try again.")
                    .arg(m_rows + 1));
        if (m_rows > SheetLimits::rows)
            return fail(
                Sheets::tr(
                    "The file has more than %L1 rows: too many for a list of people. Split it into smaller ones.")
                    .arg(SheetLimits::rows));
        if (!goOn(progress, m_file.pos(), m_file.size(), Sheets::tr("Counting rows")))
            return fail(Sheets::tr("Stopped. Nothing was changed."));
    }
    isGood = isGood && parser.finish();
    m_rows = parser.seen;
    if (strict) {
        m_width = parser.width();
        m_swallowing = isGood ? parser.rowThatHoldsRows() : 0;
    }
    return isGood;
}

Result<> CsvReader::startReading()
{
    DTP_TRY(text, TextPieces::open(m_file, m_encoding));
    m_text = std::move(text);
    m_parser = std::make_unique<Parser>(m_delimiter, m_isStrict);
    m_mender = std::make_unique<QuoteMender>(m_delimiter, m_width);
    if (m_isDeclared) {
        SheetRow declaration;
        DTP_CHECK(next(declaration));
    }
    return {};
}

Result<bool> CsvReader::next(SheetRow& row)
{
    while (m_parser->rows.empty()) {
        if (m_isFinished)
            return false;
        DTP_TRY(piece, m_text->next());
        m_isFinished = piece.isEmpty();
        if (!m_isStrict)
            piece = m_mender->mended(piece);
        if ((!piece.isEmpty() && !m_parser->parse(piece)) || (m_isFinished && !m_parser->finish()))
            return fail(Sheets::tr("The file was changed by another program while it was read. Try again."));
    }
    const std::vector<QByteArray> bytes = std::move(m_parser->rows.front());
    m_parser->rows.pop_front();
    row.number = ++m_number;
    row.cells.clear();
    row.cells.reserve(static_cast<qsizetype>(bytes.size()));
    for (const QByteArray& cell : bytes) {
        if (row.cells.size() >= SheetLimits::columns && !cell.isEmpty())
            return fail(
                Sheets::tr("Row %1 has more than %L2 columns: too many for a list of people. Is the delimiter right?")
                    .arg(m_number)
                    .arg(SheetLimits::columns));
        if (row.cells.size() < SheetLimits::columns)
            row.cells.append(undefuseFormula(QString::fromUtf8(cell)));
    }
    return true;
}
} // namespace

char sniffDelimiter(const QByteArray& text)
{
    char best = ',';
    std::pair<double, qsizetype> bestFit{0.0, 0};
    for (const char candidate : {',', ';', '\t', '|'}) {
        const auto fit = fitOf(candidate, text);
        // A small lead in regularity says less than many more cells.
        const double score = fit.first + 0.02 * static_cast<double>(std::min<qsizetype>(fit.second, 20));
        const double bestScore = bestFit.first + 0.02 * static_cast<double>(std::min<qsizetype>(bestFit.second, 20));
        if (fit.second > 1 && score > bestScore) {
            best = candidate;
            bestFit = fit;
        }
    }
    return best;
}

Result<std::unique_ptr<SheetReader>> openCsv(const QString& path, const SheetOptions& options,
                                             const Progress& progress)
{
    auto reader = std::make_unique<CsvReader>(path);
    DTP_CHECK(reader->prepare(options, progress));
    return std::unique_ptr<SheetReader>(std::move(reader));
}

} // namespace dtp
