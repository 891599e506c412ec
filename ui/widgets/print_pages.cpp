// SPDX-License-Identifier: GPL-3.0-or-later
// The preview of what is printed, as the printer of the system shows it.
#include <ui/widgets/window_dialogs.h>

#include <QBuffer>
#include <QCoreApplication>
#include <QPainter>
#include <QPdfDocument>
#include <QPrintPreviewDialog>
#include <QPrinter>

namespace dtp
{

namespace
{
constexpr int Sharp = 300; // dots per inch: fine for text, and a page of A4 is 35 MB for as long as it is painted

void paintPages(QPdfDocument& pages, QPrinter& printer)
{
    QPainter painter(&printer);
    for (int page = 0; page < pages.pageCount(); ++page) {
        if (page > 0)
            printer.newPage();
        const QRectF paper = printer.paperRect(QPrinter::DevicePixel);
        const QSizeF points = pages.pagePointSize(page);
        const QSizeF fitted = points.scaled(paper.size(), Qt::KeepAspectRatio);
        const double dots = std::min(fitted.width(), points.width() / 72.0 * Sharp);
        const QSize size = QSizeF(points * (dots / points.width())).toSize();
        // Pages are whole sheets with margins of their own.
        const QRectF at(QPointF((paper.width() - fitted.width()) / 2, (paper.height() - fitted.height()) / 2), fitted);
        painter.drawImage(at.translated(-printer.pageRect(QPrinter::DevicePixel).topLeft()), pages.render(page, size));
    }
}
} // namespace

Result<bool> WindowDialogs::print(QWidget* parent, const QString& title, const QByteArray& pdf)
{
    QBuffer bytes;
    bytes.setData(pdf);
    bytes.open(QIODevice::ReadOnly);
    QPdfDocument pages;
    pages.load(&bytes);
    if (pages.status() != QPdfDocument::Status::Ready || pages.pageCount() == 0)
        return fail(QCoreApplication::translate("Dialogs", "“%1” could not be made ready to print. Export it as PDF "
                                                           "and print it from there.")
                        .arg(title));
    QPrinter printer(QPrinter::HighResolution);
    printer.setDocName(QCoreApplication::applicationName()); // what a queue shows names nobody
    const QSizeF first = pages.pagePointSize(0);
    printer.setPageOrientation(first.width() > first.height() ? QPageLayout::Landscape : QPageLayout::Portrait);
    QPrintPreviewDialog preview(&printer, parent);
    preview.setWindowTitle(QCoreApplication::translate("Dialogs", "Print %1").arg(title));
    preview.resize(1000, 700);
    QObject::connect(&preview, &QPrintPreviewDialog::paintRequested, &preview,
                     [&pages](QPrinter* paper) { paintPages(pages, *paper); });
    return preview.exec() == QDialog::Accepted;
}

} // namespace dtp
