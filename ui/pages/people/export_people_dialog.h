// SPDX-License-Identifier: GPL-3.0-or-later
// People on their way out: for whom, as what, and what the gate will let through, before anything is written.
#pragma once

#include <privacy/gate.h>
#include <search/person_search.h>
#include <ui/widgets/app_context.h>

#include <QDialog>
#include <memory>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace dtp
{

class AudiencePicker;
class BackgroundStore;

class ExportPeopleDialog : public QDialog
{
    Q_OBJECT
public:
    ExportPeopleDialog(AppContext& context, const PersonQuery& query, QWidget* parent = nullptr);
    ~ExportPeopleDialog() override;

    QString previewText() const;

public Q_SLOTS:
    void reject() override;

private:
    struct Preview {
        qint64 named = 0;
        qint64 notNamed = 0;
    };
    void build();
    Audience audience() const;
    QString ending() const;
    void updatePreview();
    void showPreview(const Result<Preview>& preview);
    void start();
    void finish(const Result<DisclosureSummary>& done, const QString& file);

    AppContext& m_context;
    PersonQuery m_query;
    AudiencePicker* m_audience;
    QComboBox* m_format;
    QLabel* m_preview;
    QProgressBar* m_progress;
    QPushButton* m_export;
    std::unique_ptr<BackgroundStore> m_background;
    std::shared_ptr<std::atomic_bool> m_cancelled;
    int m_asked = 0; // only the newest preview counts
    bool m_isRunning = false;
};

} // namespace dtp
