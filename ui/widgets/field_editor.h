// SPDX-License-Identifier: GPL-3.0-or-later
// The right editor for each kind of field. RecordValues go in and out in their stored form.
#pragma once

#include <records/field.h>
#include <ui/widgets/app_context.h>

#include <QWidget>

namespace dtp
{

class FieldEditor : public QWidget
{
    Q_OBJECT
public:
    explicit FieldEditor(QWidget* parent) : QWidget(parent) {}

    virtual QVariant value() const = 0;
    virtual void setValue(const QVariant& stored) = 0; // does not count as editing
    virtual void setReadOnly(bool readOnly) = 0;
    // What cannot be understood of what was typed; empty when all is well.
    virtual QString problem() const { return {}; }
    // Takes what was typed for the one choice that it can mean, as leaving the field does.
    virtual void settle() {}
    // The words of a problem, as they stand in the field; put back without being understood.
    virtual QString typed() const { return value().toString(); }
    virtual void setTyped(const QString& words) { setValue(words); }
    // The label stands at the first line of editors of several lines.
    virtual bool isTall() const { return false; }
    // What a screen reader says: also of the line within, which has the keys.
    void tellName(const QString& name);

Q_SIGNALS:
    void edited();
    void refused(); // Return was pressed on what cannot be understood
};

// What edits fields of a kind.
struct EditorKind {
    FieldKind kind;
    FieldEditor* (*make)(const Field& field, AppContext& context, QWidget* parent); // nullptr: not in forms
    bool saysItsLabel = false;                                                      // needs none beside it
};
const EditorKind& editorKind(FieldKind kind);

// Of a kind that can be in a form.
// Tells the label of the field as its name.
FieldEditor* makeFieldEditor(const Field& field, AppContext& context, QWidget* parent);

} // namespace dtp
