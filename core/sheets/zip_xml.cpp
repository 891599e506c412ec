// SPDX-License-Identifier: GPL-3.0-or-later
#include <sheets/zip_xml.h>

#include <sheets/sheet_reader.h>

#include <QCoreApplication>
#include <cstring>
#include <quazip.h>
#include <quazipfile.h>
#include <quazipfileinfo.h>

namespace dtp
{

namespace
{
constexpr int maxParts = 20'000;
constexpr int maxDepth = 64;
constexpr qint64 ratioCountsFrom = 32LL << 20; // small parts of blank cells pack very well and do no harm
constexpr qint64 maxRatio = 200;
constexpr qint64 maxRunWithoutMarkup = 8LL << 20; // longer than any cell may be

struct Sheets {
    Q_DECLARE_TR_FUNCTIONS(Sheets)
};

tl::unexpected<Error> damaged(const QString& detail)
{
    return fail(
        Sheets::tr("The spreadsheet is damaged or was cut off. Open it in a spreadsheet program, save it again and "
                   "try once more."),
        detail);
}

tl::unexpected<Error> suspicious(const QString& detail)
{
    return fail(
        Sheets::tr("The spreadsheet unpacks to far more than its size allows: it was made to do harm, or it is too "
                   "large. It was not read."),
        detail);
}
} // namespace

// What comes out of the archive, as long as it stays within the limits.
class LimitedDevice final : public QIODevice
{
public:
    LimitedDevice(QuaZipFile& source, qint64 packedSize) : m_source(source), m_packed(std::max<qint64>(packedSize, 1))
    {
    }

    bool isSequential() const override { return true; }
    qint64 bytesAvailable() const override { return QIODevice::bytesAvailable() + m_source.bytesAvailable(); }
    bool atEnd() const override { return m_source.atEnd(); }
    qint64 taken() const { return m_taken; }
    const Result<>& state() const { return m_state; }

protected:
    qint64 readData(char* data, qint64 maxSize) override
    {
        if (!m_state)
            return -1;
        const qint64 size = m_source.read(data, maxSize);
        if (size < 0 || m_source.getZipError() < 0) {
            m_state = damaged(QStringLiteral("zip error %1").arg(m_source.getZipError()));
            return -1;
        }
        m_taken += size;
        if (m_taken > SheetLimits::unpackedBytes)
            m_state = suspicious(QStringLiteral("%1 bytes").arg(m_taken));
        else if (m_taken > ratioCountsFrom && m_taken / m_packed > maxRatio)
            m_state = suspicious(QStringLiteral("ratio %1").arg(m_taken / m_packed));
        else
            watchRun(data, size);
        return m_state ? size : -1;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    // A parser keeps text and tags whole until the next "<": without one, memory would grow with the part.
    void watchRun(const char* data, qint64 size)
    {
        if (size > 0 && std::memchr(data, '<', static_cast<size_t>(size)))
            m_run = 0;
        else
            m_run += size;
        if (m_run > maxRunWithoutMarkup)
            m_state = suspicious(QStringLiteral("run of %1 bytes without markup").arg(m_run));
    }

    QuaZipFile& m_source;
    qint64 m_packed;
    qint64 m_taken = 0;
    qint64 m_run = 0;
    Result<> m_state;
};

XmlPart::XmlPart(std::unique_ptr<QuaZipFile> file, std::unique_ptr<LimitedDevice> device)
    : m_file(std::move(file)), m_device(std::move(device)), m_xml(m_device.get())
{
}

XmlPart::~XmlPart() = default;

bool XmlPart::next()
{
    // atEnd() is not asked: it stays false when a device fails.
    bool goesOn = m_state.has_value();
    while (goesOn) {
        switch (m_xml.readNext()) {
        case QXmlStreamReader::StartElement:
            if (++m_depth > maxDepth)
                m_state = suspicious(QStringLiteral("nested deeper than %1").arg(maxDepth));
            return m_state.has_value();
        case QXmlStreamReader::EndElement:
            --m_depth;
            return true;
        case QXmlStreamReader::Characters:
            return true;
        case QXmlStreamReader::DTD:
        case QXmlStreamReader::EntityReference:
            m_state =
                fail(Sheets::tr("The spreadsheet declares a document type, which no spreadsheet program does: it was "
                                "made to do harm. It was not read."));
            return false;
        case QXmlStreamReader::EndDocument:
        case QXmlStreamReader::Invalid:
            goesOn = false;
            break;
        default:
            break;
        }
    }
    if (m_state && !m_device->state())
        m_state = m_device->state();
    else if (m_state && m_xml.hasError())
        m_state = damaged(m_xml.errorString());
    return false;
}

QString XmlPart::attribute(QLatin1String attributeName) const
{
    for (const QXmlStreamAttribute& attribute : m_xml.attributes()) {
        if (attribute.name() == attributeName)
            return attribute.value().toString();
    }
    return {};
}

void XmlPart::skip()
{
    const int outside = m_depth - 1;
    while (m_depth > outside && next()) {
    }
}

QString XmlPart::textWithin()
{
    const int outside = m_depth - 1;
    QString all;
    while (m_depth > outside && next()) {
        if (isText() && all.size() < SheetLimits::cellCharacters)
            all += text();
    }
    return all;
}

Result<> XmlPart::check() const
{
    return m_state;
}

qint64 XmlPart::bytesRead() const
{
    return m_device->taken();
}

ZippedParts::ZippedParts() = default;
ZippedParts::~ZippedParts() = default;

Result<std::unique_ptr<ZippedParts>> ZippedParts::open(const QString& path)
{
    std::unique_ptr<ZippedParts> parts(new ZippedParts);
    parts->m_zip = std::make_unique<QuaZip>(path);
    parts->m_zip->setUtf8Enabled(true);
    if (!parts->m_zip->open(QuaZip::mdUnzip))
        return damaged(QStringLiteral("zip error %1").arg(parts->m_zip->getZipError()));
    if (parts->m_zip->getEntriesCount() > maxParts)
        return suspicious(QStringLiteral("%1 parts").arg(parts->m_zip->getEntriesCount()));
    parts->m_parts = parts->m_zip->getFileNameList();
    return parts;
}

bool ZippedParts::has(const QString& part) const
{
    return m_parts.contains(part, Qt::CaseInsensitive);
}

QStringList ZippedParts::parts() const
{
    return m_parts;
}

qint64 ZippedParts::sizeOf(const QString& part) const
{
    QuaZipFileInfo64 info;
    if (!m_zip->setCurrentFile(part, QuaZip::csInsensitive) || !m_zip->getCurrentFileInfo(&info))
        return 0;
    return static_cast<qint64>(info.uncompressedSize);
}

Result<std::unique_ptr<XmlPart>> ZippedParts::xml(const QString& part) const
{
    QuaZipFileInfo64 info;
    if (!m_zip->setCurrentFile(part, QuaZip::csInsensitive) || !m_zip->getCurrentFileInfo(&info))
        return damaged(QStringLiteral("no part %1").arg(part));
    if ((info.flags & 1U) != 0)
        return fail(Sheets::tr("The spreadsheet is protected by a password. Save it without one and try again."));
    if (static_cast<qint64>(std::min<quint64>(info.uncompressedSize, 1ULL << 62)) > SheetLimits::unpackedBytes)
        return suspicious(QStringLiteral("claims %1 bytes").arg(info.uncompressedSize));
    auto file = std::make_unique<QuaZipFile>(m_zip.get());
    if (!file->open(QIODevice::ReadOnly))
        return damaged(QStringLiteral("part %1: zip error %2").arg(part).arg(file->getZipError()));
    auto device = std::make_unique<LimitedDevice>(*file, static_cast<qint64>(info.compressedSize));
    // Unbuffered: QXmlStreamReader buffers by itself, and the limits see every byte as it comes.
    if (!device->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return damaged(QStringLiteral("part %1").arg(part));
    return std::unique_ptr<XmlPart>(new XmlPart(std::move(file), std::move(device)));
}

Result<QByteArray> ZippedParts::textFrom(const QString& part, const QByteArray& text, qsizetype most) const
{
    DTP_TRY(xml, this->xml(part)); // with all its limits
    QByteArray kept;
    bool isFound = false;
    while (kept.size() < most) {
        const QByteArray piece = xml->m_device->read(256 * 1024);
        if (piece.isEmpty())
            break;
        kept += piece;
        if (isFound)
            continue;
        const qsizetype at = kept.indexOf(text);
        isFound = at >= 0;
        kept = isFound ? kept.mid(at) : kept.right(text.size());
    }
    return isFound ? kept.left(most) : QByteArray();
}

} // namespace dtp
