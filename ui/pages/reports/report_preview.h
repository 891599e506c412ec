// SPDX-License-Identifier: GPL-3.0-or-later
// The PDF of a report as the chosen audience will get it, made on another thread after each change; the page stays.
#pragma once

#include <privacy/gate.h>
#include <records/reports.h>
#include <ui/discretion/discreet_window.h>
#include <ui/widgets/app_context.h>

#include <QWidget>
#include <functional>
#include <memory>
#include <optional>

class QBuffer;
class QLabel;
class QPdfDocument;
class QPdfView;
class QTimer;

namespace dtp
{

class BackgroundStore;

class ReportPreview : public QWidget, public ShowsText
{
    Q_OBJECT
public:
    // background must live as long as this. draft: the section that is being written, asked for when the PDF is made.
    ReportPreview(BackgroundStore& background, std::function<std::optional<ReportSection>()> draft,
                  QWidget* parent = nullptr);
    ~ReportPreview() override;

    void setReport(Id<Report> report);
    void setAudience(Audience audience);
    void refreshSoon();
    // Turns to the heading with this text ("3.1 Looking back"), as soon as there is such a page.
    void showHeading(const QString& heading);

    QByteArray pdf() const { return m_pdf; }
    QString shownText() const override;
    int pageCount() const;
    bool isWaiting() const { return m_isRunning || m_isWanted; }

Q_SIGNALS:
    void disclosed(const QString& sentence); // what the gate did
    void failed(const QString& sentence);

protected:
    void showEvent(QShowEvent* event) override;

private:
    struct Made {
        QByteArray pdf;
        QString sentence;
        QString onPhotos; // names, which no page says
    };
    void refresh();
    void take(Result<Made> made);
    void turn();
    void showPage();

    BackgroundStore& m_background;
    std::function<std::optional<ReportSection>()> m_draft;
    Id<Report> m_report;
    Audience m_audience = Audience::Internal;
    QTimer* m_pause;
    QPdfView* m_view;
    QLabel* m_status;
    QLabel* m_pageLabel;
    QByteArray m_pdf;
    QString m_onPhotos;
    mutable std::optional<QString> m_text; // of all pages, once somebody asked
    std::unique_ptr<QBuffer> m_buffer;
    std::unique_ptr<QPdfDocument> m_document;
    QString m_heading;
    int m_asked = 0; // answers to earlier questions are dropped
    bool m_isRunning = false;
    bool m_isWanted = false;
};

} // namespace dtp
