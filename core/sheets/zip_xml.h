// SPDX-License-Identifier: GPL-3.0-or-later
// The XML parts of a zipped spreadsheet, read as a stream and with distrust: declared and real sizes, how far a part
// inflates, nesting, and runs without markup are limited; document types and with them entities are refused.
#pragma once

#include <base/result.h>

#include <QString>
#include <QXmlStreamReader>
#include <memory>

class QuaZip;
class QuaZipFile;

namespace dtp
{

class LimitedDevice;

class XmlPart
{
public:
    ~XmlPart();
    XmlPart(const XmlPart&) = delete;
    XmlPart& operator=(const XmlPart&) = delete;

    // The next start, end or text; false at the end and on failure, see check().
    bool next();
    bool isStart() const { return m_xml.isStartElement(); }
    bool isEnd() const { return m_xml.isEndElement(); }
    bool isText() const { return m_xml.isCharacters(); }
    // By local name: files differ in their namespaces and prefixes.
    QStringView name() const { return m_xml.name(); }
    bool isStart(QLatin1String element) const { return isStart() && name() == element; }
    bool isEnd(QLatin1String element) const { return isEnd() && name() == element; }
    QStringView text() const { return m_xml.text(); }
    // The attribute of this local name; empty when there is none.
    QString attribute(QLatin1String attributeName) const;
    // Reads on to the end of the element that has just started.
    void skip();
    // All text within the element that has just started.
    QString textWithin();
    Result<> check() const;
    qint64 bytesRead() const;

private:
    friend class ZippedParts;
    XmlPart(std::unique_ptr<QuaZipFile> file, std::unique_ptr<LimitedDevice> device);

    std::unique_ptr<QuaZipFile> m_file;
    std::unique_ptr<LimitedDevice> m_device;
    QXmlStreamReader m_xml;
    Result<> m_state;
    int m_depth = 0;
};

class ZippedParts
{
public:
    static Result<std::unique_ptr<ZippedParts>> open(const QString& path);
    ~ZippedParts();
    ZippedParts(const ZippedParts&) = delete;
    ZippedParts& operator=(const ZippedParts&) = delete;

    bool has(const QString& part) const;
    QStringList parts() const;
    qint64 sizeOf(const QString& part) const; // as the archive claims
    // What stands in a part from the first place on where the text is, at most so many bytes; empty where it is not.
    // Quicker than reading XML.
    Result<QByteArray> textFrom(const QString& part, const QByteArray& text, qsizetype most) const;
    // One part at a time: the one before must be gone.
    Result<std::unique_ptr<XmlPart>> xml(const QString& part) const;

private:
    ZippedParts();
    std::unique_ptr<QuaZip> m_zip;
    QStringList m_parts;
};

} // namespace dtp
