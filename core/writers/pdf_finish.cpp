// SPDX-License-Identifier: GPL-3.0-or-later
#include <writers/pdf_finish.h>

#define POINTERHOLDER_TRANSITION 4 // libqpdf asks for the modern shared pointers
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEFStreamObjectHelper.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFFileSpecObjectHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <QCoreApplication>
#include <QUrl>

namespace dtp
{

namespace
{
using Handle = QPDFObjectHandle;

Handle unicode(const QString& text)
{
    return Handle::newUnicodeString(text.toStdString());
}

Handle number(double units)
{
    return Handle::newReal(units / pt, 2);
}

// PDF counts from the foot of the page upward.
class Finisher
{
public:
    Finisher(QPDF& pdf, const PdfFacts& facts) : m_pdf(pdf), m_facts(facts)
    {
        for (QPDFPageObjectHelper& page : QPDFPageDocumentHelper(pdf).getAllPages())
            m_pages.push_back(page.getObjectHandle());
    }

    void finish()
    {
        addLinks();
        addBookmarks();
        addFacts();
        addAttachments();
    }

private:
    Handle destination(int page, double y)
    {
        Handle target = Handle::newArray();
        target.appendItem(m_pages[static_cast<size_t>(page)]);
        target.appendItem(Handle::newName("/XYZ"));
        target.appendItem(Handle::newNull());
        target.appendItem(number(m_facts.pageHeight - y + PageDesign::rhythm));
        target.appendItem(Handle::newNull());
        return target;
    }

    bool isPage(int page) const { return page >= 0 && page < static_cast<int>(m_pages.size()); }

    void addLinks()
    {
        for (size_t p = 0; p < std::min(m_pages.size(), m_facts.links.size()); ++p) {
            Handle all = Handle::newArray();
            for (const PageLink& link : m_facts.links[p]) {
                Handle annotation = Handle::newDictionary();
                annotation.replaceKey("/Type", Handle::newName("/Annot"));
                annotation.replaceKey("/Subtype", Handle::newName("/Link"));
                annotation.replaceKey("/F", Handle::newInteger(4)); // stays when printed
                Handle area = Handle::newArray();
                for (const double edge : {link.area.left(), m_facts.pageHeight - link.area.bottom(), link.area.right(),
                                          m_facts.pageHeight - link.area.top()})
                    area.appendItem(number(edge));
                annotation.replaceKey("/Rect", area);
                annotation.replaceKey("/Border", Handle::parse("[0 0 0]"));
                if (link.target.isEmpty() && isPage(link.page)) {
                    annotation.replaceKey("/Dest", destination(link.page, link.y));
                } else {
                    Handle action = Handle::newDictionary();
                    action.replaceKey("/S", Handle::newName("/URI"));
                    action.replaceKey("/URI", Handle::newString(QUrl(link.target).toEncoded().toStdString()));
                    annotation.replaceKey("/A", action);
                }
                all.appendItem(m_pdf.makeIndirectObject(annotation));
            }
            if (all.getArrayNItems() > 0)
                m_pages[p].replaceKey("/Annots", all);
        }
    }

    // The tree of headings; one that skips a level hangs on the next above.
    void addBookmarks()
    {
        if (m_facts.headings.empty())
            return;
        Handle root = m_pdf.makeIndirectObject(Handle::newDictionary());
        root.replaceKey("/Type", Handle::newName("/Outlines"));
        std::vector<std::pair<int, Handle>> open{{0, root}};
        for (const PlacedHeading& heading : m_facts.headings) {
            if (!isPage(heading.page))
                continue;
            while (open.size() > 1 && open.back().first >= heading.level)
                open.pop_back();
            Handle item = m_pdf.makeIndirectObject(Handle::newDictionary());
            item.replaceKey("/Title", unicode(QString(heading.number + QLatin1Char(' ') + heading.text).simplified()));
            item.replaceKey("/Dest", destination(heading.page, heading.y));
            append(open.back().second, item);
            // Chapters are shown, what is in them folded.
            for (size_t i = 0; i < open.size(); ++i)
                count(open[i].second, open.size() == 1 ? i == 0 : i == open.size() - 1, i == 0);
            open.emplace_back(heading.level, item);
        }
        m_pdf.getRoot().replaceKey("/Outlines", root);
        m_pdf.getRoot().replaceKey("/PageMode", Handle::newName("/UseOutlines"));
    }

    static void append(Handle parent, Handle item)
    {
        item.replaceKey("/Parent", parent);
        if (parent.hasKey("/Last")) {
            Handle last = parent.getKey("/Last");
            item.replaceKey("/Prev", last);
            last.replaceKey("/Next", item);
        } else {
            parent.replaceKey("/First", item);
        }
        parent.replaceKey("/Last", item);
    }

    // A negative count says how many children a folded item has.
    static void count(Handle item, bool isParent, bool isRoot)
    {
        if (!isParent)
            return;
        const auto before = item.hasKey("/Count") ? item.getKey("/Count").getIntValue() : 0;
        item.replaceKey("/Count", Handle::newInteger(isRoot ? before + 1 : before - 1));
    }

    void addFacts()
    {
        Handle info = Handle::newDictionary();
        const auto put = [&info](const char* key, const QString& text) {
            if (!text.isEmpty())
                info.replaceKey(key, unicode(text));
        };
        put("/Title", m_facts.title);
        put("/Author", m_facts.author);
        put("/Subject", m_facts.subject);
        put("/Creator", QStringLiteral("DTP Secretariat"));
        put("/Producer", QStringLiteral("DTP Secretariat"));
        if (m_facts.date.isValid()) {
            const QString day =
                QStringLiteral("D:") + m_facts.date.toString(QStringLiteral("yyyyMMdd")) + QStringLiteral("000000Z");
            info.replaceKey("/CreationDate", Handle::newString(day.toStdString()));
            info.replaceKey("/ModDate", Handle::newString(day.toStdString()));
        }
        m_pdf.getTrailer().replaceKey("/Info", m_pdf.makeIndirectObject(info));
        Handle root = m_pdf.getRoot();
        root.replaceKey("/Lang", unicode(m_facts.language));
        root.replaceKey("/ViewerPreferences", Handle::parse("<< /DisplayDocTitle true >>"));
        addMetadata(root);
    }

    void addMetadata(Handle root)
    {
        const auto text = [](const QString& value) { return value.toHtmlEscaped().toStdString(); };
        std::string xmp =
            "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
            "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
            "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
            "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">"
            "<dc:format>application/pdf</dc:format><dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">";
        xmp += text(m_facts.title) + "</rdf:li></rdf:Alt></dc:title>";
        if (!m_facts.author.isEmpty())
            xmp += "<dc:creator><rdf:Seq><rdf:li>" + text(m_facts.author) + "</rdf:li></rdf:Seq></dc:creator>";
        xmp += "<dc:language><rdf:Bag><rdf:li>" + text(m_facts.language) + "</rdf:li></rdf:Bag></dc:language>";
        if (m_facts.date.isValid())
            xmp += "<xmp:CreateDate>" + text(m_facts.date.toString(Qt::ISODate)) + "</xmp:CreateDate>";
        xmp += "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>";
        Handle stream = m_pdf.newStream(xmp);
        stream.getDict().replaceKey("/Type", Handle::newName("/Metadata"));
        stream.getDict().replaceKey("/Subtype", Handle::newName("/XML"));
        root.replaceKey("/Metadata", m_pdf.makeIndirectObject(stream));
    }

    void addAttachments()
    {
        if (m_facts.attachments.empty())
            return;
        QPDFEmbeddedFileDocumentHelper files(m_pdf);
        for (const PdfAttachment& attachment : m_facts.attachments) {
            QPDFEFStreamObjectHelper stream =
                QPDFEFStreamObjectHelper::createEFStream(m_pdf, attachment.bytes.toStdString());
            stream.setSubtype("text/csv");
            QPDFFileSpecObjectHelper spec =
                QPDFFileSpecObjectHelper::createFileSpec(m_pdf, attachment.fileName.toStdString(), stream);
            spec.setDescription(attachment.description.toStdString());
            spec.getObjectHandle().replaceKey("/AFRelationship", Handle::newName("/Data"));
            files.replaceEmbeddedFile(attachment.fileName.toStdString(), spec);
        }
    }

    QPDF& m_pdf;
    const PdfFacts& m_facts;
    std::vector<Handle> m_pages;
};

QByteArray written(QPDF& pdf, const QString& password)
{
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setMinimumPDFVersion("1.7");
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.setRecompressFlate(false);
    if (password.isEmpty()) {
        // Qt 6.8 gives each file an identifier by chance, which would be kept; ours follows from the content.
        pdf.getTrailer().removeKey("/ID");
        writer.setDeterministicID(true);
    } else {
        const std::string secret = password.toUtf8().toStdString();
        writer.setR6EncryptionParameters(secret.c_str(), secret.c_str(), true, true, true, true, true, true,
                                         qpdf_r3p_full, true);
    }
    writer.write();
    const std::shared_ptr<Buffer> buffer = writer.getBufferSharedPointer();
    return QByteArray(reinterpret_cast<const char*>(buffer->getBuffer()), static_cast<qsizetype>(buffer->getSize()));
}
} // namespace

Result<QByteArray> finishPdf(const QByteArray& pages, const PdfFacts& facts)
{
    try { // libqpdf tells of failures by exceptions
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("document", pages.constData(), static_cast<size_t>(pages.size()));
        Finisher(pdf, facts).finish();
        return written(pdf, facts.password);
    } catch (const std::exception& problem) {
        return fail(QCoreApplication::translate("Pdf", "The PDF could not be put together. Nothing was written."),
                    QString::fromLocal8Bit(problem.what()));
    }
}

} // namespace dtp
