// SPDX-License-Identifier: GPL-3.0-or-later
// What leaves of a workshop: participants, agenda, sign-in sheet, calendar; for whom and as what, with what the gate
// lets through said before anything is written.
#pragma once

#include <privacy/gate.h>
#include <records/workshops.h>
#include <ui/widgets/app_context.h>

#include <QDialog>
#include <variant>

class QComboBox;
class QLabel;
class QPushButton;

namespace dtp
{

class AudiencePicker;

class WorkshopExportDialog : public QDialog
{
    Q_OBJECT
public:
    enum class What { Participants, Everybody, Agenda, SignIn, Calendar };
    WorkshopExportDialog(AppContext& context, Id<Workshop> workshop, QWidget* parent = nullptr);

    void choose(What what, Audience audience, const QString& ending);
    QString previewText() const;

public Q_SLOTS:
    void accept() override; // asks where, writes, enters it in the ledger

private:
    using Cleared = std::variant<std::monostate, Disclosed<Table>, Disclosed<Document>>;
    void build();
    What what() const;
    Audience audience() const;
    QString ending() const;
    void fillFormats();
    void updatePreview();
    Result<Cleared> disclose() const;
    Result<> write(QIODevice& device) const;
    const DisclosureSummary& summary() const;

    AppContext& m_context;
    Workshop m_workshop;
    QComboBox* m_what;
    AudiencePicker* m_audience;
    QComboBox* m_format;
    QLabel* m_preview;
    QPushButton* m_export;
    Cleared m_cleared; // what the gate made of the choice
};

} // namespace dtp
