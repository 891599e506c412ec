// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/widgets/field_editor.h>

#include <ui/models/discretion.h>
#include <ui/models/record_finder.h>
#include <ui/widgets/choice_edit.h>
#include <ui/widgets/date_edit.h>
#include <ui/widgets/theme.h>

#include <base/text.h>

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <records/amounts.h>
#include <records/kinds.h>

namespace dtp
{

namespace
{
constexpr int ShortWidth = 200;
constexpr int LongWidth = 480;

void hold(QWidget* holder, QWidget* editor, int maximumWidth)
{
    auto* layout = new QHBoxLayout(holder);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(editor);
    editor->setMaximumWidth(maximumWidth);
    holder->setMaximumWidth(maximumWidth);
    holder->setFocusProxy(editor);
}

class LineFieldEditor : public FieldEditor
{
public:
    LineFieldEditor(const Field& field, QWidget* parent) : FieldEditor(parent), m_line(new QLineEdit(this))
    {
        m_line->setPlaceholderText(field.hintText());
        m_line->setMaxLength(LongestLine);
        hold(this, m_line, LongWidth);
        connect(m_line, &QLineEdit::textEdited, this, &FieldEditor::edited);
    }
    QVariant value() const override { return withoutControls(m_line->text()).trimmed(); }
    void setValue(const QVariant& stored) override
    {
        // As after saving: the cursor stays where it is, and typing is no longer what Undo takes back.
        const int cursor = m_line->text() == stored.toString() ? m_line->cursorPosition() : 0;
        m_line->setMaxLength(std::max(static_cast<int>(stored.toString().size()), LongestLine));
        m_line->setText(stored.toString());
        m_line->setCursorPosition(cursor);
    }
    void setReadOnly(bool readOnly) override { m_line->setReadOnly(readOnly); }

protected:
    QLineEdit* m_line;
};

class NumberFieldEditor : public FieldEditor
{
public:
    NumberFieldEditor(const Field& field, QWidget* parent)
        : FieldEditor(parent), m_line(new QLineEdit(this)), m_field(field)
    {
        m_line->setPlaceholderText(field.hintText());
        hold(this, m_line, 120);
        connect(m_line, &QLineEdit::textEdited, this, &FieldEditor::edited);
    }
    QVariant value() const override { return parsed().value_or(QVariant()); }
    void setValue(const QVariant& stored) override
    {
        // No separators for thousands: most whole numbers here are years.
        m_line->setText(stored.isNull()                                  ? QString()
                        : traitsOf(m_field).storage == StoredAs::Integer ? QString::number(stored.toLongLong())
                                                                         : clearNumber(stored.toDouble(), QLocale()));
    }
    void setReadOnly(bool readOnly) override { m_line->setReadOnly(readOnly); }
    QString problem() const override
    {
        const auto number = parsed();
        return number ? QString() : number.error().sentence;
    }
    QString typed() const override { return m_line->text(); }
    void setTyped(const QString& words) override { m_line->setText(words); }

private:
    Result<QVariant> parsed() const
    {
        Reading reading;
        reading.locale = QLocale();
        return traitsOf(m_field).parse(m_field, m_line->text(), reading);
    }
    QLineEdit* m_line;
    Field m_field;
};

// Several lines; as tall as its text, within bounds.
class TextFieldEditor : public FieldEditor
{
public:
    TextFieldEditor(const Field& field, QWidget* parent) : FieldEditor(parent), m_text(new QPlainTextEdit(this))
    {
        m_text->setPlaceholderText(field.hintText());
        m_text->setTabChangesFocus(true);
        m_text->document()->setDocumentMargin(6);
        hold(this, m_text, 640);
        connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
            fit();
            if (!m_setting)
                Q_EMIT edited();
        });
        fit();
    }
    QVariant value() const override { return withoutControls(m_text->toPlainText()); }
    void setValue(const QVariant& stored) override
    {
        m_setting = true;
        if (m_text->toPlainText() != stored.toString())
            m_text->setPlainText(stored.toString());
        m_text->document()->clearUndoRedoStacks();
        m_setting = false;
    }
    void setReadOnly(bool readOnly) override { m_text->setReadOnly(readOnly); }
    bool isTall() const override { return true; }

private:
    void fit()
    {
        const int lines = qBound(3, m_text->document()->lineCount(), 12);
        m_text->setFixedHeight(lines * m_text->fontMetrics().lineSpacing() + 16);
    }
    QPlainTextEdit* m_text;
    bool m_setting = false;
};

class FlagFieldEditor : public FieldEditor
{
public:
    FlagFieldEditor(const Field& field, QWidget* parent)
        : FieldEditor(parent), m_box(new QCheckBox(field.labelText(), this))
    {
        hold(this, m_box, LongWidth);
        connect(m_box, &QCheckBox::clicked, this, &FieldEditor::edited);
    }
    QVariant value() const override { return QVariant(qint64(m_box->isChecked() ? 1 : 0)); }
    void setValue(const QVariant& stored) override { m_box->setChecked(stored.toLongLong() != 0); }
    void setReadOnly(bool readOnly) override { m_box->setEnabled(!readOnly); }

private:
    QCheckBox* m_box;
};

class DateFieldEditor : public FieldEditor
{
public:
    DateFieldEditor(DateEdit::Kind kind, QWidget* parent) : FieldEditor(parent), m_date(new DateEdit(kind, this))
    {
        hold(this, m_date, ShortWidth + 20);
        connect(m_date, &DateEdit::edited, this, &FieldEditor::edited);
    }
    QVariant value() const override { return m_date->stored(); }
    void setValue(const QVariant& stored) override { m_date->setStored(stored.toString()); }
    void setReadOnly(bool readOnly) override { m_date->setReadOnly(readOnly); }
    QString problem() const override { return m_date->problem(); }

private:
    DateEdit* m_date;
};

class ChoiceFieldEditor : public FieldEditor
{
public:
    ChoiceFieldEditor(const Field& field, AppContext& context, QWidget* parent)
        : FieldEditor(parent), m_field(field), m_isReference(traitsOf(field).chosenFrom == ChosenFrom::Records),
          m_store(context.store), m_line(new ChoiceEdit(this))
    {
        hold(this, m_line, LongWidth);
        if (m_isReference)
            setUpReference(context);
        else
            m_line->setChoices(valueOrTold(m_store, choicesFor(m_store, field)));
        connect(m_line, &ChoiceEdit::chosen, this, &FieldEditor::edited);
        connect(m_line, &QLineEdit::textEdited, this, &FieldEditor::edited);
        connect(m_line, &ChoiceEdit::refused, this, &FieldEditor::refused);
    }
    QVariant value() const override
    {
        const QString code = m_line->code();
        if (!m_isReference)
            return code;
        return code.isEmpty() ? QVariant() : QVariant(code.toLongLong());
    }
    void setValue(const QVariant& stored) override
    {
        if (!m_isReference) // the file's words may have changed
            m_line->setChoices(valueOrTold(m_store, choicesFor(m_store, m_field)));
        const bool isEmpty = traitsOf(m_field).isEmpty(stored);
        m_line->setChoice(isEmpty ? QString() : stored.toString(),
                          isEmpty ? QString() : seen(m_store, m_store.displayText(m_field, stored)));
    }
    void setReadOnly(bool readOnly) override { m_line->setReadOnly(readOnly); }
    QString problem() const override { return m_line->problem(); }
    void settle() override { m_line->settle(); }
    QString typed() const override { return m_line->text(); }
    void setTyped(const QString& words) override { m_line->setText(words); }

private:
    void setUpReference(AppContext& context)
    {
        const Entity entity = m_field.reference;
        m_line->setFinder(
            [&store = m_store, entity](const QString& typed) { return findChoices(store, entity, typed); });
        m_line->setPlaceholderText(entity == Entity::Person ? FieldEditor::tr("Type a part of the name")
                                                            : FieldEditor::tr("Type a part of the title"));
        if (canBeMadeOfTitle(entity) && !context.store.isReadOnly()) {
            m_line->setMaker(
                FieldEditor::tr("Add “%1” as a new %2").arg(QStringLiteral("%1"), recordType(entity).singularText()),
                [this, &context, entity](const QString& title) -> std::optional<Choice> {
                    auto made = makeOfTitle(context.store, entity, title);
                    if (!made) {
                        context.dialogs.showError(this, made.error());
                        return std::nullopt;
                    }
                    context.navigator.tell(
                        FieldEditor::tr("Added %1 “%2”.").arg(recordType(entity).singularText(), title));
                    return *made;
                });
        }
    }
    Field m_field;
    bool m_isReference;
    Store& m_store;
    ChoiceEdit* m_line;
};

template <class Editor>
FieldEditor* of(const Field& field, AppContext&, QWidget* parent)
{
    return new Editor(field, parent);
}

template <DateEdit::Kind Kind>
FieldEditor* dateOf(const Field&, AppContext&, QWidget* parent)
{
    return new DateFieldEditor(Kind, parent);
}

FieldEditor* choiceOf(const Field& field, AppContext& context, QWidget* parent)
{
    return new ChoiceFieldEditor(field, context, parent);
}

// Beside the traits of kinds in core/records, which know no widget.
const std::vector<EditorKind>& editors()
{
    static const std::vector<EditorKind> all = {
        {FieldKind::Text, of<LineFieldEditor>},
        {FieldKind::LongText, of<TextFieldEditor>},
        {FieldKind::RichText, of<TextFieldEditor>},
        {FieldKind::Integer, of<NumberFieldEditor>},
        {FieldKind::Decimal, of<NumberFieldEditor>},
        {FieldKind::Flag, of<FlagFieldEditor>, true},
        {FieldKind::PartialDate, dateOf<DateEdit::Kind::Partial>},
        {FieldKind::Date, dateOf<DateEdit::Kind::Day>},
        {FieldKind::DateTime, dateOf<DateEdit::Kind::Moment>},
        {FieldKind::Country, choiceOf},
        {FieldKind::Vocabulary, choiceOf},
        {FieldKind::Phone, of<LineFieldEditor>},
        {FieldKind::Email, of<LineFieldEditor>},
        {FieldKind::Url, of<LineFieldEditor>},
        {FieldKind::Reference, choiceOf},
        {FieldKind::Blob, nullptr}, // never in a form
    };
    return all;
}
} // namespace

void FieldEditor::tellName(const QString& name)
{
    for (QWidget* part = this; part; part = part->focusProxy())
        part->setAccessibleName(name);
}

const EditorKind& editorKind(FieldKind kind)
{
    return editors().at(static_cast<size_t>(kind));
}

FieldEditor* makeFieldEditor(const Field& field, AppContext& context, QWidget* parent)
{
    FieldEditor* editor = editorKind(field.kind).make(field, context, parent);
    editor->tellName(field.labelText());
    return editor;
}

} // namespace dtp
