// SPDX-License-Identifier: GPL-3.0-or-later
// Asks what a deed has to be told, with the editors of the fields that it fills, and does it.
#pragma once

#include <deeds/deed.h>
#include <ui/export/export_dialog.h>
#include <ui/widgets/app_context.h>

#include <QDialog>
#include <vector>

class QAction;
class QCheckBox;
class QComboBox;
class QLabel;
class QMenu;
class QPushButton;
class QVBoxLayout;

namespace dtp
{

class FieldEditor;

class DeedDialog : public QDialog
{
    Q_OBJECT
public:
    DeedDialog(AppContext& context, const Deed& deed, DeedCall call, QWidget* parent = nullptr);

    FieldEditor* editor(const char* field) const;  // nullptr when that is not asked
    QComboBox* fields() const { return m_fields; } // for the deed that sets one
    void accept() override;                        // Ctrl+Return
    QString exportsAfter() const { return m_deed.exportsAfter(m_call); }
    ExportStart startsAfter(std::vector<qint64> ids) const; // what it exports, with what was answered here

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Row {
        DeedQuestion question;
        FieldEditor* editor;
    };
    void build();
    void ask();
    void sayWhatIsSet(); // on the button
    void tellProblem(const QString& problem);
    AppContext& m_context;
    const Deed& m_deed;
    DeedCall m_call;
    QComboBox* m_fields = nullptr;
    QCheckBox* m_clears = nullptr; // the field, in place of setting it
    QWidget* m_form = nullptr;
    QVBoxLayout* m_rows = nullptr;
    QLabel* m_problem = nullptr;
    QPushButton* m_do = nullptr;
    bool m_isTyped = false; // something was
    std::vector<Row> m_asked;
};

// The name of the property by which an action says in which part of a menu it stands; none: in the menu itself.
inline constexpr const char* deedGroup = "deed-group";
// Puts deeds into a menu, those of a group into one within it.
void addDeedActions(QMenu& menu, const std::vector<QAction*>& deeds);

// Asks where the deed has to be told something, does it, and says what was done or why not. field: which one is meant
// at first by the deed that sets one.
void performDeed(AppContext& context, QWidget* parent, const Deed& deed, Entity entity, const std::vector<qint64>& ids,
                 const QString& field = {});

} // namespace dtp
