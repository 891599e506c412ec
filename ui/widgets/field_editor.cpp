// SPDX-License-Identifier: GPL-3.0-or-later
#include <ui/widgets/field_editor.h>

#include <ui/widgets/choice_edit.h>
#include <ui/widgets/date_edit.h>
#include <ui/widgets/record_finder.h>
#include <ui/widgets/theme.h>

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <records/countries.h>

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
        m_line->setMaxLength(2000);
        hold(this, m_line, LongWidth);
        connect(m_line, &QLineEdit::textEdited, this, &FieldEditor::edited);
    }
    QVariant value() const override { return m_line->text().trimmed(); }
    void setValue(const QVariant& stored) override
    {
        if (m_line->text() == stored.toString())
            return; // as after saving: the cursor stays where it is
        m_line->setText(stored.toString());
        m_line->setCursorPosition(0);
    }
    void setReadOnly(bool readOnly) override { m_line->setReadOnly(readOnly); }

protected:
    QLineEdit* m_line;
};

class NumberFieldEditor : public FieldEditor
{
public:
    NumberFieldEditor(const Field& field, QWidget* parent)
        : FieldEditor(parent), m_line(new QLineEdit(this)), m_whole(field.kind == FieldKind::Integer)
    {
        m_line->setPlaceholderText(field.hintText());
        hold(this, m_line, 120);
        connect(m_line, &QLineEdit::textEdited, this, &FieldEditor::edited);
    }
    QVariant value() const override
    {
        const QString text = m_line->text().trimmed();
        bool ok = false;
        if (m_whole) {
            const qint64 number = wholeNumber(text, &ok);
            return ok ? QVariant(number) : QVariant();
        }
        const double number = decimal(text, &ok);
        return ok ? QVariant(number) : QVariant();
    }
    void setValue(const QVariant& stored) override
    {
        // No separators for thousands: most whole numbers here are years.
        m_line->setText(stored.isNull() ? QString()
                        : m_whole       ? QString::number(stored.toLongLong())
                                        : QLocale().toString(stored.toDouble(), 'f', QLocale::FloatingPointShortest));
    }
    void setReadOnly(bool readOnly) override { m_line->setReadOnly(readOnly); }
    QString problem() const override
    {
        if (m_line->text().trimmed().isEmpty() || !value().isNull())
            return {};
        return m_whole ? tr("“%1” is no whole number.").arg(m_line->text().trimmed())
                       : tr("“%1” is no number.").arg(m_line->text().trimmed());
    }
    QString typed() const override { return m_line->text(); }
    void setTyped(const QString& words) override { m_line->setText(words); }

private:
    static qint64 wholeNumber(const QString& text, bool* ok)
    {
        const qint64 plain = text.toLongLong(ok);
        if (*ok)
            return plain;
        const qint64 local = QLocale().toLongLong(text, ok);
        *ok = *ok && std::abs(local) < 2000000000;
        return local;
    }
    static double decimal(const QString& text, bool* ok)
    {
        const double local = QLocale().toDouble(text, ok);
        return *ok ? local : text.toDouble(ok);
    }
    QLineEdit* m_line;
    bool m_whole;
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
    QVariant value() const override { return m_text->toPlainText(); }
    void setValue(const QVariant& stored) override
    {
        m_setting = true;
        if (m_text->toPlainText() != stored.toString())
            m_text->setPlainText(stored.toString());
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
    DateFieldEditor(const Field& field, QWidget* parent) : FieldEditor(parent)
    {
        const DateEdit::Kind kind = field.kind == FieldKind::PartialDate ? DateEdit::Kind::Partial
                                    : field.kind == FieldKind::Date      ? DateEdit::Kind::Day
                                                                         : DateEdit::Kind::Moment;
        m_date = new DateEdit(kind, this);
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
        : FieldEditor(parent), m_field(field), m_store(context.store), m_line(new ChoiceEdit(this))
    {
        hold(this, m_line, LongWidth);
        if (field.kind == FieldKind::Country)
            m_line->setChoices(countryChoices());
        else if (field.kind == FieldKind::Vocabulary)
            m_line->setChoices(vocabularyChoices(m_store, QLatin1String(field.vocabulary)));
        else
            setUpReference(context);
        connect(m_line, &ChoiceEdit::chosen, this, &FieldEditor::edited);
        connect(m_line, &QLineEdit::textEdited, this, &FieldEditor::edited);
    }
    QVariant value() const override
    {
        const QString code = m_line->code();
        if (m_field.kind != FieldKind::Reference)
            return code;
        return code.isEmpty() ? QVariant() : QVariant(code.toLongLong());
    }
    void setValue(const QVariant& stored) override
    {
        if (m_field.kind == FieldKind::Vocabulary)
            m_line->setChoices(vocabularyChoices(m_store, QLatin1String(m_field.vocabulary)));
        const bool isEmpty = stored.isNull() || stored.toString().isEmpty() ||
                             (m_field.kind == FieldKind::Reference && stored.toLongLong() == 0);
        m_line->setChoice(isEmpty ? QString() : stored.toString(),
                          isEmpty ? QString() : m_store.displayText(m_field, stored));
    }
    void setReadOnly(bool readOnly) override { m_line->setReadOnly(readOnly); }
    QString problem() const override { return m_line->problem(); }
    QString typed() const override { return m_line->text(); }
    void setTyped(const QString& words) override { m_line->setText(words); }

private:
    void setUpReference(AppContext& context)
    {
        const Entity entity = m_field.reference;
        m_line->setFinder(
            [&store = m_store, entity](const QString& typed) { return findChoices(store, entity, typed); });
        m_line->setPlaceholderText(entity == Entity::Person ? tr("Type a part of the name")
                                                            : tr("Type a part of the title"));
        if (canBeMadeOfTitle(entity) && !context.store.isReadOnly()) {
            m_line->setMaker(tr("Add “%1” as a new %2").arg(QStringLiteral("%1"), recordType(entity).singularText()),
                             [this, &context, entity](const QString& title) -> std::optional<Choice> {
                                 auto made = makeOfTitle(context.store, entity, title);
                                 if (!made) {
                                     context.dialogs.showError(this, made.error());
                                     return std::nullopt;
                                 }
                                 context.navigator.tell(
                                     tr("Added %1 “%2”.").arg(recordType(entity).singularText(), title));
                                 return *made;
                             });
        }
    }
    Field m_field;
    Store& m_store;
    ChoiceEdit* m_line;
};

} // namespace

FieldEditor* makeFieldEditor(const Field& field, AppContext& context, QWidget* parent)
{
    switch (field.kind) {
    case FieldKind::LongText:
    case FieldKind::RichText:
        return new TextFieldEditor(field, parent);
    case FieldKind::Integer:
    case FieldKind::Decimal:
        return new NumberFieldEditor(field, parent);
    case FieldKind::Flag:
        return new FlagFieldEditor(field, parent);
    case FieldKind::PartialDate:
    case FieldKind::Date:
    case FieldKind::DateTime:
        return new DateFieldEditor(field, parent);
    case FieldKind::Country:
    case FieldKind::Vocabulary:
    case FieldKind::Reference:
        return new ChoiceFieldEditor(field, context, parent);
    case FieldKind::Text:
    case FieldKind::Phone:
    case FieldKind::Email:
    case FieldKind::Url:
    case FieldKind::Blob: // never in a form; see RecordForm
        break;
    }
    return new LineFieldEditor(field, parent);
}

} // namespace dtp
