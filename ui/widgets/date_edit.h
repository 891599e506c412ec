// SPDX-License-Identifier: GPL-3.0-or-later
// A line for dates as people write them, with a calendar beside it: "June 1997" where a part is enough, a day, or a
// day and time.
#pragma once

#include <QWidget>

class QLineEdit;
class QToolButton;

namespace dtp
{

class DateEdit : public QWidget
{
    Q_OBJECT
public:
    enum class Kind { Partial, Day, Moment };
    explicit DateEdit(Kind kind, QWidget* parent = nullptr);

    QString stored() const; // in the stored form; what cannot be understood as it was typed
    void setStored(const QString& stored);
    QString problem() const;
    void setReadOnly(bool readOnly);
    QLineEdit* line() const { return m_line; }

Q_SIGNALS:
    void edited();

private:
    void openCalendar();
    QString shown(const QString& stored) const;
    bool isUnderstood(const QString& stored) const;
    Kind m_kind;
    QLineEdit* m_line;
    QToolButton* m_button;
};

} // namespace dtp
