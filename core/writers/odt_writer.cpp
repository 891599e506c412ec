// SPDX-License-Identifier: GPL-3.0-or-later
#include <writers/odt_writer.h>

#include <writers/odt_parts.h>

#include <QBuffer>
#include <QCoreApplication>
#include <quazip/quazip.h>
#include <quazip/quazipfile.h>
#include <quazip/quazipnewinfo.h>

namespace dtp
{

namespace
{
const QString mediaType = QStringLiteral("application/vnd.oasis.opendocument.text");

struct Part {
    QString path;
    QString type;
    QByteArray bytes;
};

QByteArray manifest(const std::vector<Part>& parts)
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.writeStartDocument();
    xml.writeStartElement(QStringLiteral("manifest:manifest"));
    xml.writeAttribute(QStringLiteral("xmlns:manifest"),
                       QStringLiteral("urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"));
    xml.writeAttribute(QStringLiteral("manifest:version"), QStringLiteral("1.2"));
    const auto entry = [&xml](const QString& path, const QString& type) {
        xml.writeStartElement(QStringLiteral("manifest:file-entry"));
        xml.writeAttribute(QStringLiteral("manifest:full-path"), path);
        xml.writeAttribute(QStringLiteral("manifest:media-type"), type);
        xml.writeEndElement();
    };
    entry(QStringLiteral("/"), mediaType);
    for (const Part& part : parts)
        entry(part.path, part.type);
    xml.writeEndElement();
    xml.writeEndDocument();
    return bytes;
}

// The time in the archive is that of the document, so that the same document gives the same bytes.
bool addPart(QuaZip& zip, const Part& part, const QDateTime& time, bool isStored)
{
    QuaZipNewInfo info(part.path);
    info.dateTime = time;
    info.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    QuaZipFile file(&zip);
    const int method = isStored ? 0 : Z_DEFLATED;
    if (!file.open(QIODevice::WriteOnly, info, nullptr, 0, method, isStored ? 0 : Z_DEFAULT_COMPRESSION))
        return false;
    const bool isWritten = file.write(part.bytes) == part.bytes.size();
    file.close();
    return isWritten && file.getZipError() == ZIP_OK;
}
} // namespace

Result<> writeOdt(const Disclosed<Document>& document, QIODevice& device, WrittenAs as)
{
    OdtContent content(*document, as);
    const QString xml = QStringLiteral("text/xml");
    std::vector<Part> parts{{QStringLiteral("content.xml"), xml, content.make()},
                            {QStringLiteral("styles.xml"), xml, odtStyles(*document, as)},
                            {QStringLiteral("meta.xml"), xml, odtMeta(*document)}};
    for (const OdtPicture& picture : content.pictures())
        parts.push_back({picture.path, picture.mediaType, picture.bytes});
    const QDateTime time(document->date.isValid() ? document->date : QDate(2000, 1, 1), QTime(0, 0));
    QBuffer buffer; // a zip wants to seek
    QuaZip zip(&buffer);
    zip.setUtf8Enabled(true);
    bool isDone = zip.open(QuaZip::mdCreate);
    // The type stands first and uncompressed, so that the file can be known by its first bytes.
    isDone = isDone && addPart(zip, {QStringLiteral("mimetype"), {}, mediaType.toUtf8()}, time, true);
    for (const Part& part : parts)
        isDone = isDone && addPart(zip, part, time, false);
    isDone = isDone && addPart(zip, {QStringLiteral("META-INF/manifest.xml"), {}, manifest(parts)}, time, false);
    zip.close();
    if (!isDone || zip.getZipError() != ZIP_OK)
        return fail(QCoreApplication::translate("Odt", "The document could not be put together. Nothing was written."),
                    QStringLiteral("zip error %1").arg(zip.getZipError()));
    if (device.write(buffer.data()) != buffer.size())
        return fail(QCoreApplication::translate(
                        "Odt", "The file could not be written to its end. See whether there is room on the disk."),
                    device.errorString());
    return {};
}

} // namespace dtp
