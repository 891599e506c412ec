// SPDX-License-Identifier: GPL-3.0-or-later
#include <writers/recovery_sheet.h>

#include "page_design.h"

#include <base/output_path.h>

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>

namespace dtp
{

namespace
{
constexpr double rhythm = PageDesign::rhythm;

struct Pdf {
    Q_DECLARE_TR_FUNCTIONS(Pdf)
};

// In two lines of groups, wide apart: to be read off and typed.
QString inTwoLines(const QString& code)
{
    QStringList groups = code.split(QLatin1Char('-'));
    const qsizetype half = (groups.size() + 1) / 2;
    const QString gap = QStringLiteral("  –  ");
    return groups.mid(0, half).join(gap) + QStringLiteral("  –") + QLatin1Char('\n') + groups.mid(half).join(gap);
}

class Painting
{
public:
    Painting(QPainter& painter, const PageDesign& design) : m_painter(painter), m_design(design), m_y(design.top) {}

    void text(const QString& text, const TextStyle& style, double after)
    {
        for (const QString& line : text.split(QLatin1Char('\n'))) {
            const TextBox box(line, style, m_design.right() - m_design.hang);
            box.draw(m_painter, {m_design.hang, m_y});
            m_y += box.height();
        }
        m_y += after;
    }
    // To be filled in by hand.
    void line(const QString& label)
    {
        const TextBox box(label, m_design.note(), m_design.right() - m_design.hang);
        m_y += 4 * rhythm;
        m_painter.setPen(QPen(m_design.hairline, pt));
        m_painter.drawLine(QPointF(m_design.hang, m_y), QPointF(m_design.right(), m_y));
        box.draw(m_painter, {m_design.hang, m_y + 0.5 * rhythm});
        m_y += box.height();
    }
    void frame(double height)
    {
        m_painter.setPen(QPen(m_design.accent, 1.5 * pt));
        m_painter.drawRect(QRectF(m_design.hang, m_y, m_design.right() - m_design.hang, height));
    }
    void down(double distance) { m_y += distance; }

private:
    QPainter& m_painter;
    const PageDesign& m_design;
    double m_y;
};
} // namespace

void paintRecoverySheet(QPainter& painter, const RecoverySheet& sheet)
{
    const PageDesign design;
    Painting page(painter, design);
    page.text(Pdf::tr("Recovery code"), design.heading(1), 0);
    page.text(Pdf::tr("for the file %1, made on %2")
                  .arg(sheet.fileName, QLocale(QLocale::English).toString(sheet.date, QStringLiteral("d MMMM yyyy"))),
              design.text(), 4 * rhythm);
    constexpr double codeSize = 20 * pt;
    TextStyle code = design.style(codeSize, 5 * rhythm, design.ink);
    code.bold = true;
    code.alignment = Qt::AlignHCenter;
    page.frame(14 * rhythm);
    page.down(2 * rhythm);
    page.text(inTwoLines(sheet.code), code, 6 * rhythm);
    page.text(
        Pdf::tr("This code opens the file when every passphrase is forgotten. Type it in the place of a passphrase; "
                "small letters and missing hyphens do no harm."),
        design.text(), 2 * rhythm);
    page.text(
        Pdf::tr(
            "Keep this page where you keep passports and contracts: not with the computer, not as a photo, and not "
            "in an e-mail. Whoever has it and the file can read everything in it."),
        design.text(), 2 * rhythm);
    page.text(
        Pdf::tr("A new code makes this one worthless. Without a passphrase and without a code nobody can open the "
                "file, and neither can those who made the program."),
        design.text(), 4 * rhythm);
    page.line(Pdf::tr("Where it is kept"));
    page.line(Pdf::tr("Who knows where it is kept"));
}

Result<> writeRecoverySheet(const QString& target, const RecoverySheet& sheet)
{
    DTP_CHECK(checkOutput(target, {}));
    QBuffer bytes;
    bytes.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&bytes);
        writer.setTitle(Pdf::tr("Recovery code"));
        writer.setCreator(QStringLiteral("DTP Secretariat"));
        writer.setResolution(static_cast<int>(72 * pt));
        writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF(0, 0, 0, 0)));
        QPainter painter(&writer);
        paintRecoverySheet(painter, sheet);
    }
    QSaveFile file(target);
    const bool isWritten = file.open(QIODevice::WriteOnly) &&
                           file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                           file.write(bytes.data()) == bytes.data().size() && file.commit();
    if (!isWritten)
        return fail(Pdf::tr("“%1” could not be written: %2. Choose another folder.")
                        .arg(QFileInfo(target).fileName(), file.errorString()),
                    file.errorString());
    return {};
}

} // namespace dtp
